import type { Lexicon } from '../../backend/privacy/lexicon/lexicon.ts';
import { taggerOf, type Tagger } from '../../backend/privacy/tagger/tagger.ts';
import { madeUp, readStock, withOtherNames } from './lessons.ts';
import { randomOf } from './random.ts';
import { readGermEval, readLaws, readLegal, type Sentence } from './read-annotated.ts';
import { train, type Lessons } from './train-crf.ts';

/** A part of the annotated data, and a tagger that has seen nothing of it. */
export interface Fold {
  fold: number;
  germeval: readonly Sentence[];
  legal: readonly Sentence[];
  tagger: Tagger;
}

export const FOLDS = 5;
/** How often each template is filled. */
const ROUNDS = 8;

/** How often the annotated sentences come back with other names in them. */
const VARIANTS = 3;

/** All that the tagger learns from, and how much each kind counts. The figures were found by cross-validation. */
export function lessonsFrom(germeval: readonly Sentence[], legal: readonly Sentence[]): Lessons[] {
  const stock = readStock();
  const variants = Array.from({ length: VARIANTS }, (_, round) =>
    withOtherNames(germeval, stock, randomOf(100 + round)),
  );
  return [
    { texts: germeval, weight: 1 },
    { texts: variants.flat(), weight: 0.3 },
    { texts: legal.filter((_, index) => index % 2 === 0), weight: 0.5 },
    { texts: madeUp(stock, randomOf(8), ROUNDS), weight: 0.2 },
    { texts: readLaws().filter((_, index) => index % 12 === 0), weight: 0.2 },
  ];
}

/** All sentences of a document fall into the same fold. */
export function foldOf({ document }: Sentence): number {
  let sum = 0;
  for (const character of document) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % FOLDS;
}

/**
 * Trains a tagger for each fold on all other folds. Takes about ten seconds for each.
 * @param say what is going on
 */
export function crossValidate(lexicon: Lexicon, say: (words: string) => void = () => undefined): Fold[] {
  const germeval = readGermEval();
  const legal = readLegal();
  return Array.from({ length: FOLDS }, (_, fold) => {
    say(`training fold ${fold + 1} of ${FOLDS}`);
    const seen = (text: Sentence) => foldOf(text) !== fold;
    const unseen = (text: Sentence) => foldOf(text) === fold;
    const weights = train(lessonsFrom(germeval.filter(seen), legal.filter(seen)), lexicon);
    return {
      fold,
      germeval: germeval.filter(unseen),
      legal: legal.filter(unseen),
      tagger: taggerOf(weights, lexicon),
    };
  });
}
