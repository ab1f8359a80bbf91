import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { AuditHead } from '../../contract/audit.ts';
import type { KommuneId } from '../../contract/identity.ts';
import { auditHead, auditLine } from '../store/schema/audit.ts';
import type { Db, Scope, Store } from '../store/store.ts';
import { microseconds } from './audit.store.ts';
import { VERBUND } from './chain.ts';
import { type ChainReader, type ChainState, kommuneOf, type StoredLine } from './verify.ts';

/** Lines in the memory at once; each is at most some 20 KB. */
const LINES_AT_ONCE = 500;

/** In which scope a chain is seen. */
export function scopeOf(kommune: KommuneId | null): Scope {
  return kommune === null ? 'verbund' : { kommune };
}

/** Reads a chain for its verification. */
export function chainReader(store: Store, kommune: KommuneId | null): ChainReader {
  const chain = kommune ?? VERBUND;
  const scope = scopeOf(kommune);
  return {
    kommune: chain,
    state: () => store.within(scope, (db) => stateOf(db, chain)),
    after: (sequence) => store.within(scope, (db) => linesAfter(db, chain, sequence)),
  };
}

/** The heads of the chains that the scope sees, the Verbund's first. */
export async function readHeads(db: Db): Promise<AuditHead[]> {
  const rows = await db.select().from(auditHead).orderBy(asc(auditHead.kommune));
  return rows.map(({ kommune, length, hash }) => ({ kommune: kommuneOf(kommune), length, hash }));
}

/** All chains that the scope sees: also those whose head or whose lines were taken away. */
export async function listChains(db: Db): Promise<(KommuneId | null)[]> {
  const { rows } = await db.execute<{ kommune: string }>(
    sql`select kommune from audit_head union select kommune from audit_line
        union select kommune from audit_checkpoint order by kommune`,
  );
  return rows.map(({ kommune }) => kommuneOf(kommune));
}

/** One statement, so that all of it is of one moment. */
async function stateOf(db: Db, chain: string): Promise<ChainState> {
  const { rows } = await db.execute<{
    head: ChainState['head'];
    checkpoint: ChainState['checkpoint'];
    lines: number;
    last: number;
  }>(sql`
    select
      (select json_build_object('length', length, 'hash', hash) from audit_head where kommune = ${chain}) as head,
      (select json_build_object('sequence', sequence, 'hash', hash, 'signature', signature)
        from audit_checkpoint where kommune = ${chain} order by sequence desc limit 1) as checkpoint,
      (select count(*)::float8 from audit_line where kommune = ${chain}) as lines,
      (select coalesce(max(sequence), 0)::float8 from audit_line where kommune = ${chain}) as last
  `);
  const [state] = rows;
  if (state === undefined) throw new Error('the chain did not answer');
  return state;
}

function linesAfter(db: Db, chain: string, sequence: number): Promise<StoredLine[]> {
  const { kommune, actor, kind, subject, details, reason, hash } = auditLine;
  return db
    .select({
      kommune,
      sequence: auditLine.sequence,
      at: microseconds(sql`${auditLine.at}`),
      actor,
      kind,
      subject,
      details,
      reason,
      hash,
    })
    .from(auditLine)
    .where(and(eq(kommune, chain), gt(auditLine.sequence, sequence)))
    .orderBy(asc(auditLine.sequence))
    .limit(LINES_AT_ONCE);
}
