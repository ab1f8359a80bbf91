/** A word of a text with its place there (UTF-16 offsets). */
export interface Token {
  text: string;
  start: number;
  end: number;
}

/** Longer runs are no words; their beginning stands for them. */
export const MAX_WORD = 60;

const TOKEN = /§+|[\p{L}\p{N}\p{M}]+/gu;

/** The words of a text, in order: runs of letters and digits, and `§` signs. Hyphenated words come in their parts. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(TOKEN)) {
    const start = found.index;
    const whole = found[0];
    tokens.push({
      text: whole.length > MAX_WORD ? whole.slice(0, MAX_WORD).toWellFormed() : whole,
      start,
      end: start + whole.length,
    });
  }
  return tokens;
}
