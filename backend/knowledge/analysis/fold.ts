import { PLAIN_LETTERS } from '../../text/latin-letters.ts';

const MARKS = /\p{M}+/gu;
const PLAIN = /^[a-z0-9]*$/u;
const SPECIAL_LETTERS = /[äöüßæœøłđðþı]/gu;
/** `ue` after a vowel or `q` is no umlaut ("Steuer", "neue", "Quelle"), nor is it before `ll` ("aktuell"). */
const WRITTEN_OUT = /ae+|oe+|(?<![aeiouqy])ue+(?!ll)/gu;

/** A word in plain small letters, umlauts written out: as the lexicon has it. Equal for `ä` and `ae`, `ß` and `ss`. */
export function plain(word: string): string {
  const small = word.toLowerCase();
  if (PLAIN.test(small)) return small;
  return small
    .normalize('NFKC')
    .replace(SPECIAL_LETTERS, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(MARKS, '');
}

/**
 * Folds a plain word once more, so that `ä` and `a` fall together as the stems of "Antrag" and "Anträge" must. What comes
 * out is a key, not a word: "steuer" stays, "groesse" becomes "grosse".
 */
export function bare(plainWord: string): string {
  return plainWord.includes('e') ? plainWord.replace(WRITTEN_OUT, (pair) => pair.charAt(0)) : plainWord;
}

/** Folds a word so that all ways to write it fall together: case, `ä`, `ae` and `a`, `ß` and `ss`, accents. */
export function fold(word: string): string {
  return bare(plain(word));
}
