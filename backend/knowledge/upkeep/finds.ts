import type { KommuneId } from '../../../contract/identity.ts';
import type { Store } from '../../store/store.ts';
import { noteFound } from './found.store.ts';

/** Milliseconds between two writings: a search waits for none of them. */
const EVERY_MS = 60_000;
/** Sections that wait to be written; of more than that nobody learns that they were found. */
const MOST = 20_000;

/** Remembers what searches led to, and writes it now and then in one go. */
export interface Finds {
  note(kommune: KommuneId, sections: readonly number[]): void;
  /** Writes what waits. */
  flush(): Promise<void>;
  /** Writes what waits, and nothing more by itself. */
  close(): Promise<void>;
}

/** @param report told what a writing failed with; what it held is lost, which costs nobody anything but a hint */
export function createFinds(store: Pick<Store, 'within'>, report: (fault: unknown) => void): Finds {
  let waiting = new Map<KommuneId, Set<number>>();
  let size = 0;
  const timer = setInterval(() => void flush(), EVERY_MS);
  timer.unref();

  async function flush(): Promise<void> {
    const taken = waiting;
    waiting = new Map();
    size = 0;
    for (const [kommune, sections] of taken) {
      try {
        await store.within({ kommune }, (db) => noteFound(db, kommune, [...sections]));
      } catch (fault) {
        report(fault);
      }
    }
  }
  return {
    note(kommune, sections) {
      const own = waiting.get(kommune) ?? new Set();
      waiting.set(kommune, own);
      for (const section of sections) {
        if (size >= MOST || own.has(section)) continue;
        own.add(section);
        size++;
      }
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}
