import type { Block, Run } from '../../../contract/rich.ts';
import type { Placed } from './steps.ts';
import { lineOf, plainOf } from './walk.ts';

/** A line of a paragraph, or a block of another kind as a whole. */
export interface Line {
  /** The block that it is of. */
  of: Block;
  /** A paragraph of this line alone, or the block as a whole. */
  block: Block;
  pages: Placed['pages'];
  /** Null for what cannot be a heading. */
  text: string | null;
  bold: boolean;
  /** Whether it is all of its block. */
  whole: boolean;
}

/** The lines of paragraphs, and every other block as one. */
export function linesOf(placed: readonly Placed[]): Line[] {
  const lines: Line[] = [];
  for (const { block, pages } of placed) {
    const paragraph = paragraphOf(block);
    if (!paragraph) {
      lines.push({ of: block, block, pages, text: null, bold: false, whole: true });
      continue;
    }
    const { runs, number } = paragraph;
    for (const part of partsOf(runs)) {
      const whole = part === runs;
      const text = lineOf(number + plainOf(part));
      if (text === '') continue;
      const own: Block = whole ? block : { type: 'paragraph', runs: part };
      lines.push({ of: block, block: own, pages, text, bold: isBold(part), whole });
    }
  }
  return lines;
}

/** A paragraph, or the one item of a list that is all in bold: that is how Word numbers headings without a style. */
function paragraphOf(block: Block): { runs: Run[]; number: string } | null {
  if (block.type === 'paragraph') return { runs: block.runs, number: '' };
  if (block.type !== 'list' || !block.ordered || block.items.length !== 1) return null;
  const [only, other] = block.items[0] ?? [];
  if (only?.type !== 'paragraph' || other || !isBold(only.runs)) return null;
  return plainOf(only.runs).includes('\n') ? null : { runs: only.runs, number: `${block.start}. ` };
}

/** Runs parted at their line breaks, in one pass. */
function partsOf(runs: Run[]): Run[][] {
  if (!runs.some(({ text }) => text.includes('\n'))) return [runs];
  const parts: Run[][] = [[]];
  for (const { text, marks } of runs) {
    for (const [at, piece] of text.split('\n').entries()) {
      if (at > 0) parts.push([]);
      if (piece !== '') parts.at(-1)?.push({ text: piece, marks });
    }
  }
  return parts;
}

function isBold(runs: readonly Run[]): boolean {
  return runs.length > 0 && runs.every(({ text, marks }) => text.trim() === '' || marks.includes('bold'));
}
