import { sql } from 'drizzle-orm';
import type { Db } from '../../store/store.ts';

/** Rows of one statement: so many hold up the embedded database, which does one transaction at a time, for moments only. */
const SECTIONS = 500;
const TERMS = 2_000;
/** Pieces of files, a megabyte each. */
const PIECES = 8;

/** What a step of the removal did; `nothing` where there is nothing left to do. */
export type Step = 'nothing' | 'rows' | 'version' | 'document' | 'collection';

/** Versions that go: of what is removed, and replaced ones whose time as such is over. */
const GOING = sql`
  select v.id, c.removed_at is not null as whole from document_version v
    join document d on d.id = v.document join collection c on c.id = v.collection
  where d.removed_at is not null or c.removed_at is not null
    or v.valid_to + c.keep_old_days < berlin_day(now())
      and exists (select from document_version n where n.document = v.document and n.number > v.number and n.ready)
  limit 1`;

/**
 * Does the next small step of what is removed: the index of a version, some of its sections, some pieces of its file, and at
 * last the version, the document, the collection themselves. To be called until nothing is left; a step that is lost is done
 * the next time.
 * @param db in the scope of the Verbund: it is the house that tidies up, for all
 */
export async function removeStep(db: Db): Promise<Step> {
  const { rows } = await db.execute<{ id: string; whole: boolean }>(GOING);
  const [version] = rows;
  if (version !== undefined) return removeVersion(db, version);
  const documents = await db.execute(sql`
    delete from document where id in (select id from document where removed_at is not null limit 1)`);
  if ((documents.rowCount ?? 0) > 0) return 'document';
  return removeCollectionStep(db);
}

async function removeVersion(db: Db, { id, whole }: { id: string; whole: boolean }): Promise<Step> {
  await db.execute(sql`update document_version set ready = false where id = ${id}::uuid and ready`);
  // Without its sums the index of a collection goes without being counted down.
  if (whole) {
    await db.execute(sql`
      delete from search_collection where collection = (select collection from document_version where id = ${id}::uuid)`);
  }
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from section where version = ${id}::uuid order by number limit ${SECTIONS}`,
  );
  if (rows.length > 0) {
    const sections = sql`${sql.param(rows.map((row) => row.id))}::bigint[]`;
    await db.execute(sql`select unindex_sections(${id}::uuid, ${sections})`);
    await db.execute(sql`delete from section where id = any(${sections})`);
    return 'rows';
  }
  const pieces = await db.execute(sql`
    delete from original_piece where version = ${id}::uuid and piece in (
      select piece from original_piece where version = ${id}::uuid order by piece limit ${PIECES})`);
  if ((pieces.rowCount ?? 0) > 0) return 'rows';
  await db.execute(sql`delete from document_version where id = ${id}::uuid`);
  return 'version';
}

async function removeCollectionStep(db: Db): Promise<Step> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from collection where removed_at is not null limit 1`,
  );
  const [gone] = rows;
  if (gone === undefined) return 'nothing';
  const terms = await db.execute(sql`
    delete from term_count where id in (select id from term_count where collection = ${gone.id}::uuid limit ${TERMS})`);
  if ((terms.rowCount ?? 0) > 0) return 'rows';
  // Files that wait for an import that nobody needs any more.
  const waiting = await db.execute(sql`
    delete from import_piece p using (
      select q.file, q.piece from import_piece q join import_file f on f.id = q.file join import_run r on r.id = f.run
      where r.collection = ${gone.id}::uuid limit ${PIECES}
    ) n where p.file = n.file and p.piece = n.piece`);
  if ((waiting.rowCount ?? 0) > 0) return 'rows';
  await db.execute(sql`delete from collection where id = ${gone.id}::uuid`);
  return 'collection';
}
