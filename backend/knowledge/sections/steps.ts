import type { Block } from '../../../contract/rich.ts';
import type { Section } from '../section.ts';
import { lineOf, plainOf } from './walk.ts';

/** A block at its place in the document. */
export interface Placed {
  block: Block;
  pages: Section['pages'];
}

/** A document as the cutting walks through it. */
export type Step =
  /** The outermost level is 1; those above 4 are told by the look of a line alone, see `flat.ts`. */
  | { type: 'heading'; text: string; level: number; pages: Section['pages'] }
  | { type: 'text'; block: Block; pages: Section['pages'] };

/** What is longer is no heading, whatever the file says; its words become text. */
const MAX_HEADING_CHARS = 1_000;

/** A document whose headings are told as such. */
export function stepsOf(placed: readonly Placed[]): Step[] {
  return placed.map(({ block, pages }): Step => {
    if (block.type !== 'heading') return { type: 'text', block, pages };
    const text = lineOf(plainOf(block.runs));
    if (text.length <= MAX_HEADING_CHARS) return { type: 'heading', text, level: block.level, pages };
    return { type: 'text', block: { type: 'paragraph', runs: block.runs }, pages };
  });
}
