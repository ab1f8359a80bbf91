import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { KommuneId } from '../../../../contract/identity.ts';
import type { CollectionFields, DocumentKind } from '../../../../contract/knowledge.ts';
import type { Db, Scope, Store } from '../../../store/store.ts';
import { analyseSection, ANALYSER_VERSION } from '../../analysis/analyse.ts';
import type { Section } from '../../section.ts';
import { type IndexRow, indexSections, MAX_INDEX_ROWS } from '../index.store.ts';

/** Whose a collection is; null: the Verbund's. */
type Owner = KommuneId | null;

export interface TestCollection {
  id: string;
  kommune: Owner;
}

export interface TestDocument {
  name: string;
  title: string;
  kind?: DocumentKind;
  sections: readonly Section[];
  /** ISO 8601 calendar dates. */
  validFrom?: string;
  validTo?: string | null;
  ready?: boolean;
  /** Id of a document that this is a further version of, and its number. */
  of?: { id: string; number: number };
}

const scopeOf = (kommune: Owner): Scope => (kommune === null ? 'verbund' : { kommune });

/** Makes a collection that everybody may read. */
export async function addCollection(
  store: Store,
  kommune: Owner,
  name: string,
  given: Partial<Pick<CollectionFields, 'validFrom' | 'validTo' | 'keepOldDays'>> = {},
): Promise<TestCollection> {
  const id = randomUUID();
  const fields: CollectionFields = {
    name,
    description: '',
    contact: { name: 'Zentrale Dienste', email: 'zentrale@example.org', phone: '' },
    dataClass: 'internal',
    validFrom: '2020-01-01',
    validTo: null,
    reviewMonths: null,
    keepOldDays: 90,
    rights: { readRoles: [], readDepartments: [], editDepartments: [] },
    embeddingModel: null,
    ...given,
  };
  await store.within(scopeOf(kommune), (db) =>
    db.execute(
      sql`insert into collection (id, kommune, name, fields, valid_from, valid_to, keep_old_days)
          values (${id}, ${kommune}, ${name}, ${JSON.stringify(fields)}::jsonb, ${fields.validFrom}, ${fields.validTo},
            ${fields.keepOldDays})`,
    ),
  );
  return { id, kommune };
}

/** Sections with what they are found by, as an import makes them. */
export function indexRows(title: string, sections: readonly Section[]): IndexRow[] {
  return sections.map((section, number) => ({
    number,
    section,
    analysed: analyseSection(section, title),
    sameKey: createHash('sha256').update(section.text).digest(),
    nearKeys: [],
  }));
}

/** Adds a document, or a version of one, with all its sections. */
export async function addDocument(
  store: Store,
  { id: collection, kommune }: TestCollection,
  document: TestDocument,
  rows: readonly IndexRow[] = indexRows(document.title, document.sections),
): Promise<{ id: string; version: string }> {
  const id = document.of?.id ?? randomUUID();
  const version = randomUUID();
  await store.within(scopeOf(kommune), async (db) => {
    if (document.of === undefined)
      await db.execute(
        sql`insert into document (id, kommune, collection, name, kind, origin)
            values (${id}, ${kommune}, ${collection}, ${document.name}, ${document.kind ?? 'other'}, 'upload')`,
      );
    await db.execute(
      sql`insert into document_version (id, kommune, collection, document, number, title, format, hash, bytes, valid_from,
            valid_to, sections, analyser, ready)
          values (${version}, ${kommune}, ${collection}, ${id}, ${document.of?.number ?? 1}, ${document.title}, 'markdown',
            sha256('x'), 1, ${document.validFrom ?? '2021-01-01'}, ${document.validTo ?? null},
            ${rows.length}, ${ANALYSER_VERSION}, ${document.ready ?? true})`,
    );
    await inBatches(db, version, rows);
  });
  return { id, version };
}

/** Deletes a document or a whole collection, as whoever may. */
export async function remove(
  store: Store,
  from: 'document' | 'collection',
  id: string,
  kommune: Owner,
): Promise<void> {
  await store.within(scopeOf(kommune), (db) =>
    db.execute(
      from === 'document'
        ? sql`delete from document where id = ${id}`
        : sql`delete from collection where id = ${id}`,
    ),
  );
}

/** What no room does: it goes for the index past its functions. */
export async function readIndex(db: Db): Promise<void> {
  await db.execute(sql`select from section_index`);
}

async function inBatches(db: Db, version: string, rows: readonly IndexRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += MAX_INDEX_ROWS)
    await indexSections(db, version, rows.slice(at, at + MAX_INDEX_ROWS));
}
