import type { AuditFault, AuditHead } from '../../contract/audit.ts';
import type { KommuneId } from '../../contract/identity.ts';
import { readHeads } from '../audit/chain.store.ts';
import { HeadsFileError, parseHeads } from '../audit/heads-file.ts';
import { auditKey } from '../audit/key.ts';
import { type ChainVerdict, verifyAll, verifyOne } from '../audit/verify-chains.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import { type CommandWorld, thisProcess } from './rules.ts';
import { type OpenHouse, withHouse } from './with-house.ts';

const OPTIONS = { kommune: { type: 'string' }, expect: { type: 'string' } } as const;

/** What a chain of the Verbund is called on the command line. */
const VERBUND = 'verbund';

const words: Record<AuditFault, string> = {
  missing: 'fehlt',
  changed: 'ist verändert oder gehört nicht hierher',
  surplus: 'ist zu viel',
  head: 'passt nicht zum Kopf der Kette',
  checkpoint: 'ist als Ende des gelöschten Anfangs nicht gültig unterschrieben',
  expected: 'stimmt nicht mit dem aufbewahrten Kopf überein',
};

/**
 * `amtsfeder audit verify [--kommune ID|verbund] [--expect FILE]`: whether the protocols are whole; exit code 1 where one
 * is not, with the first line that fails. `amtsfeder audit head`: the heads to keep elsewhere, one JSON object a line.
 */
export async function auditCommand(args: string[], world: CommandWorld = thisProcess): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS, 1);
  const [name] = positionals;
  if (name === 'head') return head(world);
  if (name !== 'verify') throw new UsageError('audit: head or verify');
  const kommune = values.kommune === VERBUND ? null : values.kommune;
  return verify(world, kommune, expectedFrom(world, values.expect));
}

async function head(world: CommandWorld): Promise<number> {
  return withHouse(world.env, async ({ store }) => {
    for (const one of await store.within('verbund', readHeads)) world.write(`${JSON.stringify(one)}\n`);
    return 0;
  });
}

async function verify(
  world: CommandWorld,
  kommune: KommuneId | null | undefined,
  expected: readonly AuditHead[],
): Promise<number> {
  return withHouse(world.env, async (house) => {
    let broken = 0;
    for await (const verdict of verdictsOf(house, kommune, expected)) {
      if (verdict.verdict.state === 'broken') broken++;
      world.write(lineOf(verdict));
    }
    return broken === 0 ? 0 : 1;
  });
}

async function* verdictsOf(
  { store, secret, verbund }: OpenHouse,
  kommune: KommuneId | null | undefined,
  expected: readonly AuditHead[],
): AsyncGenerator<ChainVerdict> {
  const key = auditKey(secret);
  if (kommune === undefined) {
    yield* verifyAll(store, key, expected);
    return;
  }
  if (kommune !== null && !verbund.kommunen.some(({ id }) => id === kommune)) {
    const known = [VERBUND, ...verbund.kommunen.map(({ id }) => id)];
    throw new UsageError(`audit: --kommune is one of ${known.join(', ')}`);
  }
  yield { kommune, verdict: await verifyOne(store, kommune, key, expected) };
}

function lineOf({ kommune, verdict }: ChainVerdict): string {
  const chain = kommune ?? VERBUND;
  if (verdict.state === 'intact') {
    return `${chain}\tunversehrt\t${verdict.head.length} Einträge\t${verdict.head.hash}\n`;
  }
  return `${chain}\tGEBROCHEN\tEintrag ${verdict.sequence} ${words[verdict.why]}\n`;
}

function expectedFrom(world: CommandWorld, path: string | undefined): AuditHead[] {
  if (path === undefined) return [];
  let text: string;
  try {
    text = world.readFile(path);
  } catch {
    throw new UsageError('audit: --expect: the file cannot be read');
  }
  try {
    return parseHeads(text);
  } catch (fault) {
    if (!(fault instanceof HeadsFileError)) throw fault;
    throw new UsageError(`audit: --expect: ${fault.message}`);
  }
}
