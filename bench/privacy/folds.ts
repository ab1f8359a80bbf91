import { loadLexicon } from '../../backend/privacy/lexicon/load.ts';
import { createRecogniser } from '../../backend/privacy/recogniser.ts';
import { crossValidate as trainFolds, foldOf } from '../../tools/privacy/folds.ts';
import { readGermEval, readLegal, type Sentence as Lesson } from '../../tools/privacy/read-annotated.ts';
import type { Recognise } from './measures/recognise.ts';
import type { Sentence } from './measures/sentences.ts';

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
  const recognisers = trainFolds(loadLexicon(), say).map(
    ({ tagger }) => createRecogniser({ tagger }).recognise,
  );
  const assigned = (texts: readonly Lesson[]) => texts.flatMap((text) => recognisers[foldOf(text)] ?? []);
  return { germeval: assigned(lessons.germeval), court: assigned(lessons.court) };
}

function mustBeTheSame(set: string, lessons: readonly Lesson[], measured: readonly Sentence[]): void {
  const isSame =
    lessons.length === measured.length && lessons.every(({ text }, at) => text === measured[at]?.text);
  if (!isSame) throw new Error(`The trainer reads other sentences of ${set} than those that are measured`);
}
