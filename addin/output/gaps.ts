import { findGaps } from '../../contract/gaps.ts';
import type { Block, Run } from '../../contract/rich.ts';

/** A run, cut where a gap begins and ends. */
export type Piece =
  | { type: 'text'; text: string }
  /** `text` is the whole placeholder, `what` the words of what is missing. */
  | { type: 'gap'; text: string; what: string };

/** Cuts a text at its gaps (`contract/gaps.ts` knows their form); the texts of the pieces joined are the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { what, start, end } of findGaps(text)) {
    if (start > at) pieces.push({ type: 'text', text: text.slice(at, start) });
    pieces.push({ type: 'gap', text: text.slice(start, end), what });
    at = end;
  }
  if (at < text.length) pieces.push({ type: 'text', text: text.slice(at) });
  return pieces;
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
