import type { Block, Run } from '../../contract/rich.ts';

/** How large blocks become in a Word document. */
export interface Extent {
  /** XML elements, as an estimate from above; each takes some five microseconds to make and write. */
  elements: number;
  /** Columns of the widest table. */
  columns: number;
}

const PARAGRAPH = 4;
const CELL = 6;
/** A number definition of its own with nine levels. */
const ORDERED_LIST = 20;
const RUN = 3;
const PER_MARK = 2;

/**
 * How large blocks become, told before anything of it is made: a table is filled up to its widest row, so that a few
 * kilobytes could ask for millions of cells. Linear in what is given, and recursive: its depth must be bounded before.
 */
export function extentOf(blocks: readonly Block[]): Extent {
  const extent: Extent = { elements: 0, columns: 0 };
  addBlocks(extent, blocks);
  return extent;
}

function addBlocks(extent: Extent, blocks: readonly Block[]): void {
  for (const block of blocks) {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        extent.elements += PARAGRAPH + elementsOf(block.runs);
        break;
      case 'rule':
        extent.elements += PARAGRAPH;
        break;
      case 'quote':
        addBlocks(extent, block.blocks);
        break;
      case 'list':
        if (block.ordered) extent.elements += ORDERED_LIST;
        for (const item of block.items) {
          extent.elements += PARAGRAPH;
          addBlocks(extent, item);
        }
        break;
      case 'table':
        addTable(extent, block.rows);
        break;
    }
  }
}

function addTable(extent: Extent, rows: readonly Run[][][]): void {
  const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 1);
  extent.columns = Math.max(extent.columns, columns);
  extent.elements += PARAGRAPH + columns + rows.length * (1 + columns * CELL);
  for (const row of rows) for (const cell of row) extent.elements += elementsOf(cell);
}

/** A run is cut at its line breaks and at its gaps, and says its marks in each piece. */
function elementsOf(runs: readonly Run[]): number {
  let elements = 0;
  for (const { text, marks } of runs) {
    const gaps = text.split('[[').length - 1;
    const lines = text.split('\n').length - 1;
    elements += (1 + 2 * gaps) * (RUN + PER_MARK * new Set(marks).size) + 2 * lines;
  }
  return elements;
}
