import { sql } from 'drizzle-orm';
import type { Db } from '../store/store.ts';

/** What stands right before and after a section, under the same headings of the same document. */
export interface Around {
  before: string;
  after: string;
}

/** @param db in the scope of the person's Kommune; what that does not see has nothing around it */
export async function aroundSections(db: Db, sections: readonly number[]): Promise<Map<number, Around>> {
  if (sections.length === 0) return new Map();
  const { rows } = await db.execute<{ id: number; before: string; after: string }>(sql`
    select s.id::integer as id, coalesce(b.text, '') as before, coalesce(a.text, '') as after
      from section s
        left join section b on b.version = s.version and b.number = s.number - 1 and b.path = s.path
        left join section a on a.version = s.version and a.number = s.number + 1 and a.path = s.path
      where s.id = any(${sql.param([...sections])}::bigint[])`);
  return new Map(rows.map(({ id, before, after }) => [id, { before, after }]));
}
