import type { Response } from 'express';
import { errorText, type Problem } from '../../contract/errors.ts';
import type { libraryRefusal } from '../../contract/agents/library.ts';
import type * as z from 'zod/mini';
import { LibraryError, type LibraryRefusal } from '../agents/library/errors.ts';
import { ProblemError } from './problem.ts';

const STATUS = {
  conflict: 409,
  not_found: 404,
  role_missing: 403,
  library_faulty: 422,
  same_person: 409,
  examples_failed: 422,
  high_risk_refused: 409,
} satisfies Record<LibraryRefusal, number>;

/**
 * Does what a route does; what the library refuses is answered as a problem (RFC 9457) that also says what is faulty.
 * @throws ProblemError for a refusal without faults
 */
export async function orRefused(response: Response, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    // Who went away while examples ran is told nothing any more.
    if (response.closed) return;
    if (!(fault instanceof LibraryError)) throw fault;
    const { code, faults } = fault;
    const status = STATUS[code];
    if (faults.length === 0) throw new ProblemError(status, code);
    const body: Problem & z.infer<typeof libraryRefusal> = {
      type: 'about:blank',
      title: errorText(code),
      status,
      code,
      faults: [...faults],
    };
    response.status(status).type('application/problem+json').send(JSON.stringify(body));
  }
}
