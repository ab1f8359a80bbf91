import { analyseQuery, analyseSection, analyseWord } from '../../../knowledge/analysis/analyse.ts';
import type { Query } from '../../../knowledge/analysis/analysed.ts';
import { createEveryday } from '../../../knowledge/words/everyday.ts';
import { TASK_WORDS } from './task-words.ts';

/** What something is found by. */
export interface Findable {
  name: string;
  purpose: string;
  /** Titles of steps, labels of fields, orders. */
  texts: readonly string[];
}

/** The same, in terms. */
export interface Found {
  fields: readonly { weight: number; counts: ReadonlyMap<string, number> }[];
}

/** Its name counts most, then what it is for, then what it does in detail. */
const WEIGHTS = { name: 3, purpose: 2, texts: 1 } as const;
/** How soon more of the same word adds nothing. */
const SATURATION = 0.6;
/** Less than this part of the best is no answer to the same question. */
const LEAST_PART = 0.3;

const taskWords = createEveryday((word) => analyseWord(word).slice(0, 1), TASK_WORDS);

/** What something is found by, in terms. Pure. */
export function findableTerms({ name, purpose, texts }: Findable): Found {
  const { title, heading, text } = analyseSection(
    { path: [purpose], text: texts.join('\n'), pages: null },
    name,
  );
  return {
    fields: [
      { weight: WEIGHTS.name, counts: new Map(title) },
      { weight: WEIGHTS.purpose, counts: new Map(heading) },
      { weight: WEIGHTS.texts, counts: new Map(text) },
    ],
  };
}

/**
 * Finds tasks by what they do, in words of every day: by stems, parts of compounds and words that mean alike. Each word of
 * the question counts once, by the best of its terms; rare words count more. Pure.
 * @returns what fits, the best first; equal ones in the order given
 */
export function rankFound<Thing>(question: string, things: readonly (readonly [Thing, Found])[]): Thing[] {
  const query = analyseQuery(question, taskWords(new Set(stemsIn(question))));
  const rarity = raritiesOf(query, things);
  const scored = things.map(([thing, found]) => ({ thing, score: scoreOf(query, found, rarity) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score >= best * LEAST_PART)
    .sort((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
}

function stemsIn(question: string): string[] {
  return question.split(/[^\p{L}\p{N}-]+/u).flatMap((word) => (word === '' ? [] : analyseWord(word)));
}

/** As in BM25 (Robertson, Zaragoza 2009), never below zero. */
function raritiesOf({ terms }: Query, things: readonly (readonly [unknown, Found])[]): Map<string, number> {
  return new Map(
    terms.map(({ term }) => {
      const having = things.filter(([, { fields }]) => fields.some(({ counts }) => counts.has(term))).length;
      return [term, Math.log(1 + (things.length - having + 0.5) / (having + 0.5))];
    }),
  );
}

function scoreOf({ terms }: Query, { fields }: Found, rarity: ReadonlyMap<string, number>): number {
  const byWord = new Map<number, number>();
  for (const { term, weight, word } of terms) {
    const frequency = fields.reduce((sum, field) => {
      const count = field.counts.get(term) ?? 0;
      return count === 0 ? sum : sum + field.weight * Math.min(count, 2);
    }, 0);
    if (frequency === 0) continue;
    const score = weight * (rarity.get(term) ?? 0) * (frequency / (frequency + SATURATION * WEIGHTS.name));
    byWord.set(word, Math.max(byWord.get(word) ?? 0, score));
  }
  return [...byWord.values()].reduce((sum, score) => sum + score, 0);
}
