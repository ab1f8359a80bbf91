import { sql } from 'drizzle-orm';
import type { StoredRecord } from '../../contract/persons.ts';
import type { Db } from '../store/store.ts';

/** How often a person asked of late, see `requestKey` of the ledger. @param db in the scope of their Kommune */
export async function windowsOf(db: Db, key: string): Promise<StoredRecord[]> {
  const { rows } = await db.execute<StoredRecord>(sql`
    select split_part(key, ' ', 1) as period, points as requests,
      to_char(ends at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ends
    from request_window where key in (${`day ${key}`}, ${`minute ${key}`}) order by period`);
  return rows;
}
