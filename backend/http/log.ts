import { randomUUID } from 'node:crypto';
import { type Logger, pino } from 'pino';
import { pinoHttp } from 'pino-http';

/**
 * The log of the house: what happened, when and how long it took. Never a query, a header, a body, a file name or the
 * message of an error, since each can hold content, a person or a key.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Logs each request with method, path, status and time. */
export function requestLog(log: Logger) {
  return pinoHttp({
    logger: log,
    genReqId: () => randomUUID(),
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: knownPath(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: describeFault,
    },
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'debug',
  });
}

// An unknown path is the caller's text and could say anything.
const KNOWN_PATH =
  /^\/(?:api\/(?:tasks\/(?:reply|note|rewrite|summarise|instruct)|preview\/(?:reply|note|rewrite|summarise|instruct)|models|documents|data-class)|healthz|readyz|(?:pane\.html)?)$/;

function knownPath(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  return KNOWN_PATH.test(path) ? path : '(other)';
}

/** Name and place of a fault without its message, which may repeat what a person wrote. */
export function describeFault(fault: unknown): { name: string; stack: string[] } {
  if (!(fault instanceof Error)) return { name: typeof fault, stack: [] };
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: fault.name, stack: frames.slice(0, 12).map((line) => line.trim()) };
}
