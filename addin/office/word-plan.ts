import type { Block, Run } from '../../contract/rich.ts';
import { tableRows } from '../output/table-rows.ts';
import { piecesOf } from './pieces.ts';
import type { Piece } from './pieces.ts';

export interface ParagraphLine {
  type: 'paragraph';
  /** A number is the level of a heading. */
  style: 'text' | 'quote' | 1 | 2 | 3 | 4;
  pieces: Piece[];
  /** Index in `lists`; null outside of lists. */
  list: number | null;
  /** How many lists stand around it. */
  depth: number;
}

export interface TableLine {
  type: 'table';
  header: boolean;
  columns: number;
  rows: Piece[][][];
}

/** Blocks in the order in which Word takes them, one paragraph or table after the other. */
export type Line = ParagraphLine | TableLine;

export interface ListPlan {
  ordered: boolean;
  start: number;
  /** 0 is the outermost. */
  level: number;
}

export interface Plan {
  lines: Line[];
  /** Every list of the blocks is a list of its own in Word, so that each has its own numbers and marks. */
  lists: ListPlan[];
}

type Style = 'text' | 'quote';

/** Word has nine levels. */
const DEEPEST = 8;

/** How blocks are written into Word. */
export function planOf(blocks: readonly Block[]): Plan {
  const plan: Plan = { lines: [], lists: [] };
  addBlocks(plan, blocks, 'text', 0);
  return plan;
}

function addBlocks(plan: Plan, blocks: readonly Block[], style: Style, depth: number): void {
  for (const block of blocks) addBlock(plan, block, style, depth);
}

function addBlock(plan: Plan, block: Block, style: Style, depth: number): void {
  switch (block.type) {
    case 'heading':
      plan.lines.push(paragraph(depth === 0 ? block.level : style, piecesOf(block.runs), depth));
      break;
    case 'paragraph':
      plan.lines.push(paragraph(style, piecesOf(block.runs), depth));
      break;
    case 'quote':
      addBlocks(plan, block.blocks, 'quote', depth);
      break;
    case 'list':
      addList(plan, block, style, depth);
      break;
    case 'table': {
      const table = tableLine(block);
      if (table === null) break;
      // Word makes one table of two that touch.
      if (plan.lines.at(-1)?.type === 'table') plan.lines.push(paragraph('text', [], depth));
      plan.lines.push(table);
      break;
    }
    case 'rule':
      // Word's API has no line; an empty paragraph separates as well and looks like a letter.
      plan.lines.push(paragraph('text', [], depth));
      break;
  }
}

function addList(plan: Plan, block: Extract<Block, { type: 'list' }>, style: Style, depth: number): void {
  const list = plan.lists.length;
  plan.lists.push({ ordered: block.ordered, start: block.start, level: Math.min(depth, DEEPEST) });
  for (const item of block.items) {
    const [head, ...rest] = item;
    const named = head?.type === 'paragraph' || head?.type === 'heading';
    plan.lines.push({ ...paragraph(style, named ? piecesOf(head.runs) : [], depth + 1), list });
    addBlocks(plan, named ? rest : item, style, depth + 1);
  }
}

function paragraph(style: ParagraphLine['style'], pieces: Piece[], depth: number): ParagraphLine {
  return { type: 'paragraph', style, pieces, list: null, depth };
}

/** None where no row has a cell. */
function tableLine(block: Extract<Block, { type: 'table' }>): TableLine | null {
  const rows = tableRows<Run>(block.rows, { text: ' ', marks: [] });
  const columns = rows[0]?.length;
  if (columns === undefined) return null;
  const header = block.header && block.rows[0]?.length !== 0;
  return { type: 'table', header, columns, rows: rows.map((row) => row.map((cell) => piecesOf(cell))) };
}
