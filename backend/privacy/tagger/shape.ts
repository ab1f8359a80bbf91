import type { Token } from '../tokens.ts';

/** How a token is written. */
export const SHAPE = {
  edge: 0,
  lower: 1,
  capital: 2,
  upper: 3,
  initial: 4,
  mixed: 5,
  hyphenated: 6,
  number: 7,
  stop: 8,
  comma: 9,
  opening: 10,
  closing: 11,
  quote: 12,
  dash: 13,
  colon: 14,
  slash: 15,
  sign: 16,
  line: 17,
} as const;

const SIGNS = new Map<string, number>([
  ['.', SHAPE.stop],
  ['!', SHAPE.stop],
  ['?', SHAPE.stop],
  [',', SHAPE.comma],
  [';', SHAPE.comma],
  [':', SHAPE.colon],
  ['(', SHAPE.opening],
  ['[', SHAPE.opening],
  [')', SHAPE.closing],
  [']', SHAPE.closing],
  ['"', SHAPE.quote],
  ['„', SHAPE.quote],
  ['“', SHAPE.quote],
  ['”', SHAPE.quote],
  ['»', SHAPE.quote],
  ['«', SHAPE.quote],
  ['‚', SHAPE.quote],
  ['‘', SHAPE.quote],
  ["'", SHAPE.quote],
  ['-', SHAPE.dash],
  ['–', SHAPE.dash],
  ['—', SHAPE.dash],
  ['/', SHAPE.slash],
  ['|', SHAPE.slash],
]);

const LOWER = /^\p{Ll}+$/u;
const CAPITAL = /^\p{Lu}[\p{Ll}\p{M}]+$/u;
const UPPER = /^[\p{Lu}\p{M}ß]{2,}$/u;
const FIRST_UPPER = /^\p{Lu}/u;

export function shapeOf({ kind, text }: Token): number {
  switch (kind) {
    case 'break':
      // An empty line ends what stands before; a line end does not always.
      return text.indexOf('\n') === text.lastIndexOf('\n') ? SHAPE.line : SHAPE.edge;
    case 'number':
      return SHAPE.number;
    case 'sign':
      return SIGNS.get(text) ?? SHAPE.sign;
    case 'word':
      if (LOWER.test(text)) return SHAPE.lower;
      if (CAPITAL.test(text)) return SHAPE.capital;
      if (text.length === 1) return FIRST_UPPER.test(text) ? SHAPE.initial : SHAPE.lower;
      if (text.includes('-')) return FIRST_UPPER.test(text) ? SHAPE.hyphenated : SHAPE.lower;
      return UPPER.test(text) ? SHAPE.upper : FIRST_UPPER.test(text) ? SHAPE.mixed : SHAPE.lower;
  }
}

/** Whether a word so written can be a name. */
export function isCapital(shape: number): boolean {
  return shape >= SHAPE.capital && shape <= SHAPE.hyphenated;
}
