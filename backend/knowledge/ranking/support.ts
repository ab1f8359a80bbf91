import type { Query } from '../analysis/analysed.ts';
import type { Ranked } from './candidate.ts';

/**
 * From this support on something is claimed; below it is "keine Fundstelle". Chosen so that about 5 % of the questions
 * that have an answer are refused when a model has added search words, of which no section has all; without them 1 %
 * (`bench/knowledge/README.md`, "Quality"). What is let through beyond that has still to be quoted and proven.
 */
export const ENOUGH = 0.24;
/**
 * The same where no model reads what was found, so that nobody would notice that it speaks of something else: of questions on
 * matters that a collection has nothing on, half as many come through, and a few more of those with an answer are refused.
 */
export const ENOUGH_UNREAD = 0.28;

/** So many of the best sections are looked at. */
const BEST = 3;
const OF_WORDS = 7;
const OF_GRAMS = 3;

/**
 * How well the best sections bear the question, 0 to 1: how much of its words stands in one of them, and how much of its
 * letters. It tells questions on other matters from those on these documents; it cannot tell that a document speaks of
 * the matter and still leaves the question open.
 * @param ranked as `rank` returns them, the best first
 */
export function supportOf(query: Query, ranked: readonly Ranked[]): number {
  if (query.terms.length === 0) return 0;
  let best = 0;
  for (const { coverage, grams } of ranked.slice(0, BEST))
    best = Math.max(best, (OF_WORDS * coverage + OF_GRAMS * grams) / (OF_WORDS + OF_GRAMS));
  return best;
}
