import type { Store } from '../../store/store.ts';
import { removeStep, type Step } from './removal.store.ts';

/** More steps than any collection needs; the rest is done the next time. */
const MOST_STEPS = 100_000;

/**
 * Deletes what was removed, and replaced versions whose time is over: files, sections, index, counts. Many short
 * transactions, between which others get their turn.
 * @returns how many versions, documents and collections are gone
 * @throws StoreError; what was done until then stays done
 */
export async function sweepRemoved(
  store: Pick<Store, 'within'>,
): Promise<{ versions: number; documents: number; collections: number }> {
  const done: Record<Step, number> = { nothing: 0, rows: 0, version: 0, document: 0, collection: 0 };
  for (let steps = 0; steps < MOST_STEPS && done.nothing === 0; steps++) {
    done[await store.within('verbund', removeStep)]++;
  }
  return { versions: done.version, documents: done.document, collections: done.collection };
}
