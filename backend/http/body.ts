import type { ZodMiniType } from 'zod/mini';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { ProblemError } from './problem.ts';

/** @throws ProblemError `version_mismatch` where the body names another version of the contract */
export function checkVersion(body: unknown): void {
  if (typeof body === 'object' && body !== null && 'version' in body && body.version !== CONTRACT_VERSION) {
    throw new ProblemError(409, 'version_mismatch');
  }
}

/**
 * Checks the body of a request against the contract.
 * @throws ProblemError `version_mismatch`, `too_large` or `invalid_request`; what was wrong with it is not told, since it
 *   would repeat the text
 */
export function parseBody<T>(schema: ZodMiniType<T>, body: unknown): T {
  checkVersion(body);
  const request = schema.safeParse(body);
  if (request.success) return request.data;
  const isTooLong = request.error.issues.some(({ code }) => code === 'too_big');
  throw isTooLong ? new ProblemError(413, 'too_large') : new ProblemError(400, 'invalid_request');
}
