import { stemmer } from '@orama/stemmers/german';
import { deu } from 'stopword';

const STOP_WORDS: ReadonlySet<string> = new Set(deu);
/** Frequent in official texts and mails without saying what they are about. */
const EMPTY_STEMS: ReadonlySet<string> = new Set([
  'bitt',
  'gern',
  'geehrt',
  'frau',
  'herr',
  'herrn',
  'dass',
  'bzw',
]);
/** A longer run of letters is no word; the stemmer would only waste time on it. */
const MAX_WORD_CHARS = 60;

/** The words of a text: runs of letters and digits; hyphenated words come in their parts. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words as a reader counts them for the length of a sentence: what stands between blanks and has a letter or digit. */
export function countWords(text: string): number {
  let count = 0;
  for (const word of text.split(/\s+/u)) if (/[\p{L}\p{N}]/u.test(word)) count++;
  return count;
}

/** Turns a text into the stems of its words that carry meaning; a stem comes as often as its word. */
export type Stemmer = (text: string) => string[];

/** A German stemmer (Snowball) without stop words, numbers and single letters, that remembers what it has stemmed. */
export function createStemmer(): Stemmer {
  const known = new Map<string, string>();
  const stemOf = (word: string): string => {
    const lower = word.toLowerCase();
    let stem = known.get(lower);
    if (stem === undefined) {
      const meaningless = lower.length < 2 || lower.length > MAX_WORD_CHARS || !/\p{L}/u.test(lower);
      stem = meaningless || STOP_WORDS.has(lower) ? '' : stemmer(lower);
      if (EMPTY_STEMS.has(stem)) stem = '';
      known.set(lower, stem);
    }
    return stem;
  };
  return (text) => wordsOf(text).map(stemOf).filter(Boolean);
}
