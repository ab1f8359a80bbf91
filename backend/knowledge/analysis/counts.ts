import type { Counts } from './analysed.ts';

const byTerm = ([a]: readonly [string, number], [b]: readonly [string, number]) =>
  a < b ? -1 : a > b ? 1 : 0;

/** Counts terms; the order in which they come makes no difference. */
export function countsOf(terms: Iterable<string>): Counts {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts].sort(byTerm);
}
