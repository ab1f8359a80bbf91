/** The nth sentence of the old text and the mth of the new one. */
export interface Pair {
  before: number;
  after: number;
}

/** A pair, and how much it matters that it stays in place. */
export interface WeightedPair extends Pair {
  weight: number;
}

/** Each round looks between the anchors of the round before; a text that needs more is made to be slow. */
const MAX_ROUNDS = 8;

/** Sentences that stand in both texts. */
export interface Anchors {
  /** In the same order in both texts. */
  kept: Pair[];
  /** Only once in either text, but not in the order of the others. */
  crossing: Pair[];
}

/**
 * Finds the sentences that both texts have to the letter (the patience algorithm): those that stand only once in either,
 * and around them those that follow each other in both. Linear apart from sorting.
 * @param before keys of the old sentences
 * @param after keys of the new sentences
 * @param weight what it costs to move an old sentence
 */
export function anchorsOf(
  before: readonly string[],
  after: readonly string[],
  weight: (index: number) => number,
): Anchors {
  const kept: Pair[] = [];
  let crossing: Pair[] = [];
  let open: Range[] = [{ from: 0, to: before.length, fromNew: 0, toNew: after.length }];
  for (let round = 0; round < MAX_ROUNDS && open.length > 0; round++) {
    const next: Range[] = [];
    for (const range of open) {
      const inner = withoutCommonEnds(before, after, range, kept);
      const unique = uniqueIn(before, after, inner).map((pair) => ({ ...pair, weight: weight(pair.before) }));
      const rising = heaviestRising(unique);
      if (round === 0) {
        const chosen = new Set(rising);
        crossing = unique.filter((pair) => !chosen.has(pair));
      }
      if (rising.length === 0) continue;
      for (const pair of rising) kept.push(pair);
      for (const gap of between(inner, rising)) next.push(gap);
    }
    open = next;
  }
  const crossed = new Set(crossing.map((pair) => pair.before));
  const crossedNew = new Set(crossing.map((pair) => pair.after));
  return {
    // In a later round a sentence that moves out is alone with a twin of it.
    kept: kept
      .filter((pair) => !crossed.has(pair.before) && !crossedNew.has(pair.after))
      .sort((one, other) => one.before - other.before),
    crossing,
  };
}

interface Range {
  from: number;
  to: number;
  fromNew: number;
  toNew: number;
}

function withoutCommonEnds(
  before: readonly string[],
  after: readonly string[],
  range: Range,
  kept: Pair[],
): Range {
  let { from, to, fromNew, toNew } = range;
  while (from < to && fromNew < toNew && before[from] === after[fromNew])
    kept.push({ before: from++, after: fromNew++ });
  while (from < to && fromNew < toNew && before[to - 1] === after[toNew - 1])
    kept.push({ before: --to, after: --toNew });
  return { from, to, fromNew, toNew };
}

/** What stands once in either range, in the order of the old text. */
function uniqueIn(before: readonly string[], after: readonly string[], range: Range): Pair[] {
  const once = placesOf(after, range.fromNew, range.toNew);
  const pairs: Pair[] = [];
  for (const [key, at] of placesOf(before, range.from, range.to)) {
    const other = once.get(key);
    if (at !== null && other !== undefined && other !== null) pairs.push({ before: at, after: other });
  }
  return pairs.sort((one, other) => one.before - other.before);
}

/** Where each key stands; null for one that stands in several places. */
function placesOf(keys: readonly string[], from: number, to: number): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (let at = from; at < to; at++) {
    const key = keys[at] ?? '';
    places.set(key, places.has(key) ? null : at);
  }
  return places;
}

function between(range: Range, pairs: readonly Pair[]): Range[] {
  const ends = [...pairs, { before: range.to, after: range.toNew }];
  let from = range.from;
  let fromNew = range.fromNew;
  return ends
    .map((end) => {
      const gap = { from, to: end.before, fromNew, toNew: end.after };
      from = end.before + 1;
      fromNew = end.after + 1;
      return gap;
    })
    .filter((gap) => gap.from < gap.to && gap.fromNew < gap.toNew);
}

/**
 * The heaviest selection of pairs that rises in both texts, so that what moves is the lighter part.
 * @param pairs rising in the old text
 */
export function heaviestRising<T extends WeightedPair>(pairs: readonly T[]): T[] {
  const ranks = new Map(
    pairs
      .map((pair) => pair.after)
      .sort((one, other) => one - other)
      .map((after, rank) => [after, rank + 1]),
  );
  const sums: number[] = [];
  const previous: number[] = [];
  // A binary indexed tree of the best sum that ends at or below a place in the new text.
  const best: number[] = Array.from({ length: pairs.length + 1 }, () => -1);
  pairs.forEach((pair, index) => {
    const rank = ranks.get(pair.after) ?? 0;
    let ahead = -1;
    for (let at = rank - 1; at > 0; at -= at & -at) ahead = heavier(sums, ahead, best[at] ?? -1);
    sums.push((sums[ahead] ?? 0) + pair.weight);
    previous.push(ahead);
    for (let at = rank; at < best.length; at += at & -at) best[at] = heavier(sums, best[at] ?? -1, index);
  });
  const chosen: T[] = [];
  let at = sums.reduce((top, _, index) => heavier(sums, top, index), -1);
  for (let pair = pairs[at]; pair !== undefined; pair = pairs[at]) {
    chosen.push(pair);
    at = previous[at] ?? -1;
  }
  return chosen.reverse();
}

/** Of two places in a list of sums; the first of equals. */
function heavier(sums: readonly number[], one: number, other: number): number {
  return (sums[other] ?? 0) > (sums[one] ?? 0) ? other : one;
}
