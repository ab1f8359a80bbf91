import { sql } from 'drizzle-orm';
import type { KommuneId } from '../../contract/identity.ts';
import type { OpenStore } from '../store/open.ts';
import type { Db } from '../store/store.ts';
import { recordAct } from './audit.store.ts';
import { scopeOf } from './chain.store.ts';
import { VERBUND } from './chain.ts';
import type { AuditKey } from './key.ts';
import { verifyOne } from './verify-chains.ts';

/** Lines are deleted once the oldest is this much over its time, so that not every night leaves a line that says so. */
const PATIENCE_DAYS = 30;

/** What became of the beginning of a chain. */
export type Pruning =
  | { state: 'pruned'; lines: number }
  /** Nothing is old enough. */
  | { state: 'kept' }
  /** The chain is not whole: whoever looks into that needs all of it. */
  | { state: 'broken'; sequence: number };

/**
 * Deletes the lines of a chain that are older than so many days, as far as they stand at its beginning. First a line says
 * so, then they go; a signed checkpoint with the hash of the last of them lets the rest be verified.
 * @param days 365 or more; the database refuses less
 */
export async function pruneChain(
  store: OpenStore,
  kommune: KommuneId | null,
  days: number,
  key: AuditKey,
): Promise<Pruning> {
  const chain = kommune ?? VERBUND;
  const due = await store.within(scopeOf(kommune), (db) => beginningOf(db, chain, days));
  if (due === null) return { state: 'kept' };
  const verdict = await verifyOne(store, kommune, key);
  if (verdict.state === 'broken') return { state: 'broken', sequence: verdict.sequence };
  await store.within(scopeOf(kommune), (db) =>
    recordAct(db, {
      actor: { kind: 'job' },
      kommune,
      kind: 'audit.pruned',
      subject: 'audit',
      details: { through: due.sequence, hash: due.hash },
      reason: `Aufbewahrung: ${days} Tage`,
    }),
  );
  const { rows } = await store.query('select amtsfeder.audit_prune($1, $2, $3, $4)::float8 as lines', [
    chain,
    due.sequence,
    due.hash,
    key.sign(chain, due),
  ]);
  return { state: 'pruned', lines: Number(rows[0]?.lines ?? 0) };
}

/** The last line before the first that has to stay, where the oldest has been there for long enough. */
async function beginningOf(
  db: Db,
  chain: string,
  days: number,
): Promise<{ sequence: number; hash: string } | null> {
  const { rows } = await db.execute<{ sequence: number; hash: string }>(sql`
    select l.sequence::float8 as sequence, l.hash from audit_line l
    where l.kommune = ${chain}
      and l.sequence < coalesce(
        (select min(k.sequence) from audit_line k
          where k.kommune = ${chain} and k.at >= now() - make_interval(days => ${days})),
        9007199254740991)
      and exists (select from audit_line o
        where o.kommune = ${chain} and o.at < now() - make_interval(days => ${days + PATIENCE_DAYS}))
    order by l.sequence desc limit 1
  `);
  return rows[0] ?? null;
}
