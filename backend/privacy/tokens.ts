/** A word, a number, a single sign, or one or more line ends. */
export interface Token {
  start: number;
  end: number;
  text: string;
  kind: 'word' | 'number' | 'sign' | 'break';
  /** Whether white space or a line end stands before it. */
  spaced: boolean;
}

// A pattern that begins with white space would try it anew at every blank of a row.
const PIECE = /([\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*)|(\p{N}+)|(\n[ \t\n]*)|[^\s]/gu;

/**
 * Cuts a view into tokens. A word keeps its hyphens and apostrophes (`Lena-Sophie`, `O'Brien`); a full stop is a sign of
 * its own, also after an abbreviation. Linear in the length of the text.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(PIECE)) {
    const start = match.index;
    const end = start + match[0].length;
    const kind =
      match[1] !== undefined
        ? 'word'
        : match[2] !== undefined
          ? 'number'
          : match[3] !== undefined
            ? 'break'
            : 'sign';
    tokens.push({
      start,
      end,
      text: match[0],
      kind,
      spaced: start > last || tokens.at(-1)?.kind === 'break',
    });
    last = end;
  }
  return tokens;
}
