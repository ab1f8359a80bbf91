import { bare, plain } from './fold.ts';
import type { Compounds } from './compounds.ts';
import type { Stems } from './stems.ts';
import { isStopWord } from './stop-words.ts';

/** A word in terms. */
export interface WordTerms {
  /** The word itself; none for one that says nothing. */
  whole: readonly string[];
  /** Its parts, where it is a compound. */
  parts: readonly string[];
}

const NOTHING: WordTerms = { whole: [], parts: [] };
/** Words are remembered up to so many: texts repeat them. */
const REMEMBERED = 50_000;
/** So long a word is looked through; of a longer one its beginning. */
const MAX_WORD = 60;

/** Turns words into terms. What it remembers changes nothing but its speed. */
export type WordReader = (word: string) => WordTerms;

export function createWordReader(stems: Stems, compounds: Compounds): WordReader {
  const known = new Map<string, WordTerms>();

  function read(written: string): WordTerms {
    const word = plain(written).slice(0, MAX_WORD).toWellFormed();
    const key = bare(word);
    if (key.length < 2 || isStopWord(key))
      return key.length === 1 && /\d/u.test(key) ? { whole: [key], parts: [] } : NOTHING;
    if (/\d/u.test(key)) return { whole: [key], parts: [] };
    const [whole = key, ...others] = stems.stemsOf(word);
    const parts = new Set(others);
    for (const part of compounds.partsOf(word))
      for (const stem of stems.stemsOf(part)) if (!isStopWord(stem)) parts.add(stem);
    parts.delete(whole);
    return { whole: [whole], parts: [...parts] };
  }

  return (word) => {
    let terms = known.get(word);
    if (terms === undefined) {
      terms = read(word);
      if (known.size >= REMEMBERED) known.clear();
      if (word.length <= MAX_WORD) known.set(word, terms);
    }
    return terms;
  };
}
