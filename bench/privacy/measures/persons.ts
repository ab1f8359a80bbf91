import { coverage, overlapsAny } from './coverage.ts';
import { type Failure, failureAt } from './failure.ts';
import { foundIn, type Recognise } from './recognise.ts';
import type { Sentence } from './sentences.ts';
import { count, emptyScore, type Score } from './tally.ts';

/** How well persons are found in a data set. */
export interface PersonFigures {
  score: Score;
  tokens: number;
  /** Spans that overlap no person. */
  falseSpans: number;
  failures: Failure[];
}

/**
 * Each text is a request of its own.
 * @param recogniserOf which recogniser reads the text of that number: in a cross-validation the one that never saw it
 */
export function measurePersons(
  texts: readonly Sentence[],
  recogniserOf: (at: number) => Recognise,
): PersonFigures {
  const figures: PersonFigures = { score: emptyScore(), tokens: 0, falseSpans: 0, failures: [] };
  texts.forEach(({ text, tokens, persons }, at) => {
    const found = foundIn(recogniserOf(at), text);
    const isCovered = coverage(text, found);
    const where = String(at + 1);
    figures.tokens += tokens;
    for (const person of persons) {
      count(figures.score.recall, isCovered(person));
      if (isCovered(person)) continue;
      figures.failures.push(failureAt({ what: 'missed', where, kind: 'person', rule: '' }, text, person));
    }
    for (const one of found.filter(({ kind }) => kind === 'person')) {
      const isRight = overlapsAny(one, persons);
      count(figures.score.precision, isRight);
      if (isRight) continue;
      figures.falseSpans += 1;
      const head = { what: 'false', where, kind: 'person', rule: one.rule } as const;
      figures.failures.push(failureAt(head, text, one));
    }
  });
  return figures;
}
