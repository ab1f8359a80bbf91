import { sql } from 'drizzle-orm';
import type { StoredRecord } from '../../contract/persons.ts';
import type { KommuneId } from '../../contract/identity.ts';
import type { Db } from '../store/store.ts';
import { actorKey } from './actor.ts';

/**
 * What a person of this Kommune did by the protocols, also by those of other Kommunen and the Verbund, as long as their
 * name stands there.
 * @param db in a scope that sees the Kommune
 */
export async function actsOfPerson(db: Db, kommune: KommuneId, id: string): Promise<StoredRecord[]> {
  const { rows } = await db.execute<StoredRecord>(sql`
    select name, kommune as protocol, sequence::float8 as sequence,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, kind, subject, reason
    from audit_acts_of(${kommune}, ${actorKey(id)})`);
  return rows;
}

/**
 * Takes the name of a person of this Kommune from all protocols. Their lines stay, so that the chains do; whose they are
 * can then no longer be told.
 * @param db in a scope that sees the Kommune
 * @returns from how many protocols
 */
export async function forgetActor(db: Db, kommune: KommuneId, id: string): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select audit_forget(${kommune}, ${actorKey(id)})::float8 as count`,
  );
  return rows[0]?.count ?? 0;
}
