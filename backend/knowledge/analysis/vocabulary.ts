import { readFileSync } from 'node:fs';
import { WORD } from '../../privacy/lexicon/lexicon.ts';
import { readTable, SEED_HIGH, SEED_LOW, stepHigh, stepLow } from '../../privacy/lexicon/table.ts';

/** What German words there are: the lexicon that recognises names, asked for common words only. */
export interface Vocabulary {
  /** @param word as `plain` writes it. @returns the sum of its `WORD` values, 0 for an unknown one */
  flags(word: string): number;
  /**
   * The same for a piece of a word, from one place to all later ones in one pass.
   * @param visit called with each end and the flags of what lies between
   */
  from(word: string, start: number, last: number, visit: (end: number, flags: number) => void): void;
}

/** @param bytes of `words.bin` */
export function createVocabulary(bytes: Uint8Array): Vocabulary {
  const table = readTable(bytes);
  const from: Vocabulary['from'] = (word, start, last, visit) => {
    let low = SEED_LOW;
    let high = SEED_HIGH;
    for (let at = start; at < last; at++) {
      const code = word.charCodeAt(at);
      low = stepLow(low, code);
      high = stepHigh(high, code);
      visit(at + 1, table.find(low, high));
    }
  };
  return {
    from,
    flags(word) {
      let low = SEED_LOW;
      let high = SEED_HIGH;
      for (let at = 0; at < word.length; at++) {
        const code = word.charCodeAt(at);
        low = stepLow(low, code);
        high = stepHigh(high, code);
      }
      return table.find(low, high);
    },
  };
}

/** Reads the words that ship with the product. @throws Error where the file is missing or not of this version */
export function loadVocabulary(): Vocabulary {
  return createVocabulary(readFileSync(new URL('../../privacy/lexicon/words.bin', import.meta.url)));
}

export const isNoun = (flags: number) => (flags & WORD.noun) !== 0;
export const isVerb = (flags: number) => (flags & WORD.verb) !== 0;
export const isAdjective = (flags: number) => (flags & WORD.adjective) !== 0;
