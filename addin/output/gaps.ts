import { findGaps } from '../../contract/gaps.ts';
import type { Block, Run } from '../../contract/rich.ts';

/** A run, cut where a gap begins and ends. */
export type Piece =
  | { type: 'text'; text: string }
  /** `text` is the whole placeholder, `what` the words of what is missing. */
  | { type: 'gap'; text: string; what: string }
  /** Stands in no input; somebody must look whether it is true. */
  | { type: 'doubt'; text: string };

/**
 * Cuts a text at its gaps (`contract/gaps.ts` knows their form) and doubts; the texts of the pieces joined are the text.
 * @param doubts what is in doubt, word for word
 */
export function piecesOf(text: string, doubts: readonly string[] = []): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { what, start, end } of findGaps(text)) {
    if (start > at) pieces.push(...cutDoubts(text.slice(at, start), doubts));
    pieces.push({ type: 'gap', text: text.slice(start, end), what });
    at = end;
  }
  if (at < text.length) pieces.push(...cutDoubts(text.slice(at), doubts));
  return pieces;
}

function cutDoubts(text: string, doubts: readonly string[]): Piece[] {
  const [doubt, ...others] = doubts;
  if (doubt === undefined) return [{ type: 'text', text }];
  if (doubt === '') return cutDoubts(text, others);
  return text
    .split(wholeWords(doubt))
    .flatMap((part, at): Piece[] => [
      ...(at > 0 ? [{ type: 'doubt' as const, text: doubt }] : []),
      ...(part === '' ? [] : cutDoubts(part, others)),
    ]);
}

/** A text where it stands for itself: the figure 15 is not a part of 150. */
function wholeWords(text: string): RegExp {
  const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u');
}

/** All runs of a block, in reading order. */
export function runsIn(block: Block): Run[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.runs;
    case 'quote':
      return block.blocks.flatMap(runsIn);
    case 'list':
      return block.items.flat().flatMap(runsIn);
    case 'table':
      return block.rows.flat(2);
    case 'rule':
      return [];
  }
}

/** What is missing in a text, in the words of its gaps and in their order; linear in its length. */
export function gapsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap(runsIn).flatMap(({ text }) => findGaps(text).map(({ what }) => what));
}
