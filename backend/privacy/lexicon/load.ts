import { readFileSync } from 'node:fs';
import { isAdjectiveByMake, isNounByMake } from './compounds.ts';
import { createFolder } from './fold.ts';
import { WORD, type Lexicon } from './lexicon.ts';
import { SEED_HIGH, SEED_LOW, readTable, stepHigh, stepLow } from './table.ts';

/**
 * Reads the words that ship with the product (`words.bin`, made by tools/privacy/build-lexicon.ts).
 * @throws Error where the file is missing or not of this version
 */
export function loadLexicon(): Lexicon {
  return parseLexicon(readFileSync(new URL('words.bin', import.meta.url)));
}

/**
 * A lexicon over the bytes of a word table, which it keeps. Case, `ae`/`ä`, `ss`/`ß` and diacritics make no difference;
 * an inflected name is not known by its plain form. A long word that no list knows counts as a noun where it is made as
 * nouns are (`Grundstücksteilungsgenehmigung`), as an adjective where it ends so (`Arbeitsvertraglich`).
 * @throws Error where the bytes are no word table of this version
 */
export function parseLexicon(bytes: Uint8Array): Lexicon {
  const table = readTable(bytes);
  const folder = createFolder();
  return {
    flags(word) {
      const length = folder.fold(word);
      if (length === 0) return 0;
      let low = SEED_LOW;
      let high = SEED_HIGH;
      for (let index = 0; index < length; index++) {
        const code = folder.codes[index] as number;
        low = stepLow(low, code);
        high = stepHigh(high, code);
      }
      const known = table.find(low, high);
      if (known !== 0) return known;
      if (isAdjectiveByMake(folder.codes, length)) return WORD.adjective;
      return isNounByMake(folder.codes, length, table) ? WORD.noun : 0;
    },
  };
}
