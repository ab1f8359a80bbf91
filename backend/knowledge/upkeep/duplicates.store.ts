import { sql } from 'drizzle-orm';
import type { UpkeepReport } from '../../../contract/knowledge.ts';
import type { Db } from '../../store/store.ts';
import { CURRENT, MOST_LISTED } from './lists.store.ts';
import type { Keyed } from './pairs.ts';

/** Sections of one look. */
const PAGE = 2_500;
/** Shorter ones say the same by nature: "Diese Satzung tritt am Tag nach ihrer Bekanntmachung in Kraft." */
const SHORTEST = 150;

/** Of sections that all say the same so many are told. */
const MOST_OF_ONE = 5;

/** A section with its document, and its text for a comparison. */
export interface Compared extends Record<string, unknown> {
  section: number;
  id: string;
  name: string;
  title: string;
  path: string[];
  version: string;
  text: string;
  same: string;
}

const FROM = sql`from section s join document_version v on v.id = s.version join document d on d.id = v.document`;

/**
 * Pairs of sections of different documents whose texts are the same, letters and digits taken; one of each in a collection.
 * @param among ids of the collections that the other may stand in
 */
export async function samePairs(
  db: Db,
  collection: string,
  among: readonly string[],
): Promise<(readonly [number, number])[]> {
  // Grouped, not joined with itself: without statistics that would compare each with each.
  const { rows } = await db.execute<{ ids: number[] }>(sql`
    select (array_agg(s.id::integer order by s.collection <> ${collection}::uuid, s.id))[1:${MOST_OF_ONE}] as ids ${FROM}
    where s.collection = any(${sql.param([...among])}::uuid[]) and ${CURRENT} and length(s.text) >= ${SHORTEST}
    group by s.same_key
    having count(distinct v.document) > 1 and bool_or(s.collection = ${collection}::uuid)
    order by min(s.id) limit ${MOST_LISTED}`);
  return rows
    .flatMap(({ ids: [one, ...others] }) =>
      others.flatMap((other) => (one === undefined ? [] : [[one, other] as const])),
    )
    .slice(0, MOST_LISTED);
}

/**
 * Sections with the keys of their texts, a page at a time.
 * @param after id of the last one of the page before
 */
export async function keyedSections(
  db: Db,
  collection: string,
  among: readonly string[],
  after: number,
): Promise<Keyed[]> {
  const { rows } = await db.execute<{ id: number; keys: number[]; asked: boolean }>(sql`
    select s.id::integer as id, s.near_keys as keys, s.collection = ${collection}::uuid as asked ${FROM}
    where s.id > ${after} and s.collection = any(${sql.param([...among])}::uuid[]) and ${CURRENT}
      and length(s.text) >= ${SHORTEST} and cardinality(s.near_keys) > 0
    order by s.id limit ${PAGE}`);
  return rows;
}

/** Sections with their texts. */
export async function comparedSections(db: Db, ids: readonly number[]): Promise<Map<number, Compared>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.execute<Compared>(sql`
    select s.id::integer as section, d.id, d.name, v.title, s.path, s.version, s.text, encode(s.same_key, 'hex') as same ${FROM}
    where s.id = any(${sql.param([...new Set(ids)])}::bigint[])`);
  return new Map(rows.map((row) => [row.section, row]));
}

/** What is told of one. */
export function toldOf({
  id,
  name,
  title,
  section,
  path,
}: Compared): UpkeepReport['duplicates'][number]['one'] {
  return { id, name, title, section, path };
}
