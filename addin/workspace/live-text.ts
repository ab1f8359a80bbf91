import type { Node } from '@tiptap/pm/model';
import { breakOf, changeOf } from './change-marks.ts';

/** A stretch of text that stands in the document in one piece. */
export interface Piece {
  text: string;
  /** Position of its first unit; a line break is one unit (`\v`). */
  at: number;
}

/** A paragraph as it reads: without what is struck out, and with the next one where the break between is struck out. */
export interface LiveLine {
  text: string;
  pieces: Piece[];
  /** Positions where its words may begin and end. */
  from: number;
  to: number;
  /** Position of the (first) paragraph. */
  block: number;
}

const known = new WeakMap<Node, readonly Piece[]>();

/** What stands in a paragraph without the struck out words; places count from the start of its content. */
export function livePieces(textblock: Node): readonly Piece[] {
  const before = known.get(textblock);
  if (before) return before;
  const pieces: Piece[] = [];
  textblock.forEach((child, at) => {
    if (changeOf(child, 'deletion')) return;
    const text = child.isText ? (child.text ?? '') : child.type.name === 'hardBreak' ? '\v' : '';
    const last = pieces.at(-1);
    if (last && last.at + last.text.length === at) last.text += text;
    else if (text !== '') pieces.push({ text, at });
  });
  known.set(textblock, pieces);
  return pieces;
}

/** The words of a paragraph without the struck out ones; `\v` for a line break. */
export function liveText(textblock: Node): string {
  return livePieces(textblock)
    .map(({ text }) => text)
    .join('');
}

function within(piece: Piece, from: number, to: number): Piece[] {
  const start = Math.max(0, from - piece.at);
  const text = piece.text.slice(start, Math.max(start, to - piece.at));
  return text === '' ? [] : [{ text, at: piece.at + start }];
}

/**
 * The paragraphs that a range touches, in their order, cells of tables included.
 * @param from position in the document, `to` likewise; of the paragraphs at its ends only what lies within is taken
 */
export function liveLines(doc: Node, from = 0, to = doc.content.size): LiveLine[] {
  const lines: LiveLine[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    const start = Math.max(pos + 1, from);
    const end = Math.min(pos + 1 + node.content.size, to);
    if (end < pos + 1 || start > pos + 1 + node.content.size) return false;
    const pieces = livePieces(node).flatMap(({ text, at }) =>
      within({ text, at: pos + 1 + at }, start, Math.max(start, end)),
    );
    const text = pieces.map((piece) => piece.text).join('');
    const last = lines.at(-1);
    if (last && breakOf(node, 'deletion')) {
      last.text += text;
      last.pieces.push(...pieces);
      last.to = end;
    } else lines.push({ text, pieces, from: start, to: Math.max(start, end), block: pos });
    return false;
  });
  return lines;
}

/** Where a unit of a line's text begins; null behind its last one. */
export function unitAt(line: LiveLine, offset: number): number | null {
  let passed = 0;
  for (const { text, at } of line.pieces) {
    if (offset < passed + text.length) return at + offset - passed;
    passed += text.length;
  }
  return null;
}

/** Where the words before an offset of a line end: right behind the last unit, or at the line's beginning. */
export function behind(line: LiveLine, offset: number): number {
  const last = offset === 0 ? null : unitAt(line, offset - 1);
  return last === null ? line.from : last + 1;
}
