import type { Logger } from 'pino';
import type { ErrorCode } from '../../../contract/errors.ts';
import { MAX_FILE_BYTES } from '../../../contract/limits.ts';
import { describeFault } from '../../http/log.ts';
import { GraphError } from '../../identity/graph-error.ts';
import type { GraphSession } from '../../identity/graph.ts';
import type { Store } from '../../store/store.ts';
import { scopeOf } from '../collections/scope.ts';
import { bringFile } from '../import/bring.ts';
import { enterFile, RunGone } from '../import/files.store.ts';
import type { Importer } from '../import/importer.ts';
import { closeRun, type OpenRun } from '../import/runs.store.ts';
import { filesBelow, type SharedFile, type SharedFolder } from './folder.ts';

/** Imports of SharePoint that are going on in this process. */
export interface SharepointImports {
  /**
   * Brings the files of a folder to an import that is open, and closes it. Returns at once: the person need not wait. Their
   * token stays in this process; where it ends, or the process does, the import tells what is missing, and the next one
   * brings only that.
   */
  start(run: OpenRun, session: GraphSession, folder: SharedFolder): void;
  /** Ends those that are going on. */
  close(): Promise<void>;
}

export function createSharepointImports({
  store,
  importer,
  log,
}: {
  store: Store;
  importer: Pick<Importer, 'wake'>;
  log: Pick<Logger, 'error'>;
}): SharepointImports {
  const closing = new AbortController();
  const going = new Set<Promise<void>>();

  async function bringAll(run: OpenRun, session: GraphSession, folder: SharedFolder): Promise<void> {
    try {
      for await (const found of filesBelow(session, folder, closing.signal)) {
        if (found.kind === 'unread') await fail(run, found.name, null, 'sharepoint_refused');
        else await bring(run, found.file);
        importer.wake();
      }
    } catch (fault) {
      if (fault instanceof RunGone) return;
      const isOver = closing.signal.aborted || (fault instanceof GraphError && fault.fault === 'expired');
      const code = isOver ? 'import_interrupted' : codeOf(fault);
      if (code === null) log.error({ fault: describeFault(fault) }, 'import of SharePoint failed');
      // Files that were not come to are named by their folder.
      await fail(run, folder.name, folder.address, code ?? 'internal');
    } finally {
      await store.within(scopeOf(run), (db) => closeRun(db, run.id));
      importer.wake();
    }
  }

  async function bring(run: OpenRun, { name, address, bytes, open }: SharedFile): Promise<void> {
    if (bytes > MAX_FILE_BYTES) {
      await fail(run, name, address, 'file_too_large', bytes);
      return;
    }
    const coming = { name, sourceAddress: address };
    try {
      const brought = await bringFile(store, run, coming, await open(closing.signal), MAX_FILE_BYTES);
      if (brought.state === 'too-large') await fail(run, name, address, 'file_too_large');
      if (brought.state === 'name-taken') await fail(run, `${name} (2)`, address, 'import_name_taken');
    } catch (fault) {
      // One file that may not be read keeps nobody from the others.
      if (!(fault instanceof GraphError) || fault.fault === 'expired' || closing.signal.aborted) throw fault;
      await fail(run, name, address, codeOf(fault) ?? 'internal');
    }
  }

  const fail = (run: OpenRun, name: string, sourceAddress: string | null, failed: ErrorCode, bytes = 0) =>
    store.within(scopeOf(run), (db) => enterFile(db, run, { name, sourceAddress }, { failed, bytes }));

  return {
    start(run, session, folder) {
      const one = bringAll(run, session, folder)
        .catch((fault: unknown) => log.error({ fault: describeFault(fault) }, 'import of SharePoint failed'))
        .finally(() => going.delete(one));
      going.add(one);
    },
    async close() {
      closing.abort();
      await Promise.all(going);
    },
  };
}

function codeOf(fault: unknown): ErrorCode | null {
  if (!(fault instanceof GraphError)) return null;
  return sharepointCode(fault.fault);
}

/** How it is told that a folder or a file of SharePoint could not be read. */
export function sharepointCode(fault: GraphError['fault']): ErrorCode {
  switch (fault) {
    case 'not-connected':
      return 'sharepoint_not_connected';
    case 'refused':
    case 'expired':
      return 'sharepoint_refused';
    case 'missing':
      return 'sharepoint_missing';
    case 'unavailable':
      return 'sharepoint_unavailable';
  }
}
