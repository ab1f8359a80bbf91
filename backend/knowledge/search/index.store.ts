import { setImmediate as breathe } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Db } from '../../store/store.ts';
import type { AnalysedSection } from '../analysis/analysed.ts';
import type { Section } from '../section.ts';
import { keyOf, LEVELS, levelOf, packCounts, type TermInSection, termsIn } from './key.ts';

/** Sections in one call of `indexSections`, at the most. */
export const MAX_INDEX_ROWS = 500;
/** Sections worked on without letting others on. */
const AT_ONCE = 50;

/** A section with what it is found by. */
export interface IndexRow {
  /** Its place in the document, from 0. */
  number: number;
  section: Section;
  analysed: AnalysedSection;
  /** SHA-256 of its normal text. */
  sameKey: Uint8Array;
  /** Keys that nearly equal texts have in common. */
  nearKeys: readonly number[];
}

/** A version that the scope may not write, or that is not there. */
export class IndexRefused extends Error {
  override name = 'IndexRefused';
}

interface Owner {
  kommune: string | null;
  collection: string;
}

/**
 * Stores sections of a version and enters them into the index; the rows of `section` are made here too. They are found
 * once the version is ready. Two imports into one collection take turns.
 * @param db in a scope that may write the version; the version's row is there
 * @param rows at most `MAX_INDEX_ROWS`; numbers that the version has not yet
 * @throws IndexRefused
 */
export async function indexSections(db: Db, version: string, rows: readonly IndexRow[]): Promise<void> {
  if (rows.length === 0) return;
  if (rows.length > MAX_INDEX_ROWS) throw new RangeError('too many sections at once');
  const owner = await lockedOwner(db, version);
  const ids = await insertSections(db, version, owner, rows);
  await enter(
    db,
    version,
    owner,
    rows.map(({ number, analysed }) => ({ id: ids.get(number) ?? 0, analysed })),
  );
}

/**
 * Takes all sections of a version away, and all that leads to them. Not needed where the version itself is deleted: they go
 * with it.
 * @param db in a scope that may write the version
 */
export async function dropVersionIndex(db: Db, version: string): Promise<void> {
  await db.execute(sql`select unindex_sections(${version}::uuid, null)`);
  await db.execute(sql`delete from section where version = ${version}::uuid`);
}

/**
 * Enters stored sections of a version anew, in the terms of today's analysis.
 * @param db in a scope that may write the version
 * @param sections at most `MAX_INDEX_ROWS`
 * @throws IndexRefused
 */
export async function enterAnew(
  db: Db,
  version: string,
  sections: readonly { id: number; analysed: AnalysedSection }[],
): Promise<void> {
  if (sections.length === 0) return;
  const owner = await lockedOwner(db, version);
  await db.execute(
    sql`select unindex_sections(${version}::uuid, ${sql.param(sections.map(({ id }) => id))}::bigint[])`,
  );
  await enter(db, version, owner, sections);
}

/** Whoever counts terms of a collection holds the row of its sums, so that nobody waits for a term in the middle. */
async function lockedOwner(db: Db, version: string): Promise<Owner> {
  const { rows } = await db.execute<Owner & Record<string, unknown>>(
    sql`select kommune, collection from document_version where id = ${version}::uuid and may_see(kommune)`,
  );
  const [owner] = rows;
  if (owner === undefined) throw new IndexRefused();
  await db.execute(
    sql`insert into search_collection (collection, kommune) values (${owner.collection}::uuid, ${owner.kommune})
        on conflict (collection) do nothing`,
  );
  await db.execute(
    sql`select from search_collection where collection = ${owner.collection}::uuid for update`,
  );
  return owner;
}

async function insertSections(
  db: Db,
  version: string,
  { kommune, collection }: Owner,
  rows: readonly IndexRow[],
): Promise<Map<number, number>> {
  // PostgreSQL keeps no NUL, and an array of arrays must be as long everywhere: therefore literals.
  const { rows: made } = await db.execute<{ id: string; number: number }>(
    sql`insert into section (kommune, collection, version, number, path, text, page_first, page_last, same_key, near_keys)
        select ${kommune}, ${collection}::uuid, ${version}::uuid, n.number,
          array(select jsonb_array_elements_text(n.path::jsonb)), n.text, n.first, n.last, n.same, n.near::integer[]
        from unnest(
          ${sql.param(rows.map(({ number }) => number))}::integer[],
          ${sql.param(rows.map(({ section }) => JSON.stringify(section.path.map(storable))))}::text[],
          ${sql.param(rows.map(({ section }) => storable(section.text)))}::text[],
          ${sql.param(rows.map(({ section }) => section.pages?.first ?? null))}::integer[],
          ${sql.param(rows.map(({ section }) => section.pages?.last ?? null))}::integer[],
          ${sql.param(rows.map(({ sameKey }) => Buffer.from(sameKey)))}::bytea[],
          ${sql.param(rows.map(({ nearKeys }) => `{${nearKeys.join(',')}}`))}::text[]
        ) n (number, path, text, first, last, same, near)
        order by n.number
        returning id, number`,
  );
  return new Map(made.map(({ id, number }) => [number, Number(id)]));
}

/** Half a surrogate pair is no character, and neither is NUL to PostgreSQL. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

async function enter(
  db: Db,
  version: string,
  owner: Owner,
  sections: readonly { id: number; analysed: AnalysedSection }[],
): Promise<void> {
  const counts = new Map<string, number[]>();
  const found: { id: number; words: number; terms: TermInSection[] }[] = [];
  let words = 0;
  for (const [index, { id, analysed }] of sections.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await breathe();
    const terms = termsIn(analysed);
    for (const term of terms) {
      let levels = counts.get(term.term);
      if (levels === undefined) counts.set(term.term, (levels = [0, 0, 0, 0]));
      const level = levelOf(term, analysed.words);
      levels[level] = (levels[level] ?? 0) + 1;
    }
    found.push({ id, words: analysed.words, terms });
    words += analysed.words;
  }
  const ids = await count(db, owner, counts);
  const keys: string[] = [];
  const packed: string[] = [];
  for (const [index, section] of found.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await breathe();
    const entries = section.terms
      .map((term) => ({
        key: keyOf(ids.get(term.term) ?? 0, levelOf(term, section.words)),
        packed: packCounts(term),
      }))
      .sort((a, b) => a.key - b.key);
    keys.push(`{${entries.map(({ key }) => key).join(',')}}`);
    packed.push(`{${entries.map((entry) => entry.packed).join(',')}}`);
  }
  const { rows } = await db.execute<{ entered: number }>(
    sql`select index_sections(${version}::uuid, ${sql.param(found.map(({ id }) => id))}::bigint[],
        ${sql.param(keys)}::text[], ${sql.param(packed)}::text[],
        ${sql.param(found.map((section) => section.words))}::integer[]) as entered`,
  );
  if (rows[0]?.entered !== sections.length) throw new IndexRefused();
  await db.execute(
    sql`update search_collection set sections = sections + ${sections.length}, words = words + ${words}
        where collection = ${owner.collection}::uuid`,
  );
}

/** Counts terms up. @returns the id of each; only new terms take one, since ids are four times as rare as integers */
async function count(
  db: Db,
  { kommune, collection }: Owner,
  counts: ReadonlyMap<string, readonly number[]>,
): Promise<Map<string, number>> {
  const terms = [...counts.keys()];
  const known = await db.execute<{ id: number; term: string }>(
    sql`select id, term from term_count where collection = ${collection}::uuid and term = any(${sql.param(terms)}::text[])`,
  );
  const ids = new Map(known.rows.map(({ id, term }) => [term, id]));
  const levelsOf = (of: readonly string[]) =>
    LEVELS.map((level) => of.map((term) => counts.get(term)?.[level] ?? 0));
  const old = [...ids.keys()];
  if (old.length > 0) {
    const [l0, l1, l2, l3] = levelsOf(old);
    await db.execute(
      sql`update term_count t set level_0 = level_0 + l0, level_1 = level_1 + l1, level_2 = level_2 + l2,
            level_3 = level_3 + l3
          from unnest(${sql.param([...ids.values()])}::integer[], ${sql.param(l0)}::integer[],
            ${sql.param(l1)}::integer[], ${sql.param(l2)}::integer[], ${sql.param(l3)}::integer[]
          ) n (id, l0, l1, l2, l3) where t.id = n.id`,
    );
  }
  const fresh = terms.filter((term) => !ids.has(term));
  if (fresh.length > 0) {
    const [l0, l1, l2, l3] = levelsOf(fresh);
    const made = await db.execute<{ id: number; term: string }>(
      sql`insert into term_count (kommune, collection, term, level_0, level_1, level_2, level_3)
          select ${kommune}, ${collection}::uuid, * from unnest(${sql.param(fresh)}::text[],
            ${sql.param(l0)}::integer[], ${sql.param(l1)}::integer[], ${sql.param(l2)}::integer[],
            ${sql.param(l3)}::integer[])
          returning id, term`,
    );
    for (const { id, term } of made.rows) ids.set(term, id);
  }
  return ids;
}
