import { sql } from 'drizzle-orm';
import type { Db } from '../../store/store.ts';
import type { SearchRequest } from './request.ts';
import type { Hit } from './request.ts';
import type { Lists } from './lists.ts';

/** A section that has terms of the question. */
export interface FoundSection extends Omit<Hit, 'score' | 'marks'> {
  /** Whether it is replaced or over on the day that was asked for. */
  over: boolean;
  words: number;
  /** Its terms and their counts as literals of arrays, in the same order; see the migration. */
  keys: string;
  counts: string;
}

interface Row extends Record<string, unknown> {
  section: string;
  version: string;
  document: string;
  collection: string;
  name: string;
  title: string;
  kind: Hit['document']['kind'];
  valid_from: string;
  valid_to: string | null;
  over: boolean;
  old: boolean;
  path: string[];
  body: string;
  page_first: number | null;
  page_last: number | null;
  words: number;
  keys: string;
  counts: string;
}

/** What both functions of the database return. */
const COLUMNS = sql`section, version, document, collection, name, title, kind, valid_from::text, valid_to::text, over, old,
  path, body, page_first, page_last, words, keys, counts`;

/**
 * The sections that bear the chosen lists most heavily, in no order.
 * @param db in the scope of a Kommune: of others' collections nothing is found, whatever ids are given
 */
export async function findSections(
  db: Db,
  { keys, weights, common }: Lists,
  { collections, kinds, on, old }: Pick<SearchRequest, 'collections' | 'kinds' | 'on' | 'old'>,
  limit: number,
): Promise<FoundSection[]> {
  const { rows } = await db.execute<Row>(
    sql`select ${COLUMNS}
        from find_sections(${sql.param([...collections])}::uuid[], ${sql.param(keys)}::integer[],
          ${sql.param(weights)}::integer[], ${sql.param(common)}::integer[],
          ${kinds === null ? null : sql.param([...kinds])}::text[], ${on}::date, ${old}, ${limit})`,
  );
  return rows.map(foundOf);
}

/**
 * Sections by their ids, as far as they count for the request, in no order.
 * @param db as for `findSections`
 */
export async function sectionsById(
  db: Db,
  sections: readonly number[],
  { collections, kinds, on, old }: Pick<SearchRequest, 'collections' | 'kinds' | 'on' | 'old'>,
): Promise<FoundSection[]> {
  if (sections.length === 0) return [];
  const { rows } = await db.execute<Row>(
    sql`select ${COLUMNS}
        from sections_by_id(${sql.param([...collections])}::uuid[], ${sql.param([...sections])}::bigint[],
          ${kinds === null ? null : sql.param([...kinds])}::text[], ${on}::date, ${old})`,
  );
  return rows.map(foundOf);
}

function foundOf(row: Row): FoundSection {
  return {
    section: Number(row.section),
    collection: row.collection,
    document: {
      id: row.document,
      version: row.version,
      name: row.name,
      title: row.title,
      kind: row.kind,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      old: row.old,
    },
    path: row.path,
    text: row.body,
    pages: row.page_first === null ? null : { first: row.page_first, last: row.page_last ?? row.page_first },
    over: row.over,
    words: row.words,
    keys: row.keys,
    counts: row.counts,
  };
}
