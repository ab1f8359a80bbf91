import type { Query } from '../analysis/analysed.ts';
import type { Candidate, CorpusFigures, Ranked } from './candidate.ts';
import { gramScores } from './grams.ts';
import { idf, rarity } from './idf.ts';
import { TUNING, type Tuning } from './tuning.ts';

export type { Candidate, CorpusFigures, Ranked, TermCounts } from './candidate.ts';

/** A section's own heading is counted so often by the analysis. */
const OWN_HEADING = 3;
/** Words of the question count 1, parts of them half as much, and what was added to them less. */
const OWN_WEIGHT = 0.5;
/** So many of a document's best sections speak for it. */
const OF_DOCUMENT = 3;

type Scored = Ranked;

/**
 * Puts candidates in order: by their words (BM25F, with what is covered of the question and how the document fits) and by
 * the 4-grams of their letters, fused by reciprocal rank. The same input gives the same order everywhere, in whatever
 * order the candidates come: sums run in the order of the query's terms and of the section ids.
 * @param candidates sections that share at least one term with the question
 * @returns all of them, the best first
 */
export function rank(
  query: Query,
  candidates: readonly Candidate[],
  figures: CorpusFigures,
  tuning: Tuning = TUNING,
): Ranked[] {
  const ordered = [...candidates].sort((a, b) => a.section - b.section);
  const weights = query.terms.map(
    ({ weight }, index) => weight * idf(figures.frequencies[index] ?? 0, figures.sections),
  );
  const groups = groupsOf(
    query,
    query.terms.map(
      ({ weight }, index) => weight * rarity(figures.frequencies[index] ?? 0, figures.sections),
    ),
  );
  const grams = tuning.grams > 0 ? gramScores(query.letters, ordered) : [];
  const scored = ordered.map((candidate, index): Scored => {
    const covered = coverageOf(candidate, groups);
    const words = wordScore(candidate, weights, figures, tuning) * (1 + tuning.coverage * covered);
    return {
      section: candidate.section,
      document: candidate.document,
      score: 0,
      words,
      coverage: covered,
      grams: grams[index] ?? 0,
    };
  });
  withDocuments(scored, tuning);
  const byWords = placesBy(scored, ({ words }) => words);
  // Where no section has the question's letters, their order is chance: everyday words for which the law has others.
  const alike = grams.reduce((most, value) => Math.max(most, value), 0);
  const weight = tuning.grams * alike * alike * ownShare(query) ** tuning.own;
  const byGrams = placesBy(scored, ({ grams: value }) => value);
  return scored
    .map((entry, index) => ({
      ...entry,
      score:
        1 / (tuning.fusion + (byWords[index] ?? 0)) +
        (weight > 0 ? weight / (tuning.fusion + (byGrams[index] ?? 0)) : 0),
    }))
    .sort((a, b) => b.score - a.score || a.section - b.section);
}

/**
 * How much of what is searched for are the question's own words, 0 to 1. The letters are those of the question: the more it
 * rests on words that were added to it, the less their order says.
 */
function ownShare({ terms }: Query): number {
  let own = 0;
  let all = 0;
  for (const { weight } of terms) {
    all += weight;
    if (weight >= OWN_WEIGHT) own += weight;
  }
  return all > 0 ? own / all : 0;
}

function wordScore(
  candidate: Candidate,
  weights: readonly number[],
  figures: CorpusFigures,
  tuning: Tuning,
): number {
  const norm = 1 - tuning.length + tuning.length * (candidate.words / Math.max(1, figures.meanWords));
  let score = 0;
  for (const [index, weight] of weights.entries()) {
    const count =
      tuning.title * Math.min(1, candidate.title[index] ?? 0) +
      tuning.heading * Math.min(1, (candidate.heading[index] ?? 0) / OWN_HEADING) +
      (candidate.text[index] ?? 0) / norm;
    if (count > 0) score += (weight * count * (1 + tuning.saturation)) / (count + tuning.saturation);
  }
  return score;
}

/** The terms of one word of the question, and what the word counts. */
interface Group {
  terms: { index: number; weight: number }[];
  weight: number;
}

/** A word counts what its own term counts; its parts and what stands for it bear a part of that. */
function groupsOf(query: Query, weights: readonly number[]): Group[] {
  const groups = new Map<number, Group>();
  for (const [index, { word }] of query.terms.entries()) {
    const group = groups.get(word) ?? { terms: [], weight: 0 };
    groups.set(word, group);
    const weight = weights[index] ?? 0;
    group.terms.push({ index, weight });
    group.weight = Math.max(group.weight, weight);
  }
  return [...groups.values()];
}

function coverageOf(candidate: Candidate, groups: readonly Group[]): number {
  let covered = 0;
  let total = 0;
  for (const { terms, weight } of groups) {
    let best = 0;
    for (const term of terms) if (hasTerm(candidate, term.index) && term.weight > best) best = term.weight;
    covered += best;
    total += weight;
  }
  return total > 0 ? covered / total : 0;
}

function hasTerm(candidate: Candidate, index: number): boolean {
  return (
    (candidate.text[index] ?? 0) > 0 ||
    (candidate.heading[index] ?? 0) > 0 ||
    (candidate.title[index] ?? 0) > 0
  );
}

/** A section of a document that fits as a whole comes before a stray one. */
function withDocuments(scored: Scored[], tuning: Tuning): void {
  if (tuning.document === 0) return;
  const best = new Map<string, number[]>();
  for (const { document, words } of scored) {
    const mine = best.get(document);
    if (mine === undefined) best.set(document, [words]);
    else mine.push(words);
  }
  const sums = new Map<string, number>();
  for (const [document, values] of best) {
    let sum = 0;
    for (const value of values.sort((a, b) => b - a).slice(0, OF_DOCUMENT)) sum += value;
    sums.set(document, sum / OF_DOCUMENT);
  }
  for (const entry of scored) entry.words += tuning.document * (sums.get(entry.document) ?? 0);
}

/** The place of each entry, from 1, in the order of the entries. */
function placesBy(scored: readonly Scored[], value: (entry: Scored) => number): number[] {
  const order = scored.map((entry, index) => ({ index, value: value(entry), section: entry.section }));
  order.sort((a, b) => b.value - a.value || a.section - b.section);
  const places = scored.map(() => 0);
  for (const [place, { index }] of order.entries()) places[index] = place + 1;
  return places;
}
