import type { ErrorRequestHandler, RequestHandler } from 'express';
import { errorText, type ErrorCode, type Problem } from '../../contract/errors.ts';
import { StoreError } from '../store/store.ts';

/** An answer that is no success, before a stream has begun. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly fields: readonly string[];
  readonly retryAfterSeconds: number | undefined;

  /**
   * @param fields names of what stands against a change, never values
   * @param retryAfterSeconds after which the same request may succeed
   */
  constructor(status: number, code: ErrorCode, fields: readonly string[] = [], retryAfterSeconds?: number) {
    super(code);
    this.name = 'ProblemError';
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export const notFound: RequestHandler = (_request, _response, next) =>
  next(new ProblemError(404, 'not_found'));

/**
 * Answers every error as problem details (RFC 9457) with a code and German words, never with what was thrown:
 * a parser's message repeats the text it failed on.
 * @param report told of errors that are ours
 */
export function problemHandler(report: (fault: unknown) => void): ErrorRequestHandler {
  return (fault, _request, response, next) => {
    const { status, code, fields = [] } = describe(fault);
    if (status >= 500) report(fault);
    if (response.headersSent) {
      next(fault);
      return;
    }
    const body: Problem = {
      type: 'about:blank',
      title: errorText(code),
      status,
      code,
      ...(fields.length > 0 ? { fields: [...fields] } : {}),
    };
    if (fault instanceof ProblemError && fault.retryAfterSeconds !== undefined) {
      response.set('Retry-After', String(fault.retryAfterSeconds));
    }
    // RFC 9110, 11.6.1.
    if (status === 401) response.set('WWW-Authenticate', 'Bearer');
    response.status(status).type('application/problem+json').send(JSON.stringify(body));
  };
}

function describe(fault: unknown): { status: number; code: ErrorCode; fields?: readonly string[] } {
  if (fault instanceof ProblemError) return fault;
  if (fault instanceof StoreError) return { status: 503, code: 'store_unavailable' };
  // What Express' body parsers throw.
  if (fault instanceof Error && 'type' in fault) {
    if (fault.type === 'entity.too.large') return { status: 413, code: 'too_large' };
    if (typeof fault.type === 'string') return { status: 400, code: 'invalid_request' };
  }
  // What zlib throws for a body that says it is compressed and is not.
  if (fault instanceof Error && 'code' in fault && /^Z_/.test(String(fault.code))) {
    return { status: 400, code: 'invalid_request' };
  }
  // Express throws it for an address that is not valid percent-encoding.
  if (fault instanceof URIError) return { status: 400, code: 'invalid_request' };
  return { status: 500, code: 'internal' };
}
