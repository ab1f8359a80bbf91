import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type {
  DocumentKind,
  DocumentOrigin,
  DocumentReport,
  VersionReport,
} from '../../../contract/knowledge.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import { recordAct } from '../../audit/audit.store.ts';
import { RuleError } from '../../policy/errors.ts';
import type { Db } from '../../store/store.ts';
import type { Doing } from '../collections/collections.store.ts';

/** Documents of one page. */
export const DOCUMENT_PAGE = 100;

/** A document, and where it stands. */
interface DocumentRow extends Record<string, unknown> {
  id: string;
  kommune: KommuneId | null;
  collection: string;
  name: string;
  kind: DocumentKind;
  origin: DocumentOrigin;
  reviewOn: string | null;
  revision: number;
}

interface VersionRow extends VersionReport, Record<string, unknown> {
  document: string;
}

/** What is decided about a document. */
export interface DocumentDecision {
  revision: number;
  kind: DocumentKind;
  /** ISO 8601 calendar dates. */
  reviewOn: string | null;
  /** Of the newest version. */
  validFrom: string;
  validTo: string | null;
}

const COLUMNS = sql`d.id, d.kommune, d.collection, d.name, d.kind, d.origin, d.review_on::text as "reviewOn", d.revision`;
/** Nobody sees a document before its first version is whole, nor once it is being removed. */
const THERE = sql`d.removed_at is null
  and exists (select from document_version v where v.document = d.id and v.ready)`;
const BY_NAME = sql`lower(d.name) collate "C", d.name collate "C"`;

/**
 * Documents of a collection by name, whatever the case of its letters.
 * @param after name of the last one of the page before; null for the first page
 * @param filter what stands in the name; empty for all
 * @returns the page, how many there are on all pages, and the name to go on after
 */
export async function listDocuments(
  db: Db,
  collection: string,
  { after, filter }: { after: string | null; filter: string },
): Promise<{ documents: DocumentReport[]; total: number; next: string | null }> {
  const meant = sql`d.collection = ${collection}::uuid and ${THERE}
    ${filter === '' ? sql`` : sql`and d.name ~ ${patternOf(filter)}`}`;
  const { rows: counted } = await db.execute<{ total: number }>(
    sql`select count(*)::integer as total from document d where ${meant}`,
  );
  const { rows } = await db.execute<DocumentRow>(sql`
    select ${COLUMNS} from document d where ${meant}
      ${after === null ? sql`` : sql`and (lower(d.name) collate "C", d.name collate "C") > (lower(${after}), ${after})`}
    order by ${BY_NAME} limit ${DOCUMENT_PAGE + 1}`);
  const page = rows.slice(0, DOCUMENT_PAGE);
  return {
    documents: await withVersions(db, page),
    total: counted[0]?.total ?? 0,
    next: rows.length > DOCUMENT_PAGE ? (page.at(-1)?.name ?? null) : null,
  };
}

/** A document that the scope sees; null for one that it does not see, and for what can be no id. */
export async function documentById(db: Db, id: unknown): Promise<DocumentReport | null> {
  const named = z.uuid().safeParse(id);
  if (!named.success) return null;
  const { rows } = await db.execute<DocumentRow>(
    sql`select ${COLUMNS} from document d where d.id = ${named.data}::uuid and ${THERE}`,
  );
  const [report] = await withVersions(db, rows);
  return report ?? null;
}

/**
 * Changes what is decided about a document, and tells the protocol. Where its newest version begins on another day, the one
 * before it ends accordingly.
 * @param db in the scope of its collection
 * @throws RuleError `not_found`; `conflict` where somebody else was faster
 */
export async function changeDocument(
  db: Db,
  id: string,
  { revision, kind, reviewOn, validFrom, validTo }: DocumentDecision,
  doing: Doing,
): Promise<DocumentReport> {
  const before = await locked(db, id);
  if (before.revision !== revision) throw new RuleError('conflict');
  await db.execute(sql`
    update document set kind = ${kind}, review_on = ${reviewOn}::date, revision = revision + 1 where id = ${id}::uuid`);
  await db.execute(sql`
    with newest as (
      select id, number, valid_from from document_version where document = ${id}::uuid and ready
      order by number desc limit 1
    ), former as (
      update document_version v set valid_to = ${validFrom}::date - 1 from newest n
      where v.document = ${id}::uuid and v.number < n.number and v.valid_to = n.valid_from - 1
    )
    update document_version v set valid_from = ${validFrom}::date, valid_to = ${validTo}::date
    from newest n where v.id = n.id`);
  await record(db, 'document.changed', before, { kind, reviewOn, validFrom, validTo }, doing);
  const changed = await documentById(db, id);
  if (changed === null) throw new RuleError('not_found');
  return changed;
}

/**
 * Takes a document away with all its versions, and tells the protocol. Nobody sees it from here on; its rows go in steps: see
 * `removal/`.
 * @param db in the scope of its collection
 * @throws RuleError `not_found`
 */
export async function removeDocument(db: Db, id: string, doing: Doing): Promise<void> {
  const before = await locked(db, id);
  // Its name is free for a new one.
  await db.execute(sql`update document set removed_at = now(), name = id::text where id = ${id}::uuid`);
  await db.execute(sql`update document_version set ready = false where document = ${id}::uuid`);
  await record(db, 'document.removed', before, {}, doing);
}

async function locked(db: Db, id: string): Promise<DocumentRow> {
  const { rows } = await db.execute<DocumentRow>(
    sql`select ${COLUMNS} from document d where d.id = ${id}::uuid and ${THERE} for update of d`,
  );
  const [row] = rows;
  if (row === undefined) throw new RuleError('not_found');
  return row;
}

/** By its id alone: a file's name may be that of a person. */
function record(
  db: Db,
  kind: 'document.changed' | 'document.removed',
  { id, kommune, collection }: DocumentRow,
  details: Record<string, string | null>,
  { actor, reason }: Doing,
) {
  return recordAct(db, { actor, kommune, kind, subject: id, details: { collection, ...details }, reason });
}

async function withVersions(db: Db, documents: readonly DocumentRow[]): Promise<DocumentReport[]> {
  if (documents.length === 0) return [];
  const { rows } = await db.execute<VersionRow>(sql`
    select v.document, v.id, v.number, v.title, v.valid_from::text as "validFrom", v.valid_to::text as "validTo",
      to_char(v.imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "importedAt",
      v.bytes::float8 as bytes, v.pages, v.sections,
      case when v.valid_from > berlin_day(now()) then 'coming' when v.valid_to < berlin_day(now()) then 'old'
        else 'current' end as state
    from document_version v where v.ready and v.document in (${idsOf(documents)})
    order by v.number desc`);
  return documents.map(({ id, collection, name, kind, origin, reviewOn, revision }) => ({
    id,
    collection,
    name,
    kind,
    origin,
    reviewOn,
    revision,
    versions: rows.filter((row) => row.document === id).map(({ document: _document, ...version }) => version),
  }));
}

/** In either case of each letter: what `lower` does to an umlaut depends on how a database was set up. */
function patternOf(filter: string): string {
  return [...filter]
    .map((sign) =>
      /\p{L}/u.test(sign)
        ? `[${sign.toLowerCase()}${sign.toUpperCase()}]`
        : sign.replace(/[^\p{L}\p{N}\s]/u, '\\$&'),
    )
    .join('');
}

function idsOf(documents: readonly DocumentRow[]): SQL {
  return sql.join(
    documents.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  );
}
