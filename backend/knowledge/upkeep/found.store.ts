import { sql } from 'drizzle-orm';
import type { KommuneId } from '../../../contract/identity.ts';
import type { Db } from '../../store/store.ts';

/**
 * Notes that searches of a Kommune led to sections today; each row is written once a day at the most.
 * @param db in the scope of the Kommune
 */
export async function noteFound(db: Db, kommune: KommuneId, sections: readonly number[]): Promise<void> {
  if (sections.length === 0) return;
  await db.execute(sql`
    insert into section_found (section, kommune, day)
    select s.id, ${kommune}, berlin_day(now()) from section s
      where s.id = any(${sql.param([...new Set(sections)])}::bigint[]) order by s.id
    on conflict (section, kommune) do update set day = excluded.day where section_found.day < excluded.day`);
}
