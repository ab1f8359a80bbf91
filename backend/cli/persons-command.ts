import { changeReason } from '../../contract/admin.ts';
import { personId } from '../../contract/persons.ts';
import { createPseudonym } from '../identity/pseudonym.ts';
import { personDesk, type PersonOrder } from '../retention/persons.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import { type CommandWorld, thisProcess } from './rules.ts';
import { knownKommune, withHouse } from './with-house.ts';

const OPTIONS = {
  kommune: { type: 'string' },
  id: { type: 'string' },
  reason: { type: 'string' },
} as const;

/**
 * `amtsfeder persons export|erase --kommune ID --id ID --reason TEXT`: what is stored about a person, as JSON (Art. 15
 * DSGVO), or erases it and prints how many records of each room (Art. 17).
 */
export async function personsCommand(args: string[], world: CommandWorld = thisProcess): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS, 1);
  const [what] = positionals;
  if (what !== 'export' && what !== 'erase') throw new UsageError('persons: export or erase');
  // What was given is a person's and is not repeated.
  const id = personId.safeParse(values.id ?? '');
  if (!id.success) {
    throw new UsageError(
      'persons: --id is "entra TENANT OBJECT" or "oidc ISSUER SUBJECT", ids in small letters',
    );
  }
  const reason = changeReason.safeParse(values.reason ?? '');
  if (!reason.success) throw new UsageError('persons: --reason TEXT: why, in at least ten letters');
  return withHouse(world.env, async ({ store, secret, verbund }) => {
    const order: PersonOrder = {
      subject: { id: id.data, kommune: knownKommune(values.kommune, verbund) },
      actor: { kind: 'operator' },
      reason: reason.data,
    };
    const answer = await personDesk(store, createPseudonym(secret))[what](order);
    world.write(`${JSON.stringify(answer, null, 2)}\n`);
    return 0;
  });
}
