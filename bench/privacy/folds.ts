import { createRecogniser } from '../../backend/privacy/recogniser.ts';
import { loadLexicon } from '../../backend/privacy/lexicon/load.ts';
import { taggerOf } from '../../backend/privacy/tagger/tagger.ts';
import { readGermEval, readLegal, type Sentence as Lesson } from '../../tools/privacy/read-annotated.ts';
import { train } from '../../tools/privacy/train-crf.ts';
import type { Recognise } from './measures/recognise.ts';
import type { Sentence } from './measures/sentences.ts';

const FOLDS = 5;

/** For each sentence of a data set the recogniser whose tagger was trained without that sentence's document. */
export interface CrossValidation {
  germeval: Recognise[];
  court: Recognise[];
}

/**
 * Trains the tagger once for each fold, on both data sets without the fold's documents, so that the figures are those
 * of texts it has never seen.
 * @param say what is going on
 * @throws Error where the trainer's sentences are not those that are measured
 */
export function crossValidate(
  measured: Record<keyof CrossValidation, readonly Sentence[]>,
  say: (words: string) => void,
): CrossValidation {
  const lessons = { germeval: readGermEval(), court: readLegal() };
  for (const set of ['germeval', 'court'] as const) mustBeTheSame(set, lessons[set], measured[set]);
  const lexicon = loadLexicon();
  const recognisers = Array.from({ length: FOLDS }, (_, fold) => {
    say(`training fold ${fold + 1} of ${FOLDS}`);
    const others = (texts: readonly Lesson[]) => texts.filter((text) => foldOf(text) !== fold);
    const weights = train(
      [
        { texts: others(lessons.germeval), weight: 1 },
        { texts: others(lessons.court).filter((_text, at) => at % 3 === 0), weight: 0.5 },
      ],
      lexicon,
    );
    return createRecogniser({ tagger: taggerOf(weights, lexicon) }).recognise;
  });
  const assigned = (texts: readonly Lesson[]) => texts.flatMap((text) => recognisers[foldOf(text)] ?? []);
  return { germeval: assigned(lessons.germeval), court: assigned(lessons.court) };
}

/** All sentences of a document fall into the same fold. */
function foldOf({ document }: Lesson): number {
  let sum = 0;
  for (const character of document) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % FOLDS;
}

function mustBeTheSame(set: string, lessons: readonly Lesson[], measured: readonly Sentence[]): void {
  const isSame =
    lessons.length === measured.length && lessons.every(({ text }, at) => text === measured[at]?.text);
  if (!isSame) throw new Error(`The trainer reads other sentences of ${set} than those that are measured`);
}
