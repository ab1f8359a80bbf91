import { tokensOf } from '../../backend/privacy/tokens.ts';
import type { Span } from '../../backend/privacy/span.ts';
import type { Fold } from './folds.ts';
import type { Sentence } from './read-annotated.ts';

/** How well taggers do on texts that they have not seen. */
export interface Figures {
  /** Share of the persons that are fully covered. */
  recall: number;
  /** Share of the found persons that overlap a real one. */
  precision: number;
  falsePerThousand: number;
}

/** @param margin from which a found person counts */
export function measure(folds: readonly Fold[], margin: number): Figures {
  const news = folds.flatMap(({ germeval, tagger }) =>
    germeval.map((sentence) => counted(sentence, tagger.tag)),
  );
  const court = folds.flatMap(({ legal, tagger }) => legal.map((sentence) => counted(sentence, tagger.tag)));
  const sum = (list: readonly Counts[], of: keyof Counts) =>
    list.reduce((total, counts) => total + counts[of], 0);
  return {
    recall: sum(news, 'covered') / sum(news, 'persons'),
    precision: sum(news, 'right') / sum(news, 'found'),
    falsePerThousand: ((sum(court, 'found') - sum(court, 'right')) / sum(court, 'tokens')) * 1000,
  };

  function counted({ text, marks }: Sentence, tag: Fold['tagger']['tag']): Counts {
    const persons = marks.filter(({ what }) => what === 'person');
    const found = tag(tokensOf(text)).filter((span) => span.margin >= margin);
    return {
      persons: persons.length,
      covered: persons.filter((one) => found.some(({ start, end }) => start <= one.start && end >= one.end))
        .length,
      found: found.length,
      right: found.filter((span) => persons.some((one) => overlap(span, one))).length,
      tokens: text.split(' ').length,
    };
  }
}

interface Counts {
  persons: number;
  covered: number;
  found: number;
  right: number;
  tokens: number;
}

function overlap(first: Span, second: Span): boolean {
  return first.start < second.end && second.start < first.end;
}
