import type { Line } from './host.ts';
import { prefixOf } from './word-blocks.ts';
import type { ReadParagraph } from './word-blocks.ts';
import type { Anchor } from './word-replace.ts';

/** A line with all that is needed to find its paragraph again and to change it. */
export interface WordLine extends Line {
  /** Which of the paragraphs of what was read. */
  index: number;
  /** `Paragraph.text` of the whole paragraph. */
  raw: string;
  /** What was read of it: `raw[from, to)`. */
  from: number;
  to: number;
  inCell: boolean;
}

/** What has been read of one paragraph. `paragraph.text` is `raw` from `from` on, perhaps cut at its end. */
export interface ReadPart {
  paragraph: ReadParagraph;
  raw: string;
  from: number;
}

/** Words that were written: in the place of `raw[start, end)` of a line, which was `old`. */
export interface WrittenWords {
  line: number;
  start: number;
  end: number;
  old: string;
  text: string;
}

/** Paragraphs that were added, removed, joined or parted; they are few, so Word holds their places. */
export interface WrittenParagraphs {
  kind: 'added' | 'removed' | 'span';
  /** Lines that are no longer as they were read. */
  lines: readonly number[];
  /** Tracked by Word. */
  range: Word.Range;
  /** Without the end of the last paragraph. */
  old: string;
  text: string;
}

/** The lines of a text that was read, and what has been written into them since. */
export interface WordLines {
  readonly all: readonly WordLine[];
  words: WrittenWords[];
  paragraphs: WrittenParagraphs[];
}

/** The anchor as `word-read` makes it; `lines` is null where single words can't be changed. */
export type LinesAnchor = Anchor & { lines: WordLines | null };

/** Signs that stand for something that is not text: notes, pictures, fields, the end of a cell. */
const SIGN = /[^\P{Cc}\t\v\n]/u;
const SIGNS = new RegExp(SIGN, 'gu');

export function isSign(char: string): boolean {
  return SIGN.test(char);
}

/**
 * The lines of what was read: a paragraph without text is none.
 * @returns null where a part could not be found in its paragraph
 */
export function linesOf(parts: readonly ReadPart[]): WordLines | null {
  const all: WordLine[] = [];
  for (const [index, { paragraph, raw, from }] of parts.entries()) {
    const to = from + paragraph.text.length;
    if (raw.slice(from, to) !== paragraph.text) return null;
    const text = paragraph.text.replaceAll('\n', '\v').replaceAll(SIGNS, '');
    if (text.trim() === '') continue;
    const prefix = prefixOf(paragraph);
    const inCell = paragraph.cell !== null;
    const drawn = paragraph.list !== null && prefix === '' ? { inList: true as const } : {};
    all.push({ text: prefix + text, fixed: prefix.length, ...drawn, index, raw, from, to, inCell });
  }
  return { all, words: [], paragraphs: [] };
}

/**
 * A stretch of a line's text as a stretch of its paragraph's. Signs at the edges stay outside.
 * @param start not before `line.fixed`
 */
export function inRaw(line: WordLine, start: number, end: number): { start: number; end: number } {
  const [before, last] = [start - line.fixed, end - line.fixed];
  let count = 0;
  // An insertion stands behind the character before it, so that it does not look like the sign of a note.
  const place = { start: line.from, end: line.from };
  for (let at = line.from; at < line.to; at += 1) {
    if (isSign(line.raw.charAt(at))) continue;
    if (count === before && last > before) place.start = at;
    count += 1;
    if (count === last) place.end = at + 1;
  }
  if (start === end) place.start = place.end;
  return place;
}
