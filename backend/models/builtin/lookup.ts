import { blocksOf } from '../../text/blocks.ts';
import { type Sentence, sentencesOf } from '../../text/sentences.ts';
import { type Backed, backed, honestLine, joinParts, verbatim } from './markdown.ts';
import type { CallOf, Desk } from './task.ts';

/** Sections of which something is quoted, and sentences of each. */
const MAX_SECTIONS = 4;
const MAX_SENTENCES = 2;
/** The second sentence has to fit nearly as well as the first. */
const NEARLY = 0.6;

/** The last line where sections stand for themselves. */
export const EXTRACT_LINE = honestLine('wörtliche Stellen aus dem internen Wissen, keine Antwort.');

/** Nachschlagen without a language model: the sentences of the best sections that fit best, never a claim of its own. */
export function lookup({ input }: CallOf<'lookup'>, { reading, passages, stemmer }: Desk): Promise<string> {
  const open = reading.kind === 'document' ? reading.title : reading.kind === 'mail' ? reading.subject : '';
  const asked = new Set(stemmer(input.question === '' ? open : input.question));
  const quoted = passages.slice(0, MAX_SECTIONS).flatMap(({ number, text }) =>
    bestOf(text, (one) => stemmer(one).filter((stem) => asked.has(stem))).map((sentence): Backed => ({
      text: verbatim(sentence.text),
      passage: `[${number}] ${text.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ')}`,
    })),
  );
  return Promise.resolve(joinParts([backed(quoted), EXTRACT_LINE]));
}

/** The sentences with most words of the question, in their order; the first one where none has any. */
function bestOf(text: string, sharedBy: (sentence: string) => string[]): Sentence[] {
  const sentences = [...blocksOf(text)].flatMap((block) => [...sentencesOf(text, block)]);
  const scored = sentences
    .map((sentence) => ({ sentence, score: new Set(sharedBy(sentence.text)).size }))
    .sort((a, b) => b.score - a.score || a.sentence.start - b.sentence.start);
  const best = scored[0]?.score ?? 0;
  return scored
    .slice(0, MAX_SENTENCES)
    .filter(({ score }, index) => index === 0 || (score > 0 && score >= best * NEARLY))
    .map(({ sentence }) => sentence)
    .sort((a, b) => a.start - b.start);
}
