import { cleanText } from '../output/clean.ts';
import type { Edit } from './host.ts';
import { inRaw, isSign } from './word-lines.ts';
import type { WordLine } from './word-lines.ts';

/** One thing to be done in Word; offsets are those of a line's `raw`. */
export type Piece =
  | { type: 'words'; line: number; start: number; end: number; text: string }
  | { type: 'remove'; line: number }
  | { type: 'add'; line: number; where: 'Before' | 'After'; text: string }
  /** Over the ends of paragraphs: they are joined, or one is parted. */
  | {
      type: 'span';
      first: { line: number; at: number };
      last: { line: number; at: number };
      text: string;
    };

/** `protected` where a number of a list, a note or a cell would be written over. */
export type Planned = Piece[] | 'protected' | 'changed';

interface Spot {
  line: number;
  at: number;
}

/**
 * What has to be done for an edit: words in their paragraphs, whole paragraphs taken out or added, and only where
 * neither does it the ends of paragraphs.
 * @param edit offsets in the lines' texts joined by `\n`; outside of them it is `changed`
 */
export function planEdit(lines: readonly WordLine[], edit: Edit): Planned {
  const first = spotOf(lines, edit.start);
  const last = spotOf(lines, edit.end);
  if (first === null || last === null || edit.end < edit.start) return 'changed';
  const parts = edit.text.split('\n').map(cleanLine);
  const pieces = pair(lines, first, last, parts) ?? [spanOf(lines, first, last, parts)];
  const all: Piece[] = [];
  for (const piece of pieces) {
    if (piece === null) return 'protected';
    all.push(...(Array.isArray(piece) ? piece : [piece]));
  }
  return all;
}

/** Word reads control characters as ends of paragraphs, pages and cells. */
function cleanLine(text: string): string {
  return text.split('\v').map(cleanText).join('\v');
}

function spotOf(lines: readonly WordLine[], offset: number): Spot | null {
  let from = 0;
  for (const [line, { text }] of lines.entries()) {
    if (offset <= from + text.length) return offset < from ? null : { line, at: offset - from };
    from += text.length + 1;
  }
  return null;
}

type Pieces = (Piece | Piece[] | null)[];

/** Old and new paragraphs side by side; null where their ends don't fit. */
function pair(lines: readonly WordLine[], first: Spot, last: Spot, parts: readonly string[]): Pieces | null {
  const lengthOf = (line: number) => lines[line]?.text.length ?? 0;
  const several = last.line > first.line || parts.length > 1;
  if (several && first.at === 0 && last.at === 0 && parts.at(-1) === '') {
    return paragraphs(lines, first.line, last.line - 1, parts.slice(0, -1), 'Before');
  }
  if (several && first.at === lengthOf(first.line) && last.at === lengthOf(last.line) && parts[0] === '') {
    return paragraphs(lines, first.line + 1, last.line, parts.slice(1), 'After');
  }
  if (parts.length - 1 !== last.line - first.line) return null;
  return parts.map((text, index) => {
    const line = first.line + index;
    const start = index === 0 ? first.at : 0;
    const end = line === last.line ? last.at : lengthOf(line);
    return words(lines, line, start, end, text);
  });
}

/** @param where whether the paragraph that stays is the one behind (`Before`) or the one before (`After`) */
function paragraphs(
  lines: readonly WordLine[],
  from: number,
  to: number,
  texts: readonly string[],
  where: 'Before' | 'After',
): Pieces {
  const pieces: Pieces = [];
  for (let line = from; line <= to; line += 1) {
    const text = texts[line - from];
    pieces.push(
      text === undefined ? removed(lines, line) : words(lines, line, 0, lines[line]?.text.length ?? 0, text),
    );
  }
  const paired = Math.max(0, to - from + 1);
  const added = texts.slice(paired);
  // What is added behind the same paragraph is added in turn, the last one first.
  const at = paired > 0 || where === 'After' ? to : from;
  const side = paired > 0 ? 'After' : where;
  const ordered = side === 'After' ? added.toReversed() : added;
  return [...pieces, ...ordered.map((text): Piece => ({ type: 'add', line: at, where: side, text }))];
}

/** A paragraph with a note, a picture or a field in it, one that is only partly read and one of a cell stay, empty. */
function removed(lines: readonly WordLine[], line: number): Piece | Piece[] | null {
  const found = lines[line];
  if (found === undefined) return null;
  const { raw, from, to, inCell, fixed, text } = found;
  const whole = from === 0 && to === raw.length && !inCell && ![...raw].some(isSign);
  return whole ? { type: 'remove', line } : words(lines, line, fixed, text.length, '');
}

/** New text stands in the place of the first stretch without signs; of the others only the words go. */
function words(
  lines: readonly WordLine[],
  line: number,
  start: number,
  end: number,
  text: string,
): Piece[] | null {
  const found = lines[line];
  if (found === undefined) return null;
  const kept = Math.max(0, Math.min(found.fixed, end) - start);
  if (text.slice(0, kept) !== found.text.slice(start, start + kept) || start + kept < found.fixed)
    return null;
  const fresh = text.slice(kept);
  if (found.text.slice(start + kept, end) === fresh) return [];
  const place = inRaw(found, start + kept, end);
  return stretches(found.raw, place.start, place.end).flatMap(([from, to], index): Piece[] => {
    const now = index === 0 ? fresh : '';
    if (found.raw.slice(from, to) === now) return [];
    return [{ type: 'words', line, start: from, end: to, text: now }];
  });
}

function stretches(raw: string, start: number, end: number): [number, number][] {
  if (start === end) return [[start, end]];
  const found: [number, number][] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && !isSign(raw.charAt(at))) continue;
    if (at > from) found.push([from, at]);
    from = at + 1;
  }
  return found;
}

function spanOf(lines: readonly WordLine[], first: Spot, last: Spot, parts: readonly string[]): Piece | null {
  const touched = lines.slice(first.line, last.line + 1);
  const [top] = touched;
  const bottom = touched.at(-1);
  if (top === undefined || bottom === undefined) return null;
  // The end of a cell can't be taken out, and a number of a list has no place in running text.
  if (touched.some(({ inCell }) => inCell) || first.at < top.fixed || last.at < bottom.fixed) return null;
  const from = inRaw(top, first.at, first.at).start;
  const to = inRaw(bottom, last.at, last.at).start;
  const old = touched.map(({ raw }, index) =>
    raw.slice(index === 0 ? from : 0, index === touched.length - 1 ? to : raw.length),
  );
  if (old.some((raw) => [...raw].some(isSign))) return null;
  return {
    type: 'span',
    first: { line: first.line, at: from },
    last: { line: last.line, at: to },
    text: parts.join('\n'),
  };
}

/** Lines that a piece needs to be as they were read. */
export function linesOfPiece(piece: Piece): number[] {
  if (piece.type !== 'span') return [piece.line];
  const { first, last } = piece;
  return Array.from({ length: last.line - first.line + 1 }, (_, index) => first.line + index);
}
