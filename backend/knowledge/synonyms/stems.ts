import { stemmer } from '@orama/stemmers/german';
import { fold } from '../analysis/fold.ts';
import { tokensOf } from '../analysis/tokens.ts';

/** The words of a text, one after the other, each as what its forms and spellings have in common. */
export function stemsOf(text: string): string[] {
  return tokensOf(text).map((token) => stemmer(fold(token.text)));
}

/** Whether words stand in a text one after the other. */
export function standsIn(words: readonly string[], text: readonly string[]): boolean {
  if (words.length === 0) return false;
  return text.some((_, start) => words.every((word, at) => text[start + at] === word));
}
