import { type Lexicon, WORD } from '../lexicon/lexicon.ts';
import type { Span } from '../span.ts';
import type { Token } from '../tokens.ts';

/** What stands before a word: at most spaces, the end of a line, an empty line. */
export const GAP = { none: 0, line: 1, blank: 2 } as const;

/** A text as the rules for addresses read it: no marks of emphasis, and line ends as a property of the word behind. */
export interface Page {
  text: string;
  words: readonly Token[];
  /** Each word in small letters. */
  lower: readonly string[];
  gap: Uint8Array;
  /** 1 where a line or a cell of a table begins. */
  cell: Uint8Array;
  lexicon: Lexicon;
}

const TAB = 9;
const MARKUP = new Set(['*', '_', '`', '~', '#']);
/** What may stand before the first word of a line without being part of it: quotation, list, table. */
const EDGE = new Set(['|', '>', '•', '·']);
const CAPITAL = /^\p{Lu}/u;
const UPPER = /^\p{Lu}[\p{Lu}'’-]+$/u;

/** Linear in the number of tokens. */
export function pageOf(text: string, tokens: readonly Token[], lexicon: Lexicon): Page {
  const words: Token[] = [];
  const lower: string[] = [];
  const gaps = new Uint8Array(tokens.length);
  const cells = new Uint8Array(tokens.length);
  let gap: number = GAP.blank;
  let opens = true;
  let last = 0;
  for (const token of tokens) {
    const { kind } = token;
    if (kind === 'break') {
      const single = token.text.indexOf('\n') === token.text.lastIndexOf('\n');
      gap = Math.max(gap, single ? GAP.line : GAP.blank);
      opens = true;
      last = token.end;
      continue;
    }
    if (kind === 'sign' && MARKUP.has(token.text)) continue;
    for (let at = last; at < token.start && !opens; at++) opens = text.charCodeAt(at) === TAB;
    gaps[words.length] = gap;
    cells[words.length] = opens ? 1 : 0;
    words.push(token);
    lower.push(kind === 'word' ? token.text.toLowerCase() : token.text);
    opens = kind === 'sign' && EDGE.has(token.text);
    gap = GAP.none;
    last = token.end;
  }
  const size = words.length;
  return { text, words, lower, gap: gaps.subarray(0, size), cell: cells.subarray(0, size), lexicon };
}

export function lowerAt(page: Page, index: number): string {
  return page.lower[index] ?? '';
}

export function kindAt(page: Page, index: number): Token['kind'] | null {
  return page.words[index]?.kind ?? null;
}

/** Whether a word with a capital stands there; after other words of the same line unless told otherwise. */
export function isCapital(page: Page, index: number): boolean {
  const word = page.words[index];
  return word !== undefined && word.kind === 'word' && CAPITAL.test(word.text);
}

/** Whether the word stands behind the one before it without a line end between them. */
export function goesOn(page: Page, index: number): boolean {
  return index < page.words.length && page.gap[index] === GAP.none && page.cell[index] === 0;
}

/** Whether nothing stands between a word and the one before it. */
export function isTight(page: Page, index: number): boolean {
  return index > 0 && goesOn(page, index) && page.words[index]?.spaced === false;
}

/** What the lexicon knows of a word; capitals alone are read like a capital and small letters. */
export function flagsAt(page: Page, index: number): number {
  const word = page.words[index];
  if (word === undefined || word.kind !== 'word') return 0;
  return flagsOf(page, word.text);
}

export function flagsOf(page: Page, word: string): number {
  if (!UPPER.test(word)) return page.lexicon.flags(word);
  return page.lexicon.flags(
    word
      .toLowerCase()
      .split('-')
      .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
      .join('-'),
  );
}

/** Whether a word is a town, alone or as a part of a name with hyphens (`Kusel-Altenglan`). */
export function isTown(page: Page, index: number): boolean {
  if ((flagsAt(page, index) & WORD.town) !== 0) return true;
  const text = page.words[index]?.text ?? '';
  return (
    text.length < 60 &&
    text.includes('-') &&
    text.split('-').some((part) => part.length > 3 && (flagsOf(page, part) & WORD.town) !== 0)
  );
}

/** The stretch of the view from one word to another, the second not included. */
export function spanOf(page: Page, from: number, to: number): Span {
  const first = page.words[from];
  const last = page.words[to - 1];
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  return { start: first.start, end: last.end };
}

/** Whether a line or a cell ends before this word. */
export function endsBefore(page: Page, index: number): boolean {
  return !goesOn(page, index) || lowerAt(page, index) === '|';
}
