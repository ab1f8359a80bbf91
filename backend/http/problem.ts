import type { ErrorRequestHandler, RequestHandler } from 'express';
import { errorText, type ErrorCode, type Problem } from '../../contract/errors.ts';

/** An answer that is no success, before a stream has begun. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: ErrorCode;

  constructor(status: number, code: ErrorCode) {
    super(code);
    this.name = 'ProblemError';
    this.status = status;
    this.code = code;
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
    const { status, code } = describe(fault);
    if (status >= 500) report(fault);
    if (response.headersSent) {
      next(fault);
      return;
    }
    const body: Problem = { type: 'about:blank', title: errorText(code), status, code };
    response.status(status).type('application/problem+json').send(JSON.stringify(body));
  };
}

function describe(fault: unknown): { status: number; code: ErrorCode } {
  if (fault instanceof ProblemError) return fault;
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
