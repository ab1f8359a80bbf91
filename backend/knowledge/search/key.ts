import type { AnalysedSection } from '../analysis/analysed.ts';

/** How heavily a term stands in a section: 3 is the heaviest. Each level is a list of sections of its own. */
export type Level = 0 | 1 | 2 | 3;
export const LEVELS = [0, 1, 2, 3] as const;
/** What a level is worth beside the others: about the mean of the BM25F of what is in it. */
export const LEVEL_VALUES = [0.3, 0.46, 0.66, 0.82] as const;

const K1 = 1.2;
const B = 0.6;
const WEIGHTS = { title: 2, heading: 2 };
/** The analysis counts a section's own heading so often. */
const OWN_HEADING = 3;
/** A section of usual length; fixed, so that a level once entered stays right. */
const USUAL_WORDS = 110;
const BOUNDS = [0.38, 0.56, 0.75] as const;

const MOST = { title: 3, heading: 7, text: 1_023 };

/** How often a term stands in the fields of a section. */
export interface TermInSection {
  term: string;
  title: number;
  heading: number;
  text: number;
}

/** The terms of a section with their counts, ordered by term. */
export function termsIn({ title, heading, text }: AnalysedSection): TermInSection[] {
  const terms = new Map<string, TermInSection>();
  const add = (field: 'title' | 'heading' | 'text', counts: AnalysedSection['text']) => {
    for (const [term, count] of counts) {
      let known = terms.get(term);
      if (known === undefined) terms.set(term, (known = { term, title: 0, heading: 0, text: 0 }));
      known[field] = count;
    }
  };
  add('title', title);
  add('heading', heading);
  add('text', text);
  return [...terms.values()];
}

/** By a fixed BM25F, as the candidates of a question are chosen by it; the ranking itself counts anew. */
export function levelOf({ title, heading, text }: Omit<TermInSection, 'term'>, words: number): Level {
  const norm = 1 - B + (B * words) / USUAL_WORDS;
  const count =
    WEIGHTS.title * Math.min(1, title) + WEIGHTS.heading * Math.min(1, heading / OWN_HEADING) + text / norm;
  const value = count / (count + K1);
  return value < BOUNDS[0] ? 0 : value < BOUNDS[1] ? 1 : value < BOUNDS[2] ? 2 : 3;
}

/** Counts of the three fields in 15 bits; what is beyond them counts as the most that they hold. */
export function packCounts({ title, heading, text }: Omit<TermInSection, 'term'>): number {
  return (
    (Math.min(title, MOST.title) << 13) | (Math.min(heading, MOST.heading) << 10) | Math.min(text, MOST.text)
  );
}

export function unpackCounts(packed: number): Omit<TermInSection, 'term'> {
  return { title: packed >> 13, heading: (packed >> 10) & MOST.heading, text: packed & MOST.text };
}

/** A list of sections: a term of a collection at a level. */
export function keyOf(termId: number, level: Level): number {
  return termId * LEVELS.length + level;
}

export function termIdOf(key: number): number {
  return key >> 2;
}
