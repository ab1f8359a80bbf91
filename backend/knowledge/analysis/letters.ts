import { fold } from './fold.ts';
import { tokensOf } from './tokens.ts';

/** A text's folded words, one blank between them and around, for comparison by 4-grams. */
export function lettersOf(text: string): string {
  return ` ${tokensOf(text)
    .map((token) => fold(token.text))
    .join(' ')} `;
}
