import { createHash } from 'node:crypto';
import { scopeOf } from '../collections/scope.ts';
import type { Store } from '../../store/store.ts';
import { addPiece, arrived, type Brought, type Coming, enterFile, forgetFile } from './files.store.ts';
import { PIECE_BYTES } from './limits.ts';
import type { OpenRun } from './runs.store.ts';

/** What became of bringing a file. */
export type Bringing =
  /** It waits to be read, or holds nothing new. */
  | { state: 'waiting' | 'unchanged'; bytes: number }
  /** The import had the same file already. */
  | { state: 'there'; bytes: number }
  /** The import has another file of that name. */
  | { state: 'name-taken' }
  | { state: 'too-large' };

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Brings a file to an import, piece by piece, so that it is never in memory as a whole. It counts once all of it is there;
 * one that breaks off leaves nothing.
 * @param chunks its bytes, of whatever lengths
 * @param limit bytes at the most
 * @throws RunGone; StoreError; whatever the chunks throw
 */
export async function bringFile(
  store: Store,
  run: OpenRun,
  coming: Coming,
  chunks: Chunks,
  limit: number,
): Promise<Bringing> {
  const scope = scopeOf(run);
  const hash = createHash('sha256');
  let bytes = 0;
  let pieces = 0;
  let entered: Brought | null = null;
  let held: Uint8Array | null = null;
  const forget = async () => {
    const file = entered;
    if (file?.as === 'new') await store.within(scope, (db) => forgetFile(db, file.id));
  };
  try {
    for await (const piece of piecesOf(chunks)) {
      bytes += piece.length;
      if (bytes > limit) {
        await forget();
        return { state: 'too-large' };
      }
      hash.update(piece);
      // The last one goes with the end of the file: most files have but one, and need one transaction.
      const before: Uint8Array | null = held;
      held = piece;
      const known: Brought | null = entered;
      if (before === null || known?.as === 'there') continue;
      const number = pieces++;
      entered = await store.within(scope, async (db): Promise<Brought> => {
        const file: Brought = known ?? (await enterFile(db, run, coming, 'arriving'));
        if (file.as === 'new') await addPiece(db, run, file.id, number, before);
        return file;
      });
    }
    const digest = hash.digest();
    const known = entered;
    const rest = held;
    return await store.within(scope, async (db): Promise<Bringing> => {
      const file = known ?? (await enterFile(db, run, coming, 'arriving'));
      if (file.as === 'there') {
        const same = file.hash !== null && Buffer.compare(file.hash, digest) === 0;
        return same ? { state: 'there', bytes } : { state: 'name-taken' };
      }
      if (rest !== null) await addPiece(db, run, file.id, pieces, rest);
      return { state: await arrived(db, file.id, { hash: digest, bytes }), bytes };
    });
  } catch (fault) {
    // As far as the store still answers; else the import gives it up when nobody brings files any more.
    await forget().catch(() => undefined);
    throw fault;
  }
}

/** The same bytes in pieces of one length, the last one shorter. */
async function* piecesOf(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + PIECE_BYTES - size);
      at += part.length;
      size += part.length;
      parts.push(part);
      if (size < PIECE_BYTES) continue;
      yield Buffer.concat(parts);
      parts = [];
      size = 0;
    }
  }
  if (size > 0) yield Buffer.concat(parts);
}
