import { createHash } from 'node:crypto';
import type { DocumentKind, DocumentOrigin } from '../../../contract/knowledge.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import type { Db } from '../../store/store.ts';
import { addPiece, arrived, enterFile } from './files.store.ts';
import { PIECE_BYTES } from './limits.ts';
import { closeRun, openRun } from './runs.store.ts';

/** A file that the house itself makes. */
export interface MadeFile {
  /** As `fileName` gives it. */
  name: string;
  kind: DocumentKind;
  origin: DocumentOrigin;
  /** ISO 8601 calendar date; null for today. */
  validFrom: string | null;
  bytes: Uint8Array;
}

/**
 * Puts a small file in the row of those that are read, as an import of its own, in the transaction of `db`. Whoever calls it
 * wakes the importer once that is done.
 * @param db in the scope of `scopeOf(into)`
 * @returns id of the import
 */
export async function enqueueFile(
  db: Db,
  into: { id: string; kommune: KommuneId | null },
  { name, kind, origin, validFrom, bytes }: MadeFile,
): Promise<string> {
  const run = await openRun(db, into, { origin, kind, validFrom, sourceAddress: null });
  const { id } = await enterFile(db, run, { name, sourceAddress: null }, 'arriving');
  for (let piece = 0; piece * PIECE_BYTES < bytes.length; piece++) {
    await addPiece(db, run, id, piece, bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES));
  }
  await arrived(db, id, { hash: createHash('sha256').update(bytes).digest(), bytes: bytes.length });
  await closeRun(db, run.id);
  return run.id;
}
