import { type KommuneId, kommuneId } from '../../contract/identity.ts';
import { ProblemError } from '../http/problem.ts';
import type { Person } from './person.ts';

/**
 * The Kommune that a request names, if the person may reach it: their own, and for the administration of the Verbund any.
 * @param kommune as it stands in the address
 * @throws ProblemError 404 `not_found` otherwise, the same for one that does not exist: nobody learns which there are
 */
export function reach(person: Pick<Person, 'kommune' | 'roles'>, kommune: unknown): KommuneId {
  const named = kommuneId.safeParse(kommune);
  if (named.success && (named.data === person.kommune || person.roles.includes('verbund-admin'))) {
    return named.data;
  }
  throw new ProblemError(404, 'not_found');
}
