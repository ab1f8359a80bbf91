import { sql } from 'drizzle-orm';
import type { KommuneId } from '../../../contract/identity.ts';
import type { Db } from '../../store/store.ts';
import type { Known } from './content-faults.ts';
import { approvedRows } from './items.store.ts';
import { headOf } from './content.ts';

/**
 * What an agent of this owner can name.
 * @param db in a scope that sees the owner
 * @param kommune null: the Verbund, whose agents name nothing that only one Kommune has
 */
export async function knownFor(
  db: Db,
  kommune: KommuneId | null,
  house: readonly { id: string; label: string }[],
): Promise<Known> {
  const approved = await approvedRows(db, kommune, { kind: 'template' });
  return {
    templates: new Set([
      ...house.flatMap(({ id, label }) => [id, label]),
      ...approved.flatMap(({ id, content }) => [id, headOf(content).name]),
    ]),
  };
}

/** The calendar day by the database, ISO 8601. */
export async function dayOf(db: Db): Promise<string> {
  const { rows } = await db.execute<{ day: string }>(sql`select berlin_day(now())::text as day`);
  return rows[0]?.day ?? '';
}
