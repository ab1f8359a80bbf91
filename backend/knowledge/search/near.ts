/** Shorter words have too many neighbours. */
export const SHORTEST = 5;

/** How far a word may be from one that was meant: slips of the keyboard, more in a long word. */
export function slackOf(word: string): number {
  return word.length < 8 ? 1 : 2;
}

/**
 * Slips of the keyboard that lead from one word to the other: a letter too many, too few, another one, or two that changed
 * places (Damerau 1964, each place once).
 * @returns the number; anything above `most` where it is more
 */
export function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[other.length] ?? 0;
}

/** A word that was probably meant. */
export interface NearWord {
  term: string;
  /** What it counts beside the word itself. */
  weight: number;
}

/** Words for one at the most. */
const MOST = 3;
const WEIGHTS = [1, 0.8, 0.6] as const;

/** The nearest of some words, those with the fewest slips alone; the same whatever order they come in. */
export function nearest(word: string, vocabulary: Iterable<string>): NearWord[] {
  const slack = slackOf(word);
  const found = [...new Set(vocabulary)]
    .map((term) => ({ term, slips: slipsBetween(word, term, slack) }))
    .filter(({ slips }) => slips <= slack)
    .sort((a, b) => a.slips - b.slips || (a.term < b.term ? -1 : 1));
  const fewest = found[0]?.slips ?? 0;
  return found
    .filter(({ slips }) => slips === fewest)
    .slice(0, MOST)
    .map(({ term, slips }) => ({ term, weight: WEIGHTS[slips] ?? 0.5 }));
}
