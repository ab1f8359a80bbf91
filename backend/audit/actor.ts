import { createHash } from 'node:crypto';
import type { KommuneId } from '../../contract/identity.ts';
import type { Person } from '../identity/person.ts';

/** Who did an administrative act: a signed-in person, whoever has the command line, or a job of the house. */
export type Actor =
  | {
      kind: 'person';
      /** As in `Person`; never written as it is. */
      id: string;
      name: string;
      /** The Kommune the person belongs to, whose Datenschutz answers for the name. */
      kommune: KommuneId;
    }
  | { kind: 'operator' }
  | { kind: 'job' };

/** The person as the one who acts. */
export function actorOf({ id, name, kommune }: Pick<Person, 'id' | 'name' | 'kommune'>): Actor {
  return { kind: 'person', id, name, kommune };
}

/**
 * What stands for a person's id in `audit_actor`, where it lies beside the name until both are erased.
 * @returns SHA-256 in hex
 */
export function actorKey(id: string): string {
  return createHash('sha256').update(`amtsfeder audit actor\n${id}`, 'utf8').digest('hex');
}
