import type { AlsoWords } from '../../../backend/knowledge/analysis/analysed.ts';
import type { Question } from './corpus.ts';
import type { MemoryIndex } from './memory-index.ts';

/** Shares of questions, 0 to 1. */
export interface Figures {
  questions: number;
  /** The first section answers. */
  first: number;
  /** One of the first five does. */
  five: number;
  /** Mean reciprocal rank within the first ten. */
  mrr: number;
}

/** A question and where its answer came: from 1, 0 where it is not within the first ten. */
export interface Outcome {
  question: Question;
  place: number;
  /** What came first instead. */
  first: string;
}

const DEPTH = 10;

/** Asks all questions. @param also further words for a question */
export function ask(
  index: MemoryIndex,
  questions: readonly Question[],
  also: (question: string) => readonly AlsoWords[] = () => [],
): Outcome[] {
  return questions.map((question) => {
    const { found } = index.search(question.text, also(question.text));
    const top = found.slice(0, DEPTH);
    const place = 1 + top.findIndex(({ document, section }) => question.isAnswer(document, section));
    const first = top[0];
    return {
      question,
      place,
      first: first === undefined ? '' : [first.document, ...first.section.path.slice(-1)].join(' '),
    };
  });
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const share = (of: (place: number) => number) =>
    outcomes.length === 0 ? 0 : outcomes.reduce((sum, { place }) => sum + of(place), 0) / outcomes.length;
  return {
    questions: outcomes.length,
    first: share((place) => (place === 1 ? 1 : 0)),
    five: share((place) => (place >= 1 && place <= 5 ? 1 : 0)),
    mrr: share((place) => (place === 0 ? 0 : 1 / place)),
  };
}
