import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Logger, pino } from 'pino';
import { pinoHttp } from 'pino-http';
import { StoreError } from '../store/store.ts';

/** What a line of the log belongs to: a request, a trace. Asked for each line. */
export type LineContext = () => { requestId?: string; traceId?: string };

/**
 * The log of the house: what happened, when and how long it took. Never a query, a header, a body, a file name or the
 * message of an error, since each can hold content, a person or a key.
 */
export function createLog(level: string, context: LineContext = () => ({})): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, mixin: context });
}

/**
 * Logs each request with method, declared route, status and time.
 * @param routeOf names a method and an address by its declared route; the address itself is the caller's text
 */
export function requestLog(log: Logger, routeOf: (method: string, url: string) => string) {
  // The line is written once the answer is over, where nobody knows any more which request it was.
  const withId = (request: IncomingMessage, line: object) => ({ ...line, requestId: request.id });
  return pinoHttp({
    logger: log,
    // Else an error comes as a plain copy of itself.
    wrapSerializers: false,
    genReqId: (request) => request.id ?? randomUUID(),
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        route: routeOf(request.method, request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: describeFault,
    },
    customSuccessObject: (request, _response, line: object) => withId(request, line),
    customErrorObject: (request, _response, _fault, line: object) => withId(request, line),
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'debug',
  });
}

/** Name and place of a fault without its message, which may repeat what a person wrote. */
export function describeFault(fault: unknown): { name: string; stack: string[] } {
  if (!(fault instanceof Error)) return { name: typeof fault, stack: [] };
  const name = fault instanceof StoreError ? `${fault.name} (${fault.why})` : fault.name;
  // A message may have lines that look like frames.
  const stack = (fault.stack ?? '').replace(`${fault.name}: ${fault.message}`, '');
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at .*(?::\d+:\d+|<anonymous>|native)\)?$/.test(line));
  return { name, stack: frames.slice(0, 12).map((line) => line.trim()) };
}
