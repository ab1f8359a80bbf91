import { sql } from 'drizzle-orm';
import type { Db } from '../../store/store.ts';
import { LEVELS } from './key.ts';

/** In how many sections of one collection a term stands, by level. */
export interface TermCount {
  id: number;
  term: string;
  levels: readonly number[];
}

/** What is known of the sections that are searched. */
export interface Corpus {
  sections: number;
  words: number;
  /** Of each collection those that stand in it. */
  counts: TermCount[];
}

interface Row extends Record<string, unknown> {
  id: number | null;
  term: string | null;
  level_0: number;
  level_1: number;
  level_2: number;
  level_3: number;
}

/** Terms of the vocabulary that are looked through for one word, and those that may come back. */
const LOOKED_THROUGH = 3_000;
const NEAR = 500;
/** Sorts after every sign that a term has. */
const LAST = '\u{10ffff}';

/**
 * Counts terms in collections, each once.
 * @param collections those that the scope does not see count nothing
 */
export async function corpusOf(
  db: Db,
  collections: readonly string[],
  terms: readonly string[],
): Promise<Corpus> {
  const { rows } = await db.execute<Row & { collection: string; sections: number; words: string }>(
    sql`select c.collection, c.sections, c.words, t.id, t.term, t.level_0, t.level_1, t.level_2, t.level_3
        from search_collection c left join term_count t on t.collection = c.collection
          and t.term = any(${sql.param([...terms])}::text[])
        where c.collection = any(${sql.param([...collections])}::uuid[])`,
  );
  const sums = new Map(rows.map(({ collection, sections, words }) => [collection, { sections, words }]));
  let sections = 0;
  let words = 0;
  for (const sum of sums.values()) {
    sections += sum.sections;
    words += Number(sum.words);
  }
  return { sections, words, counts: rows.flatMap(countOf) };
}

/**
 * Terms of the vocabulary that begin or end like a word: whatever differs from it in one place is among them, since one of
 * its halves is whole. Bounded; about as long as the word.
 */
export async function vocabularyNear(
  db: Db,
  collections: readonly string[],
  word: string,
  slack: number,
): Promise<TermCount[]> {
  const half = Math.floor(word.length / 2);
  const start = word.slice(0, half);
  const end = [...word.slice(-half)].reverse().join('');
  const columns = sql`id, term, level_0, level_1, level_2, level_3`;
  const { rows } = await db.execute<Row>(
    sql`select distinct ${columns} from unnest(${sql.param([...collections])}::uuid[]) c (id_of), lateral (
          (select ${columns} from term_count where collection = c.id_of
            and term >= ${start}::text and term < ${start + LAST}::text order by term limit ${LOOKED_THROUGH})
          union all
          (select ${columns} from term_count where collection = c.id_of
            and reversed >= ${end}::text and reversed < ${end + LAST}::text order by reversed limit ${LOOKED_THROUGH})
        ) t
        where length(term) between ${word.length - slack} and ${word.length + slack}
        order by term, id limit ${NEAR}`,
  );
  return rows.flatMap(countOf);
}

function countOf(row: Row): TermCount[] {
  if (row.id === null || row.term === null) return [];
  return [{ id: row.id, term: row.term, levels: LEVELS.map((level) => row[`level_${level}`]) }];
}
