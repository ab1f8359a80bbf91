import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { MAX_FILE_BYTES } from '../../../contract/limits.ts';
import type { Store } from '../../store/store.ts';
import type { Collection } from '../collections/collection.ts';
import { scopeOf } from '../collections/scope.ts';
import { bringFile } from './bring.ts';
import { enterFile } from './files.store.ts';
import type { FolderFile } from './folder.ts';
import type { Importer } from './importer.ts';
import { closeRun, type OpenRun, openRun, type RunOpening } from './runs.store.ts';
import { knownHashes } from './sources.store.ts';

/** What became of bringing files, before they are read. */
export interface FolderImport {
  /** Null where there was nothing to import. */
  run: string | null;
  /** Files whose bytes are in the store already. */
  unchanged: number;
  /** Files that could not be read from the disk, or whose name another file has. */
  unreadable: { name: string; why: 'unreadable' | 'name-taken' }[];
}

/** Bytes that may wait in the store; who brings more waits until some are read. */
const MOST_WAITING_BYTES = 256 * 1024 * 1024;

/**
 * Brings files of this machine to an import of their own. What the store has already is not brought at all.
 * @param importer reads them as they arrive
 * @param told of each file that is done with
 * @throws StoreError
 */
export async function importFolder(
  store: Store,
  collection: Pick<Collection, 'id' | 'kommune'>,
  opening: RunOpening,
  files: readonly FolderFile[],
  importer: Pick<Importer, 'wake' | 'finished'>,
  told: () => void = () => undefined,
): Promise<FolderImport> {
  const scope = scopeOf(collection);
  const known = await store.within(scope, (db) => knownHashes(db, collection.id));
  const result: FolderImport = { run: null, unchanged: 0, unreadable: [] };
  let run: OpenRun | null = null;
  let waiting = 0;
  for (const file of files) {
    try {
      if (known.has(file.name) && known.get(file.name) === (await hashOf(file))) {
        result.unchanged++;
        continue;
      }
    } catch {
      result.unreadable.push({ name: file.name, why: 'unreadable' });
      continue;
    } finally {
      told();
    }
    if (run === null) {
      run = await store.within(scope, (db) => openRun(db, collection, opening));
      result.run = run.id;
    }
    const address = opening.sourceAddress === null ? null : `${opening.sourceAddress}/${file.name}`;
    const coming = { name: file.name, sourceAddress: address };
    const own: OpenRun = run;
    try {
      const brought =
        file.bytes > MAX_FILE_BYTES
          ? { state: 'too-large' as const }
          : await bringFile(store, own, coming, createReadStream(file.path), MAX_FILE_BYTES);
      if (brought.state === 'too-large') {
        await store.within(scope, (db) =>
          enterFile(db, own, coming, { failed: 'file_too_large', bytes: file.bytes }),
        );
      }
      if (brought.state === 'name-taken') result.unreadable.push({ name: file.name, why: 'name-taken' });
    } catch (fault) {
      if (!isOfFile(fault)) throw fault;
      result.unreadable.push({ name: file.name, why: 'unreadable' });
    }
    waiting += file.bytes;
    importer.wake();
    if (waiting > MOST_WAITING_BYTES) {
      await importer.finished(own.id);
      waiting = 0;
    }
  }
  if (run !== null) {
    const { id } = run;
    await store.within(scope, (db) => closeRun(db, id));
    importer.wake();
  }
  return result;
}

async function hashOf({ path }: FolderFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** A fault of the disk, not of the store: the file went, or may not be read. */
function isOfFile(fault: unknown): boolean {
  // Node's own errors are of another realm under Jest.
  return typeof fault === 'object' && fault !== null && 'syscall' in fault && 'path' in fault;
}
