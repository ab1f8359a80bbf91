import { type ErrorCode, mayTryAgain } from '../../../contract/errors.ts';
import { MAX_FILE_BYTES } from '../../../contract/limits.ts';
import type { ConsoleApi, ImportOpening } from '../api/console-api.ts';
import { codeOf } from '../use-asked.ts';
import type { Pause } from './pause.ts';

/** A file to be sent, with its folders below the chosen one in its name. */
export interface ChosenFile {
  name: string;
  file: Blob;
}

export type UploadStep =
  | { name: 'sending' }
  /** The connection is lost; it goes on by itself. */
  | { name: 'waiting'; code: ErrorCode }
  /** It cannot go on. */
  | { name: 'stopped'; code: ErrorCode }
  | { name: 'cancelled' }
  /** All is at the backend, which reads it whoever watches. */
  | { name: 'sent' };

/** Files on their way from this page. */
export interface Upload {
  collection: { id: string; name: string };
  /** Null until it is opened. */
  id: string | null;
  total: number;
  sent: number;
  /** Files that were not taken, and why. */
  refused: readonly { name: string; code: ErrorCode }[];
  step: UploadStep;
}

/** What is on its way from this page: one import at a time, whatever page of the console is shown. */
export interface Uploads {
  /** The same object until something of it changes. */
  current(): Upload | null;
  subscribe(listener: () => void): () => void;
  start(collection: Upload['collection'], opening: ImportOpening, files: readonly ChosenFile[]): void;
  /** Tries at once instead of later. */
  goOn(): void;
  /** Sends no more; what was sent is read. */
  cancel(): void;
  /** Forgets an upload that has ended. */
  dismiss(): void;
}

/** Files on their way at once: more make nothing faster, and leave others of the house room. */
const AT_ONCE = 3;
/** Milliseconds until the next try after a connection was lost; the last for all further ones. */
const WAITS = [2_000, 5_000, 10_000, 30_000] as const;
/** Tries of one file that fails in itself. */
const TRIES = 3;

export function isUnderWay(upload: Upload | null): boolean {
  return upload?.step.name === 'sending' || upload?.step.name === 'waiting';
}

/** Whether it is the file that is at fault, and the next one may do better. */
function isOfFile(code: ErrorCode): boolean {
  return (
    code.startsWith('file_') ||
    code === 'too_large' ||
    code === 'invalid_request' ||
    code === 'import_name_taken' ||
    code === 'empty_source'
  );
}

/** Whether the way is at fault: the same will do once it is open again. */
function isOfWay(code: ErrorCode): boolean {
  return code === 'sign_in_required' || (mayTryAgain(code) && code !== 'internal');
}

export function createUploads({ api, pause }: { api: ConsoleApi; pause: Pause }): Uploads {
  const listeners = new Set<() => void>();
  let now: Upload | null = null;
  let stop = new AbortController();
  let sooner = new AbortController();

  const set = (change: Partial<Upload>) => {
    if (now === null) return;
    now = { ...now, ...change };
    tell();
  };
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };

  /** Does something until it is done or cannot be; while the way is closed it waits and says so. */
  const through = async <T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> => {
    for (let tries = 0; ; tries++) {
      try {
        const done = await work();
        if (now?.step.name === 'waiting') set({ step: { name: 'sending' } });
        return done;
      } catch (fault) {
        const code = codeOf(fault);
        if (signal.aborted || !isOfWay(code)) throw fault;
        set({ step: { name: 'waiting', code } });
        await pause(WAITS[Math.min(tries, WAITS.length - 1)] ?? 0, AbortSignal.any([signal, sooner.signal]));
        if (signal.aborted) throw fault;
      }
    }
  };

  const sendOne = async (id: string, { name, file }: ChosenFile, signal: AbortSignal) => {
    if (file.size > MAX_FILE_BYTES) return refuse(name, 'file_too_large');
    for (let tries = 1; ; tries++) {
      try {
        await through(() => api.sendFile(id, name, file, signal), signal);
        return set({ sent: (now?.sent ?? 0) + 1 });
      } catch (fault) {
        const code = codeOf(fault);
        if (signal.aborted) return;
        if (isOfFile(code) || (code === 'internal' && tries === TRIES)) return refuse(name, code);
        if (code !== 'internal') throw fault;
      }
    }
  };
  const refuse = (name: string, code: ErrorCode) =>
    set({ refused: [...(now?.refused ?? []), { name, code }] });

  const run = async (opening: ImportOpening, files: readonly ChosenFile[], signal: AbortSignal) => {
    const collection = now?.collection.id ?? '';
    const id = await through(() => api.openImport(collection, opening), signal);
    set({ id });
    let next = 0;
    const work = async () => {
      for (let file = files[next++]; file !== undefined && !signal.aborted; file = files[next++]) {
        await sendOne(id, file, signal);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await through(() => api.closeImport(id), new AbortController().signal);
  };

  return {
    current: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(collection, opening, files) {
      if (isUnderWay(now)) return;
      const mine = new AbortController();
      stop = mine;
      sooner = new AbortController();
      now = { collection, id: null, total: files.length, sent: 0, refused: [], step: { name: 'sending' } };
      tell();
      run(opening, files, mine.signal).then(
        () => set({ step: mine.signal.aborted ? { name: 'cancelled' } : { name: 'sent' } }),
        (fault: unknown) => {
          const step = mine.signal.aborted
            ? { name: 'cancelled' as const }
            : { name: 'stopped' as const, code: codeOf(fault) };
          // The other workers send no more.
          mine.abort();
          set({ step });
        },
      );
    },
    goOn() {
      sooner.abort();
      sooner = new AbortController();
    },
    cancel: () => stop.abort(),
    dismiss() {
      if (isUnderWay(now)) return;
      now = null;
      tell();
    },
  };
}
