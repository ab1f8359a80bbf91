import { sql } from 'drizzle-orm';
import type { KommuneId } from '../../contract/identity.ts';
import type { Person } from '../identity/person.ts';
import type { Pseudonym } from '../identity/pseudonym.ts';
import type { Db } from '../store/store.ts';

/** What counts a person in a month. */
export interface HeadRow {
  /** First day of the month. */
  month: string;
  department: string;
  task: string;
  model: string;
}

/** What a head count knows a person by, before the salt of the month is mixed in. */
export function headKey(person: Pick<Person, 'id'>, pseudonym: Pseudonym): Buffer {
  return Buffer.from(pseudonym('head', person), 'base64url');
}

/**
 * Throws away the salts of the months that are over: from then on nobody can tell whom a row of theirs counts, whatever
 * else they know. How many different persons there were can still be counted.
 * @param db in the scope of the Verbund
 * @returns how many
 */
export async function discardSalts(db: Db): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`select discard_salts() as count`);
  return rows[0]?.count ?? 0;
}

/** The rows that count a person, as far as that can still be told: in the running month. */
export function headsOf(db: Db, kommune: KommuneId, key: Buffer): Promise<HeadRow[]> {
  return rowsOf(db, kommune, key, false);
}

/** Deletes them. @returns how many */
export async function eraseHeads(db: Db, kommune: KommuneId, key: Buffer): Promise<number> {
  return (await rowsOf(db, kommune, key, true)).length;
}

async function rowsOf(db: Db, kommune: KommuneId, key: Buffer, erase: boolean): Promise<HeadRow[]> {
  const { rows } = await db.execute<HeadRow & Record<string, unknown>>(
    sql`select month::text, department, task, model from heads_of(${kommune}, ${key}::bytea, ${erase})
        order by month, department, task, model`,
  );
  return rows;
}
