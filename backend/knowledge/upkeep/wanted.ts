import { fold } from '../analysis/fold.ts';
import { isStopWord } from '../analysis/stop-words.ts';
import { tokensOf } from '../analysis/tokens.ts';
import { stemsOf } from '../synonyms/stems.ts';

/** Askings from which on a word is told: a word of fewer could tell who asked. */
export const WANTED_FROM = 5;
const MOST = 50;
const SHORTEST = 4;
/** What stands in the place of something masked. */
const MASKED = /\[[\p{Lu}\d_-]+\]/gu;

/**
 * Words of questions without an answer that nobody has said the meaning of, those that were asked for most often first.
 * @param questions masked, each with how often it was asked
 * @param known stems of words whose meaning somebody has said
 */
export function wantedWords(
  questions: readonly { question: string; times: number }[],
  known: ReadonlySet<string>,
): string[] {
  const wanted = new Map<string, { word: string; times: number }>();
  for (const { question, times } of questions) {
    const words = new Map(
      tokensOf(question.replaceAll(MASKED, ' ')).map(({ text }) => [stemsOf(text)[0] ?? '', text] as const),
    );
    for (const [stem, word] of words) {
      const folded = fold(word);
      if (folded.length < SHORTEST || /\d/.test(word) || isStopWord(folded) || known.has(stem)) continue;
      const before = wanted.get(stem);
      wanted.set(stem, { word: before?.word ?? word, times: (before?.times ?? 0) + times });
    }
  }
  return [...wanted.values()]
    .filter(({ times }) => times >= WANTED_FROM)
    .sort((a, b) => b.times - a.times || a.word.localeCompare(b.word, 'de'))
    .slice(0, MOST)
    .map(({ word }) => word);
}
