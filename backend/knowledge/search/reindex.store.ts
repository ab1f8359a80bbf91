import { sql } from 'drizzle-orm';
import type { Db } from '../../store/store.ts';
import type { Section } from '../section.ts';

/** A version whose index is of another analysis. */
export interface StaleVersion {
  id: string;
  title: string;
}

/** @param after id of the last one; null at the beginning */
export async function nextStale(
  db: Db,
  analyser: number,
  after: string | null,
): Promise<StaleVersion | null> {
  const { rows } = await db.execute<StaleVersion & Record<string, unknown>>(
    sql`select id, title from document_version
        where ready and analyser <> ${analyser} and (${after}::uuid is null or id > ${after}::uuid) order by id limit 1`,
  );
  return rows[0] ?? null;
}

/** The next sections of a version, by their number. @param from number of the first */
export async function sectionsFrom(
  db: Db,
  version: string,
  from: number,
  most: number,
): Promise<{ id: number; number: number; section: Section }[]> {
  const { rows } = await db.execute<{ id: string; number: number; path: string[]; text: string }>(
    sql`select id, number, path, text from section where version = ${version}::uuid and number >= ${from}
        order by number limit ${most}`,
  );
  return rows.map(({ id, number, path, text }) => ({
    id: Number(id),
    number,
    section: { path, text, pages: null },
  }));
}

export async function setAnalyser(db: Db, version: string, analyser: number): Promise<void> {
  await db.execute(
    sql`update document_version set analyser = ${analyser} where id = ${version}::uuid and may_see(kommune)`,
  );
}
