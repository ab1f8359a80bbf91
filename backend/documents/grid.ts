import type { Block, Run } from '../../contract/rich.ts';

interface Cell {
  blocks: Block[];
  header: boolean;
  columns: number;
  rows: number;
}

/** Columns and rows that one cell may span. */
const MAX_SPAN = 50;
/** Columns up to which spanned cells are written down. */
const MAX_COLUMNS = 100;
const NOTHING: Run[] = [];
/** Characters of the cells of a table on average from which its text is running text put into boxes. */
const LONG_CELL = 1_500;

/**
 * A table of a page while it is read. Most tables in mails only arrange things on the page: those become the text
 * that they hold; a table of data stays one.
 */
export class Grid {
  readonly #layout: boolean;
  readonly #rows: Cell[][] = [];
  readonly #outside: Block[] = [];

  constructor(layout: boolean) {
    this.#layout = layout;
  }

  nextRow(): void {
    this.#rows.push([]);
  }

  add(cell: Cell): void {
    const row = this.#rows.at(-1);
    if (row) row.push(cell);
    else this.#rows.push([cell]);
  }

  /** What stands in the table but in none of its cells, such as its caption. */
  addOutside(blocks: Block[]): void {
    for (const block of blocks) this.#outside.push(block);
  }

  blocks(): Block[] {
    const cells = this.#rows.flat();
    const texts = this.#texts();
    const long =
      cells.length > 0 &&
      texts.flat().reduce((sum, runs) => sum + lengthOf(runs), 0) > LONG_CELL * cells.length;
    const data =
      !this.#layout &&
      !long &&
      texts.length > 1 &&
      (texts[0]?.length ?? 0) > 1 &&
      !cells.some(({ blocks }) => blocks.some(({ type }) => type === 'table' || type === 'quote'));
    if (!data) return [...this.#outside, ...cells.flatMap(({ blocks }) => blocks)];
    const first = this.#rows.find((row) => row.some(({ blocks }) => blocks.length > 0));
    const header = first !== undefined && first.every((cell) => cell.header || cell.blocks.length === 0);
    return [...this.#outside, { type: 'table', header, rows: texts }];
  }

  /** The cells in their places, spanned ones empty, without rows and columns that hold nothing. */
  #texts(): Run[][][] {
    const covered: number[] = [];
    const rows = this.#rows.map((row) => {
      const line: Run[][] = [];
      const skip = () => {
        while ((covered[line.length] ?? 0) > 0) {
          covered[line.length] = (covered[line.length] ?? 0) - 1;
          line.push(NOTHING);
        }
      };
      for (const cell of row) {
        skip();
        const columns = Math.min(cell.columns, MAX_SPAN, Math.max(1, MAX_COLUMNS - line.length));
        for (let column = 0; column < columns; column++) {
          covered[line.length] = Math.min(cell.rows, MAX_SPAN) - 1;
          line.push(column === 0 ? runsOf(cell.blocks) : NOTHING);
        }
      }
      skip();
      return line;
    });
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    const used = Array.from({ length: width }, (_, column) =>
      rows.some((row) => (row[column]?.length ?? 0) > 0),
    );
    return rows
      .filter((row) => row.some((runs) => runs.length > 0))
      .map((row) => used.flatMap((kept, column) => (kept ? [row[column] ?? []] : [])));
  }
}

function lengthOf(runs: Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

/** The blocks of a cell as the lines of one text. */
function runsOf(blocks: Block[]): Run[] {
  return blocks.map(linesOf).reduce((all, runs) => {
    if (all.length === 0 || runs.length === 0) return all.length === 0 ? runs : all;
    all.push({ text: '\n', marks: [] }, ...runs);
    return all;
  }, []);
}

function linesOf(block: Block): Run[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [...block.runs];
    case 'list':
      return block.items.reduce<Run[]>((all, item, index) => {
        const mark = block.ordered ? `${block.start + index}. ` : '- ';
        all.push({ text: `${index > 0 ? '\n' : ''}${mark}`, marks: [] }, ...runsOf(item));
        return all;
      }, []);
    case 'quote':
      return runsOf(block.blocks);
    case 'table':
    case 'rule':
      return [];
  }
}
