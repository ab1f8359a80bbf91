import { Band } from './band.ts';
import { type Bag, type Bags, likeness, together } from './likeness.ts';

/** Sentences of the old text that became sentences of the new one in their place. Ends are exclusive. */
export interface Bead {
  from: number;
  to: number;
  fromNew: number;
  toNew: number;
}

/** Sentences with less in common than this (0 to 1, by the weight of their words) are not held for the same. */
export const MIN_LIKENESS = 0.4;
/** So much of a sentence must be found again for it to be a part of a longer one, or one of several it was cut into. */
const MIN_PART = 0.5;
/** A sentence is cut into so many at most, and joined from so many. */
const MAX_PARTS = 6;

/**
 * Finds for the sentences of a stretch of text those of the new text that they became, in the same order (dynamic
 * programming over a band, so that the work grows with the length and not with its square). `Band.fits` must allow it.
 * @param before bags of the old sentences; null for one that is known to be elsewhere
 * @param after bags of the new sentences; null for one that is known to be from elsewhere
 */
export function align(before: readonly (Bag | null)[], after: readonly (Bag | null)[], bags: Bags): Bead[] {
  const [rows, columns] = [before.length, after.length];
  const sums = new Band(rows, columns, -Infinity);
  const common = new Band(rows, columns, 0);
  const steps = new Band(rows, columns, 0);
  for (let row = 0; row <= rows; row++) {
    const last = sums.last(row);
    for (let column = sums.first(row); column <= last; column++) {
      let best = row === 0 && column === 0 ? 0 : -Infinity;
      let chosen = SKIP_NEW;
      const consider = (sum: number, step: number) => {
        if (sum <= best) return;
        best = sum;
        chosen = step;
      };
      if (column > 0) consider(sums.get(row, column - 1), SKIP_NEW);
      if (row > 0) consider(sums.get(row - 1, column), SKIP_OLD);
      const [one, other] = [before[row - 1], after[column - 1]];
      const own = one && other ? bags.common(one, other) : 0;
      if (one && other && own > 0) {
        common.set(row, column, own);
        if (likeness(own, one, other) >= MIN_LIKENESS) consider(sums.get(row - 1, column - 1) + own, 1);
        const above = (part: number) => common.get(part + 1, column);
        for (const [parts, weight] of joinedWeights(before, row, other, above, bags))
          consider(sums.get(row - parts, column - 1) + weight, parts);
        const left = (part: number) => common.get(row, part + 1);
        for (const [parts, weight] of joinedWeights(after, column, one, left, bags))
          consider(sums.get(row - 1, column - parts) + weight, -parts);
      }
      sums.set(row, column, best);
      steps.set(row, column, chosen);
    }
  }
  return beadsOf(steps, rows, columns);
}

/** Steps are numbers: so many old sentences became a new one, or with a minus an old one became so many new ones. */
const [SKIP_OLD, SKIP_NEW] = [100, -100];

function beadsOf(steps: Band, rows: number, columns: number): Bead[] {
  const beads: Bead[] = [];
  let [row, column] = [rows, columns];
  while (row > 0 && column > 0) {
    const step = steps.get(row, column);
    if (step === SKIP_OLD) row--;
    else if (step === SKIP_NEW) column--;
    else {
      const bead = {
        from: row - Math.max(1, step),
        to: row,
        fromNew: column - Math.max(1, -step),
        toNew: column,
      };
      beads.push(bead);
      [row, column] = [bead.from, bead.fromNew];
    }
  }
  return beads.reverse();
}

/**
 * In how many parts before `end` a whole sentence can be found again, and the weight of what they share with it.
 * @param commonWith what a part has in common with the whole
 */
function joinedWeights(
  sides: readonly (Bag | null)[],
  end: number,
  whole: Bag,
  commonWith: (part: number) => number,
  bags: Bags,
): [parts: number, weight: number][] {
  const found: [number, number][] = [];
  const parts: Bag[] = [];
  let most = 0;
  for (let at = end - 1; at >= Math.max(0, end - MAX_PARTS); at--) {
    const part = sides[at];
    if (!part) break;
    const least = MIN_PART * part.weight;
    const own = commonWith(at);
    // What the others have already is no longer there for this one. Nearly all sentences are sorted out here.
    if (own < least || whole.weight - most < least) break;
    most = Math.max(most, own);
    parts.push(part);
    const weight = parts.length > 1 ? joinedWeight(parts, whole, bags) : 0;
    if (weight > 0) found.push([parts.length, weight]);
  }
  return found;
}

function joinedWeight(parts: readonly Bag[], whole: Bag, bags: Bags): number {
  const joined = together(parts);
  const shared = bags.common(joined, whole);
  if (likeness(shared, joined, whole) < MIN_LIKENESS) return 0;
  // Each part must add something of its own: a word that two of them have can be found only once.
  const idle = parts.some((part) => {
    const others = together(parts.filter((other) => other !== part));
    return shared - bags.common(others, whole) < MIN_PART * part.weight;
  });
  return idle ? 0 : shared;
}
