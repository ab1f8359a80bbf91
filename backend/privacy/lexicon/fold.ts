import { PLAIN_LETTERS } from '../../text/latin-letters.ts';

/** Longer words are not words of a language; they are known to nobody. */
export const MAX_WORD = 60;

/** Codes above this are folded by the slow way. */
const TABLE = 0x250;

/** What a letter is folded to: one or two plain small letters; itself where it is no Latin letter. */
function foldLetter(code: number): string {
  // Turkish İ has a small form of two characters, ẞ none of its own here.
  const small = String.fromCharCode(code).toLowerCase().charAt(0);
  if (small === '’' || small === 'ʼ') return "'";
  return (
    PLAIN_LETTERS[small] ??
    PLAIN_LETTERS[small.normalize('NFD').charAt(0)] ??
    small.normalize('NFD').charAt(0)
  );
}

/**
 * Folds words so that the ways to write one fall together: case, `ä` and `ae`, `ß` and `ss`, `ç` and `c`. It works in a
 * buffer of its own: a word is asked for in every place of a text, so no string is built.
 */
export interface Folder {
  /** The folded character codes of the last word. */
  readonly codes: Uint16Array;
  /** @returns how many codes the folded word has; 0 where it is too long or empty */
  fold(word: string): number;
}

export function createFolder(): Folder {
  const first = new Uint16Array(TABLE);
  const second = new Uint16Array(TABLE);
  for (let code = 0; code < TABLE; code++) {
    const folded = foldLetter(code);
    first[code] = folded.charCodeAt(0);
    second[code] = folded.length > 1 ? folded.charCodeAt(1) : 0;
  }
  const codes = new Uint16Array(MAX_WORD * 2 + 2);
  return {
    codes,
    fold(word) {
      if (word.length > MAX_WORD) return 0;
      let length = 0;
      for (let index = 0; index < word.length; index++) {
        const code = word.charCodeAt(index);
        if (code < TABLE) {
          codes[length++] = first[code] as number;
          if (second[code] !== 0) codes[length++] = second[code] as number;
        } else {
          const folded = foldLetter(code);
          codes[length++] = folded.charCodeAt(0);
          if (folded.length > 1) codes[length++] = folded.charCodeAt(1);
        }
      }
      return length;
    },
  };
}
