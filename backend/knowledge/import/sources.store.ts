import { sql } from 'drizzle-orm';
import type { KommuneId } from '../../../contract/identity.ts';
import type { Db } from '../../store/store.ts';
import { removeDocument } from '../documents/documents.store.ts';

/** SHA-256 in hex of the newest version of each document of a collection, by name. */
export async function knownHashes(db: Db, collection: string): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ name: string; hash: string }>(
    sql`select distinct on (d.name) d.name, encode(v.hash, 'hex') as hash
        from document d join document_version v on v.document = d.id and v.ready
        where d.collection = ${collection}::uuid and d.removed_at is null order by d.name, v.number desc`,
  );
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

/** Documents whose source is in a folder, and no longer among its files. */
export async function vanished(
  db: Db,
  collection: string,
  folder: string,
  names: readonly string[],
): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from document d where collection = ${collection}::uuid and removed_at is null
          and starts_with(source_address, ${`${folder}/`})
          and not exists (select from unnest(${sql.param([...names])}::text[]) n (name) where n.name = d.name)`,
  );
  return rows.map(({ id }) => id);
}

/** Says of documents that their source is gone; the day on which that was first seen stays. */
export async function markGone(db: Db, ids: readonly string[]): Promise<void> {
  await db.execute(
    sql`update document set source_gone = berlin_day(now())
        where id = any(${sql.param([...ids])}::uuid[]) and source_gone is null`,
  );
}

/** Says of documents that their source is there. */
export async function markThere(db: Db, collection: string, names: readonly string[]): Promise<void> {
  await db.execute(
    sql`update document d set source_gone = null where collection = ${collection}::uuid and source_gone is not null
          and exists (select from unnest(${sql.param([...names])}::text[]) n (name) where n.name = d.name)`,
  );
}

/** Takes a document away whose source is gone, as the operator wanted it. @param of whose the collection is; for the protocol */
export function removeGone(db: Db, id: string, folderReason: string): Promise<void> {
  return removeDocument(db, id, { actor: { kind: 'operator' }, reason: folderReason });
}

/** Collections of all with how much is in them. @param db in the scope of the Verbund */
export async function listAll(db: Db) {
  const { rows } = await db.execute<{
    id: string;
    kommune: KommuneId | null;
    name: string;
    documents: number;
    sections: number;
  }>(
    sql`select c.id, c.kommune, c.name,
          (select count(distinct v.document)::int from document_version v join document d on d.id = v.document
            where v.collection = c.id and v.ready and d.removed_at is null) as documents,
          (select coalesce(sum(v.sections), 0)::int from document_version v join document d on d.id = v.document
            where v.collection = c.id and v.ready and d.removed_at is null) as sections
        from collection c where c.removed_at is null order by coalesce(c.kommune, ''), lower(c.name)`,
  );
  return rows;
}
