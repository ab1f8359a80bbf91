import { splitParts } from '../tasks/mail-parts.ts';
import type { Reading } from '../tasks/reading.ts';
import { blocksOf } from '../text/blocks.ts';
import { type Question, questionsIn } from '../text/questions.ts';
import { sentencesOf } from '../text/sentences.ts';

/** A letter with hundreds of questions is no letter. */
export const MAX_QUESTIONS = 30;
/** Characters of a letter that are searched for questions: about 60 pages; what is longer is a file and no letter. */
const LETTER_CHARS = 200_000;

/** What a letter says: a document, or the newest message of a mail without signature and notices. */
function wordsOfLetter(reading: Reading): string {
  switch (reading.kind) {
    case 'nothing':
      return '';
    case 'document':
      return reading.text;
    case 'mail':
      return splitParts(reading.newest).body || reading.newest;
  }
}

/**
 * All questions and requests of the letter that is answered, in its order. Their place in this list is their number
 * towards the model and in what the person is told; only the first `MAX_QUESTIONS` are numbered.
 */
export function questionsOfLetter(reading: Reading): Question[] {
  const text = wordsOfLetter(reading).slice(0, LETTER_CHARS);
  return questionsIn(
    (function* () {
      for (const block of blocksOf(text)) yield* sentencesOf(text, block);
    })(),
  );
}
