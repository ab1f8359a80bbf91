import { setImmediate as breathe } from 'node:timers/promises';
import type { UpkeepReport } from '../../../contract/knowledge.ts';
import type { Scope, Store } from '../../store/store.ts';
import { likeness } from '../sections/fingerprint.ts';
import { comparedSections, keyedSections, samePairs, toldOf } from './duplicates.store.ts';
import { MOST_LISTED } from './lists.store.ts';
import { createPairing } from './pairs.ts';

/** Of a larger stock the first so many sections are looked through. */
const MOST_SECTIONS = 50_000;
/** Pairs whose texts are compared. */
const MOST_COMPARED = 250;
/** Part of the shingles that two texts share from which on they say nearly the same. */
const ALIKE = 0.7;

/**
 * Sections of a collection that say the same as others, or nearly: first by keys, then by their texts. Many short looks at
 * the store, with the comparing outside of them.
 * @param scope that of the collection
 * @param among ids of the collections that the other section may stand in: those that the person may edit
 * @param most sections that are looked through for those nearly the same
 */
export async function duplicatesIn(
  store: Pick<Store, 'within'>,
  scope: Scope,
  collection: string,
  among: readonly string[],
  most = MOST_SECTIONS,
): Promise<Pick<UpkeepReport, 'duplicates' | 'comparedOnly'>> {
  const same = await store.within(scope, (db) => samePairs(db, collection, among));
  const { pairs: likely, comparedOnly } = await likelyPairs(store, scope, collection, among, most);
  const texts = await store.within(scope, (db) => comparedSections(db, [...same, ...likely].flat()));
  const told: UpkeepReport['duplicates'] = [];
  for (const [pairs, alike] of [
    [same, 'same'],
    [likely, 'near'],
  ] as const) {
    for (const [first, second] of pairs) {
      const [one, other] = [texts.get(first), texts.get(second)];
      if (one === undefined || other === undefined || told.length >= MOST_LISTED) continue;
      // Within one document what is said twice may be meant so.
      if (one.id === other.id || (alike === 'near' && one.same === other.same)) continue;
      if (alike === 'near') {
        // Others get their turn between two comparisons.
        await breathe();
        if (likeness(one.text, other.text) < ALIKE) continue;
      }
      told.push({ alike, one: toldOf(one), other: toldOf(other) });
    }
  }
  return { duplicates: told, comparedOnly };
}

async function likelyPairs(
  store: Pick<Store, 'within'>,
  scope: Scope,
  collection: string,
  among: readonly string[],
  most: number,
): Promise<{ pairs: (readonly [number, number])[]; comparedOnly: number | null }> {
  const pairing = createPairing();
  let seen = 0;
  let all = false;
  for (let last = 0; !all && seen < most;) {
    const page = await store.within(scope, (db) => keyedSections(db, collection, among, last));
    pairing.add(page);
    seen += page.length;
    last = page.at(-1)?.id ?? last;
    all = page.length === 0;
  }
  return { pairs: pairing.pairs(MOST_COMPARED), comparedOnly: all ? null : seen };
}
