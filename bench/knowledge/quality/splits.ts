import { rank } from '../../../backend/knowledge/ranking/rank.ts';
import { TUNING, type Tuning } from '../../../backend/knowledge/ranking/tuning.ts';
import type { Material, Question } from './corpus.ts';
import { figuresOf } from './measure.ts';
import { createMemoryIndex, type Way } from './memory-index.ts';

/** What another tuning is worth on the halves that it was not chosen on; mean of all splits. */
export interface SplitFigures {
  splits: number;
  /** Of the tuning that ships, on the same halves. */
  shipped: { five: number; mrr: number };
  chosen: { five: number; mrr: number };
  /** What was chosen, and in how many splits. */
  choices: { name: string; times: number }[];
}

const STEPS: readonly (readonly [keyof Tuning, readonly number[]])[] = [
  ['saturation', [0.6, 0.9, 1.6]],
  ['length', [0.3, 0.45, 0.75]],
  ['title', [1, 3]],
  ['heading', [1, 3, 4]],
  ['coverage', [0, 0.25, 1, 2]],
  ['document', [0, 0.2, 0.4]],
  ['grams', [0, 1.5, 4]],
  ['own', [0, 1, 3]],
  ['fusion', [2, 10, 20]],
];
const SPLITS = 20;
const SEED = 11;
const DEPTH = 10;

/**
 * Chooses one change of the tuning on a random half of the questions, by MRR@10 and R@5 together, and measures it on the
 * other half, over several splits. A change is worth taking where it holds on the halves that did not choose it.
 */
export function crossValidate(material: Material, way: Way): SplitFigures {
  const tunings: { name: string; tuning: Tuning }[] = [
    { name: 'as it ships', tuning: TUNING },
    ...STEPS.flatMap(([key, values]) =>
      values.map((value) => ({ name: `${key} ${value}`, tuning: { ...TUNING, [key]: value } })),
    ),
  ];
  const index = createMemoryIndex(material.documents, way);
  const places = new Map<Question, number[]>();
  for (const question of material.questions) {
    const { query, candidates, figures } = index.search(question.text, []);
    places.set(
      question,
      tunings.map(({ tuning }) => placeOf(question, rank(query, candidates, figures, tuning), index.at)),
    );
  }
  const figuresFor = (questions: readonly Question[], which: number) =>
    figuresOf(
      questions.map((question) => ({ question, place: places.get(question)?.[which] ?? 0, first: '' })),
    );
  const worth = (questions: readonly Question[], which: number) => {
    const { five, mrr } = figuresFor(questions, which);
    return five + mrr;
  };
  const random = numbers(SEED);
  const times = new Map<string, number>();
  const sums = { shipped: { five: 0, mrr: 0 }, chosen: { five: 0, mrr: 0 } };
  for (let split = 0; split < SPLITS; split++) {
    const order = material.questions
      .map((question) => ({ question, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ question }) => question);
    const half = Math.floor(order.length / 2);
    const [one, other] = [order.slice(0, half), order.slice(half)];
    const values = tunings.map((_, which) => worth(one, which));
    const chosen = values.indexOf(Math.max(...values));
    const name = tunings[chosen]?.name ?? '';
    times.set(name, (times.get(name) ?? 0) + 1);
    for (const [key, which] of [
      ['shipped', 0],
      ['chosen', chosen],
    ] as const) {
      const { five, mrr } = figuresFor(other, which);
      sums[key].five += five / SPLITS;
      sums[key].mrr += mrr / SPLITS;
    }
  }
  const choices = [...times]
    .map(([name, count]) => ({ name, times: count }))
    .sort((a, b) => b.times - a.times);
  return { splits: SPLITS, ...sums, choices };
}

/** The place of the first answer among different sections, from 1; 0 where it is not within the first ten. */
function placeOf(
  question: Question,
  ranked: readonly { section: number }[],
  at: ReturnType<typeof createMemoryIndex>['at'],
): number {
  const seen = new Set<string>();
  for (const { section: id } of ranked) {
    const { document, section } = at(id);
    const key = section.path.length === 0 ? `${id}` : [document, ...section.path].join('\n');
    seen.add(key);
    if (seen.size > DEPTH) return 0;
    if (question.isAnswer(document, section)) return seen.size;
  }
  return 0;
}

/** The same numbers on every run (mulberry32), 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
