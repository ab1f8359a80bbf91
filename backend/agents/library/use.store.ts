import { sql } from 'drizzle-orm';
import { MIN_PERSONS } from '../../../contract/agents/library.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import type { Person } from '../../identity/person.ts';
import type { Pseudonym } from '../../identity/pseudonym.ts';
import type { Db } from '../../store/store.ts';

/** What a count of uses knows a person by, before the salt of the month is mixed in. */
export function useKey(person: Pick<Person, 'id'>, pseudonym: Pseudonym): Buffer {
  return Buffer.from(pseudonym('library use', person), 'base64url');
}

/**
 * Counts a use; by whom can't be told any more once the month's salt is thrown away (see `backend/ledger/heads.store.ts`).
 * @param db in the scope of the Kommune
 */
export async function noteUse(db: Db, kommune: KommuneId, item: string, key: Buffer): Promise<void> {
  await db.execute(sql`select note_library_use(${kommune}, ${item}, ${key}::bytea)`);
}

/**
 * Uses in the last full month by item, each of a Kommune in which at least `MIN_PERSONS` persons used it; fewer are no figure.
 * @param kommune null: the sum over those Kommunen, of which so no single one is told by what is missing
 */
export async function usesOf(db: Db, kommune: KommuneId | null): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ item: string; uses: number }>(sql`
    select u.item, sum(u.uses)::integer as uses from library_use u
    where u.month = (date_trunc('month', berlin_day(now())::timestamp) - interval '1 month')::date
      ${kommune === null ? sql`` : sql`and u.kommune = ${kommune}`}
      and (select count(*) from library_head h where h.kommune = u.kommune and h.month = u.month and h.item = u.item)
        >= ${MIN_PERSONS}
    group by u.item`);
  return new Map(rows.map(({ item, uses }) => [item, uses]));
}

/** The rows that count a person, as far as that can still be told. */
export async function usesByPerson(
  db: Db,
  kommune: KommuneId,
  key: Buffer,
): Promise<{ month: string; item: string }[]> {
  return rowsOf(db, kommune, key, false);
}

/** Deletes them. @returns how many */
export async function eraseUses(db: Db, kommune: KommuneId, key: Buffer): Promise<number> {
  return (await rowsOf(db, kommune, key, true)).length;
}

async function rowsOf(db: Db, kommune: KommuneId, key: Buffer, erase: boolean) {
  const { rows } = await db.execute<{ month: string; item: string }>(
    sql`select month::text, item from library_heads_of(${kommune}, ${key}::bytea, ${erase}) order by month, item`,
  );
  return rows.map(({ month, item }) => ({ month, item }));
}
