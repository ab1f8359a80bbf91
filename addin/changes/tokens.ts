import { FILLING, gapOf, seenOf } from './characters.ts';

/** A word, a number, a sign or white space in a text. */
export interface Token {
  start: number;
  end: number;
  /** Tokens with the same key are the same to a reader: a blank for all blanks, a line feed for all breaks. */
  key: string;
}

const LETTER = '[\\p{L}\\p{N}\\p{M}]';
/** What holds the parts of a word together ("E-Mail", "Bürger:innen"), and the digits of a date or an amount. */
const JOINT = "(?:[-\\u2010\\u2011'’*_:·\\u00AD\\u200B-\\u200D\\u2060]|(?<=\\p{N})[.,/](?=\\p{N}))";
/** Pictures are made of several characters that stay together. */
const PICTURE = '(?:\\p{So}|\\p{Sk}|\\p{M}|[\\u200D\\uFE0F])';
const TOKEN = new RegExp(
  `(?<filling>${FILLING})|${LETTER}+(?:${JOINT}+${LETTER}+)*|${PICTURE}+|[^]\\p{M}*`,
  'gu',
);

/** The tokens of a text in order. Characters that nobody sees are part of a token beside them, or of none. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [found] = match;
    const start = match.index;
    const key = match.groups?.['filling'] === undefined ? seenOf(found) : KEYS[gapOf(found)];
    if (key !== '') tokens.push({ start, end: start + found.length, key });
  }
  return tokens;
}

const KEYS = { none: '', blank: ' ', break: '\n' } as const;

export function isSpace({ key }: Token): boolean {
  return key === ' ' || key === '\n';
}

export function isWord({ key }: Token): boolean {
  return /[\p{L}\p{N}]/u.test(key);
}

/** Longer words say no more than these about what a sentence is about. */
const LONGEST_WEIGHT = 12;

/** How much it says about two sentences that both have the token: long words much, "der" little, white space nothing. */
export function weightOf(token: Token): number {
  if (isSpace(token)) return 0;
  return isWord(token) ? Math.min(token.key.length, LONGEST_WEIGHT) : 1;
}
