import type { QueryTerm } from '../analysis/analysed.ts';
import { idf } from '../ranking/idf.ts';
import { keyOf, LEVEL_VALUES, LEVELS } from './key.ts';
import type { TermCount } from './terms.store.ts';

/** Entries of lists that one question may cost, whatever it asks. */
export const MOST_ENTRIES = 3_500;
const MOST_KEYS = 2_000;
/** With fewer than these the best of the lists that are too long is looked through from its beginning. */
const FEW = 50;
/** Weights are whole numbers, whose sums are the same in every order. */
const SCALE = 10_000;

/** Which lists of sections are read, and what each counts. */
export interface Lists {
  keys: number[];
  weights: number[];
  /** Too long to be read: only their beginning is looked at. */
  common: number[];
}

/**
 * Chooses the lists by what they bring: the rarest terms where they stand most heavily come first, until the entries are
 * used up (anytime ranking over impact-ordered lists; Anh and Moffat 2006, Lin and Trotman 2015).
 * @param counts of the terms in each collection
 */
export function chooseLists(
  terms: readonly QueryTerm[],
  counts: readonly TermCount[],
  sections: number,
  mostEntries: number = MOST_ENTRIES,
): Lists {
  const known = Map.groupBy(counts, ({ term }) => term);
  const lists = terms.flatMap(({ term, weight }) => {
    const found = known.get(term) ?? [];
    let frequency = 0;
    for (const { levels } of found) for (const count of levels) frequency += count;
    return LEVELS.map((level) => {
      const has = found.filter(({ levels }) => (levels[level] ?? 0) > 0);
      let entries = 0;
      for (const { levels } of has) entries += levels[level] ?? 0;
      const value = Math.round(weight * idf(frequency, sections) * LEVEL_VALUES[level] * SCALE);
      return { term, value, entries, keys: has.map(({ id }) => keyOf(id, level)) };
    });
  });
  lists.sort((a, b) => b.value - a.value || (a.term < b.term ? -1 : a.term > b.term ? 1 : 0));
  const chosen: Lists = { keys: [], weights: [], common: [] };
  let entries = 0;
  let common: number[] = [];
  for (const list of lists) {
    if (list.entries === 0 || chosen.keys.length + list.keys.length > MOST_KEYS) continue;
    if (entries + list.entries > mostEntries) {
      if (common.length === 0) common = list.keys;
      continue;
    }
    entries += list.entries;
    for (const key of list.keys) {
      chosen.keys.push(key);
      // One that is everywhere still tells who has it.
      chosen.weights.push(Math.max(1, list.value));
    }
  }
  if (entries < FEW) chosen.common = common;
  return chosen;
}
