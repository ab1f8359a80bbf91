import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { DocumentError, type DocumentErrorCode } from '../../documents/errors.ts';
import type { DocumentLimits } from '../../documents/read.ts';
import { describeFault } from '../../http/log.ts';
import { isDuplicate } from '../../store/faults.ts';
import { type Db, type Store, StoreError } from '../../store/store.ts';
import { scopeOf } from '../collections/scope.ts';
import { MOST_TRIES, PIECE_BYTES, READING_LIMITS, RENEW_MS } from './limits.ts';
import { createReader, type Reader, ReaderLost } from './reader.ts';
import { endRuns } from './runs.store.ts';
import {
  giveBack,
  isUnfinished,
  LeaseLost,
  pieceOf,
  renewHeld,
  settle,
  type TakenFile,
  takeFile,
} from './take.store.ts';
import {
  beginVersion,
  type Draft,
  dropDraft,
  fillVersion,
  finishVersion,
  keepPiece,
} from './versions.store.ts';

export interface ImporterParts {
  store: Store;
  log: Pick<Logger, 'warn' | 'error'>;
  /** Threads that read; what one has read is written while it reads the next file. */
  threads?: 1 | 2;
  limits?: DocumentLimits;
  /** Milliseconds before the store is asked again after it was away. */
  againMs?: number;
  /** Milliseconds that the store may be away; null for ever. */
  patienceMs?: number | null;
}

/** Reads the files that wait, one process among others that do so. */
export interface Importer {
  /** Says that there may be something to do; returns at once. */
  wake(): void;
  /**
   * Resolves once nothing of an import is left to read, whoever reads it. Not while the store is away.
   * @param run null for all imports
   * @throws StoreError where the store is away for too long
   */
  finished(run: string | null): Promise<void>;
  /** Puts back what is being read, so that others go on at once. */
  close(): Promise<void>;
}

/** Between two looks at files that others read. */
const OTHERS_MS = 500;
const AGAIN_MS = 5_000;

/**
 * An importer: takes files under a lease, has them read in a thread, and writes them in batches of short transactions. Whoever
 * takes over from one that was killed begins the file anew, and what that one had written of it goes.
 */
export function createImporter({
  store,
  log,
  threads = 1,
  limits = READING_LIMITS,
  againMs = AGAIN_MS,
  patienceMs = null,
}: ImporterParts): Importer {
  const holder = randomUUID();
  const readers = Array.from({ length: threads }, () => createReader(limits));
  const free: Reader[] = [...readers];
  const queue: ((reader: Reader) => void)[] = [];
  const closing = new AbortController();
  let working: Promise<void> | null = null;
  let woken = false;
  /** The store was away for longer than there is patience. */
  let lost: StoreError | null = null;

  const pause = (ms = againMs) => sleep(ms, undefined, { signal: closing.signal }).catch(() => undefined);
  const everywhere = <T>(work: (db: Db) => Promise<T>) => store.within('verbund', work);

  function wake(): void {
    woken = true;
    if (working !== null || lost !== null || closing.signal.aborted) return;
    working = work().finally(() => {
      working = null;
      // Said while the last one looked around.
      if (woken) wake();
    });
  }

  async function work(): Promise<void> {
    woken = false;
    const renewing = setInterval(() => {
      everywhere((db) => renewHeld(db, holder)).catch(() => undefined);
    }, RENEW_MS);
    renewing.unref();
    try {
      // One more than there are threads: it writes while they read.
      await Promise.all(Array.from({ length: threads + 1 }, lane));
      if (!closing.signal.aborted) await whileAway(() => everywhere((db) => endRuns(db)));
    } catch (fault) {
      if (fault instanceof StoreError) lost = fault;
      log.error({ fault: describeFault(fault) }, 'import: the importer failed');
    } finally {
      clearInterval(renewing);
    }
  }

  async function lane(): Promise<void> {
    while (!closing.signal.aborted) {
      const file = await whileAway(next);
      if (file === null || file === undefined) return;
      try {
        await importOne(file);
      } catch (fault) {
        if (closing.signal.aborted) return;
        const away = fault instanceof StoreError && fault.why !== 'failed';
        if (away || fault instanceof LeaseLost) {
          // It waits with the store; or another has it, or its document was removed meanwhile.
          if (away) {
            log.warn({ why: fault.why }, 'import: the store is away');
            await pause();
          }
          await whileAway(() => everywhere((db) => giveBack(db, holder, file.id)));
          continue;
        }
        log.error({ fault: describeFault(fault) }, 'import: a file failed');
        await whileAway(() => outcome(file, 'internal'));
      }
    }
  }

  /** Tries again for as long as the store is away. @returns undefined where the importer is closed meanwhile */
  async function whileAway<T>(work: () => Promise<T>): Promise<T | undefined> {
    const since = performance.now();
    while (!closing.signal.aborted) {
      try {
        return await work();
      } catch (fault) {
        if (fault instanceof LeaseLost) return undefined;
        if (!(fault instanceof StoreError) || fault.why === 'failed') throw fault;
        if (patienceMs !== null && performance.now() - since > patienceMs) throw fault;
        await pause();
      }
    }
    return undefined;
  }

  async function next(): Promise<TakenFile | null> {
    for (;;) {
      try {
        return await everywhere((db) => takeFile(db, holder));
      } catch (fault) {
        // Another holder took the same document just then.
        if (!isDuplicate(fault)) throw fault;
      }
    }
  }

  async function importOne(file: TakenFile): Promise<void> {
    for (let tries = 1; ; tries++) {
      const reader = await reading();
      try {
        await readInto(file, reader);
        return;
      } catch (fault) {
        if (closing.signal.aborted) return;
        const code = codeOf(fault);
        if (code === null) throw fault;
        if (fault instanceof ReaderLost && tries < MOST_TRIES) continue;
        await outcome(file, code);
        return;
      } finally {
        reader.back();
      }
    }
  }

  const outcome = (file: TakenFile, code: DocumentErrorCode | 'internal') =>
    store.within(scopeOf(file), async (db) => {
      await dropDraft(db, file, holder);
      await settle(db, file, holder, { state: 'failed', code });
    });

  async function readInto(file: TakenFile, reader: Turn): Promise<void> {
    const within = <T>(work: (db: Db) => Promise<T>) => store.within(scopeOf(file), work);
    const bytes = await bytesOf(file);
    const { facts, batches } = await reader.own.read(bytes, file.name);
    let draft: Draft | null = null;
    let sections = 0;
    for await (const { rows, last } of batches) {
      if (closing.signal.aborted) return;
      if (last) reader.back();
      sections += rows.length;
      const small: boolean = last && draft === null && file.bytes <= PIECE_BYTES;
      const read = { sections, notices: facts.notices };
      draft = await within(async (db): Promise<Draft> => {
        const own: Draft = draft ?? (await beginVersion(db, file, holder, facts));
        await fillVersion(db, file, holder, own, rows);
        if (small) {
          if (file.bytes > 0) await keepPiece(db, file, holder, own, 0);
          await finishVersion(db, file, holder, own, read);
        }
        return own;
      });
      if (small) return;
    }
    if (draft === null) throw new DocumentError('file_empty');
    const done: Draft = draft;
    for (let piece = 0; piece * PIECE_BYTES < file.bytes; piece++) {
      await within((db) => keepPiece(db, file, holder, done, piece));
    }
    await within((db) => finishVersion(db, file, holder, done, { sections, notices: facts.notices }));
  }

  async function bytesOf(file: TakenFile): Promise<Uint8Array> {
    const bytes = new Uint8Array(file.bytes);
    for (let piece = 0; piece * PIECE_BYTES < file.bytes; piece++) {
      const data = await store.within(scopeOf(file), (db) => pieceOf(db, file.id, piece));
      if (data === null) throw new LeaseLost();
      bytes.set(data, piece * PIECE_BYTES);
    }
    return bytes;
  }

  /** A thread for one file, given back once. */
  interface Turn {
    own: Reader;
    back(): void;
  }

  function reading(): Promise<Turn> {
    const turn = (own: Reader): Turn => {
      let isBack = false;
      return {
        own,
        back() {
          if (isBack) return;
          isBack = true;
          const waiting = queue.shift();
          if (waiting === undefined) free.push(own);
          else waiting(own);
        },
      };
    };
    const own = free.pop();
    if (own !== undefined) return Promise.resolve(turn(own));
    return new Promise((resolve) => queue.push((given) => resolve(turn(given))));
  }

  return {
    wake,
    async finished(run) {
      while (!closing.signal.aborted) {
        wake();
        await working;
        if (lost !== null) throw lost;
        const left = await whileAway(() => everywhere((db) => isUnfinished(db, run)));
        if (left !== true) return;
        // Others are reading them, or were killed over them.
        await pause(OTHERS_MS);
      }
    },
    async close() {
      closing.abort();
      await Promise.all(readers.map((reader) => reader.close()));
      await working?.catch(() => undefined);
      await everywhere((db) => giveBack(db, holder)).catch(() => undefined);
    },
  };
}

function codeOf(fault: unknown): DocumentErrorCode | null {
  return fault instanceof DocumentError || fault instanceof ReaderLost ? fault.code : null;
}
