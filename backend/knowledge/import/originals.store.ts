import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Db } from '../../store/store.ts';

/** The file that a version was read from. */
export interface Original {
  version: string;
  collection: string;
  /** With its folders. */
  name: string;
  format: string;
  bytes: number;
}

/** The original of a version that the scope sees and that is whole; null for any other, and where none is kept. */
export async function originalOf(db: Db, version: unknown): Promise<Original | null> {
  const named = z.uuid().safeParse(version);
  if (!named.success) return null;
  const { rows } = await db.execute<Record<string, unknown> & Omit<Original, 'bytes'> & { bytes: string }>(
    sql`select v.id as version, v.collection, d.name, v.format, v.bytes
        from document_version v join document d on d.id = v.document
        where v.id = ${named.data}::uuid and v.ready and d.removed_at is null
          and (v.bytes = 0 or exists (select from original_piece p where p.version = v.id))`,
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, bytes: Number(row.bytes) };
}

/** A piece of the original of a version; null behind the last one. */
export async function originalPiece(db: Db, version: string, piece: number): Promise<Uint8Array | null> {
  const { rows } = await db.execute<{ data: Uint8Array }>(
    sql`select data from original_piece where version = ${version}::uuid and piece = ${piece}`,
  );
  return rows[0]?.data ?? null;
}
