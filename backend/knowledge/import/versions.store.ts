import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { ANALYSER_VERSION } from '../analysis/analyse.ts';
import { IndexRefused, type IndexRow, indexSections } from '../search/index.store.ts';
import type { Db } from '../../store/store.ts';
import type { FileFacts } from './facts.ts';
import { hold, LeaseLost, settle, type TakenFile } from './take.store.ts';

/** A version that is being filled; nobody finds it yet. */
export interface Draft {
  version: string;
  /** Whether there was a version of the document before. */
  replaces: boolean;
}

/**
 * Begins a new version of the document that a file is. What a holder that is gone has left of one goes.
 * @throws LeaseLost
 */
export async function beginVersion(
  db: Db,
  file: TakenFile,
  holder: string,
  { title, format, pages, addresses, notices }: FileFacts,
): Promise<Draft> {
  await hold(db, file, holder);
  const document = await documentOf(db, file);
  // The index goes with it.
  await db.execute(sql`delete from document_version where document = ${document}::uuid and not ready`);
  const version = randomUUID();
  const { rows } = await db.execute<{ number: number }>(
    sql`insert into document_version (id, kommune, collection, document, number, title, format, hash, bytes, valid_from,
          pages, notices, addresses, analyser)
        select ${version}::uuid, ${file.kommune}, ${file.collection}::uuid, ${document}::uuid,
          coalesce(max(number), 0) + 1, ${storable(title)}, ${format}, ${file.hash}::bytea, ${file.bytes},
          ${file.validFrom}::date, ${pages}, ${sql.param(notices)}::text[],
          ${sql.param(addresses.map(storable))}::text[], ${ANALYSER_VERSION}
        from document_version where document = ${document}::uuid
        returning number`,
  );
  return { version, replaces: (rows[0]?.number ?? 1) > 1 };
}

/** Locked, so that whoever removes or changes it meanwhile waits. */
async function documentOf(db: Db, file: TakenFile): Promise<string> {
  await db.execute(
    sql`insert into document (id, kommune, collection, name, kind, origin, source_address)
        values (${randomUUID()}::uuid, ${file.kommune}, ${file.collection}::uuid, ${file.name}, ${file.kind},
          ${file.origin}, ${file.sourceAddress})
        on conflict (collection, name) do nothing`,
  );
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from document where collection = ${file.collection}::uuid and name = ${file.name} for update`,
  );
  const [row] = rows;
  if (row === undefined) throw new LeaseLost();
  return row.id;
}

/** Adds sections to a version, and to the index. @throws LeaseLost */
export async function fillVersion(
  db: Db,
  file: TakenFile,
  holder: string,
  { version }: Draft,
  rows: readonly IndexRow[],
): Promise<void> {
  await hold(db, file, holder);
  try {
    await indexSections(db, version, rows);
  } catch (fault) {
    // The document was removed meanwhile.
    throw fault instanceof IndexRefused ? new LeaseLost() : fault;
  }
}

/** Keeps a piece of the original, without its passing through this process. @throws LeaseLost */
export async function keepPiece(
  db: Db,
  file: TakenFile,
  holder: string,
  { version }: Draft,
  piece: number,
): Promise<void> {
  await hold(db, file, holder);
  await db.execute(
    sql`insert into original_piece (version, piece, kommune, data)
        select ${version}::uuid, piece, kommune, data from import_piece where file = ${file.id} and piece = ${piece}`,
  );
}

/**
 * Makes a version the one that counts from its day on: all at once, with the end of the one before it and the outcome of
 * the file.
 * @throws LeaseLost
 */
export async function finishVersion(
  db: Db,
  file: TakenFile,
  holder: string,
  { version, replaces }: Draft,
  { sections, notices }: { sections: number; notices: readonly string[] },
): Promise<void> {
  await hold(db, file, holder);
  const { rows } = await db.execute<{ document: string }>(
    // Whoever removes the document waits for its row, or has had it before.
    sql`with there as (
          select d.id from document d join document_version v on v.document = d.id
          where v.id = ${version}::uuid and d.removed_at is null for update of d)
        update document_version v set ready = true, sections = ${sections}, imported_at = now()
        from there where v.id = ${version}::uuid and v.document = there.id and not v.ready returning v.document`,
  );
  const document = rows[0]?.document;
  if (document === undefined) throw new LeaseLost();
  // One that begins on the same day or later was never in force.
  await db.execute(
    sql`update document_version set valid_to = ${file.validFrom}::date - 1
        where document = ${document}::uuid and ready and id <> ${version}::uuid
          and coalesce(valid_to, 'infinity') >= ${file.validFrom}::date`,
  );
  await db.execute(
    sql`update document d set source_gone = null, origin = ${file.origin},
          source_address = ${file.sourceAddress}, revision = revision + ${replaces ? 1 : 0},
          review_on = (
            select (greatest(berlin_day(now()), ${file.validFrom}::date)
              + make_interval(months => (c.fields->>'reviewMonths')::int))::date
            from collection c where c.id = d.collection)
        where id = ${document}::uuid`,
  );
  await settle(db, file, holder, { state: replaces ? 'replaced' : 'added', sections, notices });
}

/**
 * Takes away what was written for a file that could not be read after all: the draft, and a document that has nothing else.
 * @throws LeaseLost
 */
export async function dropDraft(db: Db, file: TakenFile, holder: string): Promise<void> {
  await hold(db, file, holder);
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from document where collection = ${file.collection}::uuid and name = ${file.name} for update`,
  );
  const document = rows[0]?.id;
  if (document === undefined) return;
  await db.execute(sql`delete from document_version where document = ${document}::uuid and not ready`);
  await db.execute(
    sql`delete from document d where id = ${document}::uuid
          and not exists (select from document_version v where v.document = d.id)`,
  );
}

/** PostgreSQL keeps no NUL, and half a surrogate pair is no character. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
