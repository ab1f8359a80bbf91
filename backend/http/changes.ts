import type { Request } from 'express';
import * as z from 'zod/mini';
import { actorOf } from '../audit/actor.ts';
import type { Person } from '../identity/person.ts';
import { RuleError, type RuleRefusal } from '../policy/errors.ts';
import type { Change } from '../policy/versions.store.ts';
import { checkVersion } from './body.ts';
import { ProblemError } from './problem.ts';

const STATUS = {
  conflict: 409,
  name_taken: 409,
  not_found: 404,
  policy_refused: 422,
  approval_incomplete: 422,
} satisfies Record<RuleRefusal, number>;

/**
 * Checks the body of a request that changes a rule.
 * @throws ProblemError `version_mismatch`, `reason_missing`; `invalid_request` with the fields that are wrong, never what
 *   stands in them
 */
export function parseChange<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  checkVersion(body);
  const change = schema.safeParse(body);
  if (change.success) return change.data;
  const fields = change.error.issues.map(({ path }) => path.map(String).join('.'));
  if (fields.includes('reason')) throw new ProblemError(422, 'reason_missing');
  throw new ProblemError(400, 'invalid_request', [...new Set(fields)]);
}

/** The change that a person asks for. */
export function changeBy(
  person: Person,
  { expectedVersion, reason }: { expectedVersion: number; reason: string },
): Change {
  return { expectedVersion, reason, actor: actorOf(person) };
}

/** @throws ProblemError for what a rule cannot be changed for */
export async function orProblem<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    if (!(fault instanceof RuleError)) throw fault;
    throw new ProblemError(STATUS[fault.code], fault.code, fault.fields);
  }
}

const versionNumber = z.coerce.number().check(z.int(), z.positive(), z.maximum(1_000_000_000));

/**
 * The number of a version in an address, and of the one it shall be compared with: the one before where none is named.
 * @throws ProblemError `not_found` for what is no number
 */
export function askedVersion({ params, query }: Pick<Request, 'params' | 'query'>) {
  const number = versionNumber.safeParse(params.number);
  const against = z
    .optional(z.coerce.number().check(z.int(), z.nonnegative(), z.maximum(1_000_000_000)))
    .safeParse(query.against);
  if (!number.success || !against.success) throw new ProblemError(404, 'not_found');
  return { number: number.data, against: against.data };
}
