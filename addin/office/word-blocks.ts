import type { Block, Run } from '../../contract/rich.ts';

/** What Word says about one paragraph. */
export interface ReadParagraph {
  text: string;
  /** 1 is the highest; null for anything but a heading. */
  heading: number | null;
  /** What Word prints before the paragraph ("1.", "a)", "•"), and how deep it is (0 is the outermost). */
  list: { level: number; mark: string } | null;
  /** Where it stands in a table. Inside a table in a cell the place in the outer one is not known: `nested`. */
  cell: { row: number; column: number; nested: boolean } | null;
}

type List = Extract<Block, { type: 'list' }>;
type Table = Extract<Block, { type: 'table' }>;

/**
 * Paragraphs as blocks: headings, lists and tables are found again, characters are not formatted. A number that a list
 * of Markdown cannot say ("§ 3", "2.1", "a)", "(2)") stays as text before its paragraph, for it may be cited.
 */
export function blocksOf(paragraphs: readonly ReadParagraph[]): Block[] {
  const blocks: Block[] = [];
  const open: List[] = [];
  let table: { block: Table; row: number; column: number } | null = null;
  for (const paragraph of paragraphs) {
    const text = clean(paragraph.text);
    if (paragraph.cell !== null) {
      open.length = 0;
      table = addCell(blocks, table, paragraph.cell, text);
      continue;
    }
    table = null;
    const kind = kindOf(paragraph);
    if (kind.type === 'item') {
      addItem(blocks, open, kind, text);
      continue;
    }
    open.length = 0;
    if (text.trim() === '') continue;
    const runs = plain(kind.prefix + text);
    blocks.push(
      kind.type === 'heading' ? { type: 'heading', level: kind.level, runs } : { type: 'paragraph', runs },
    );
  }
  return blocks;
}

/** What `blocksOf` sets before the text of a paragraph: the number that Word prints and Markdown can't say. */
export function prefixOf(paragraph: ReadParagraph): string {
  if (paragraph.cell !== null) return '';
  const kind = kindOf(paragraph);
  return kind.type === 'item' ? '' : kind.prefix;
}

type Kind =
  | { type: 'heading'; level: 1 | 2 | 3 | 4; prefix: string }
  | { type: 'paragraph'; prefix: string }
  | { type: 'item'; level: number; ordered: boolean; start: number };

function kindOf({ heading, list }: ReadParagraph): Kind {
  const mark = list?.mark.trim() ?? '';
  const bullet = !/[\p{L}\p{N}]/u.test(mark) || mark === 'o';
  const prefix = bullet ? '' : `${mark} `;
  if (heading !== null) return { type: 'heading', level: headingLevel(heading), prefix };
  if (list === null) return { type: 'paragraph', prefix: '' };
  if (bullet) return { type: 'item', level: list.level, ordered: false, start: 1 };
  const number = /^(\d{1,6})[.)]$/.exec(mark)?.[1];
  if (number === undefined) return { type: 'paragraph', prefix };
  return { type: 'item', level: list.level, ordered: true, start: Number(number) };
}

function headingLevel(level: number): 1 | 2 | 3 | 4 {
  if (level <= 1) return 1;
  if (level === 2) return 2;
  return level === 3 ? 3 : 4;
}

/** `open` holds the lists that are still growing, the outermost first. */
function addItem(blocks: Block[], open: List[], item: Extract<Kind, { type: 'item' }>, text: string): void {
  open.length = Math.min(open.length, item.level + 1);
  const innermost = open.at(-1);
  if (innermost !== undefined && open.length === item.level + 1 && innermost.ordered !== item.ordered)
    open.pop();
  const sameLevel = open.length === item.level + 1 ? open.at(-1) : undefined;
  const content: Block[] = [{ type: 'paragraph', runs: plain(text) }];
  if (sameLevel !== undefined) {
    sameLevel.items.push(content);
    return;
  }
  const list: List = { type: 'list', ordered: item.ordered, start: item.start, items: [content] };
  const parent = open.at(-1)?.items.at(-1);
  (parent ?? blocks).push(list);
  open.push(list);
}

function addCell(
  blocks: Block[],
  open: { block: Table; row: number; column: number } | null,
  cell: NonNullable<ReadParagraph['cell']>,
  text: string,
): { block: Table; row: number; column: number } {
  const goesBack =
    open !== null && (cell.row < open.row || (cell.row === open.row && cell.column < open.column));
  const current =
    open === null || (goesBack && !cell.nested)
      ? { block: { type: 'table' as const, header: false, rows: [] }, row: 0, column: 0 }
      : open;
  if (current !== open) blocks.push(current.block);
  const row = cell.nested ? current.row : cell.row;
  const column = cell.nested ? current.column : cell.column;
  while (current.block.rows.length <= row) current.block.rows.push([]);
  const cells = current.block.rows[row] ?? [];
  while (cells.length <= column) cells.push([]);
  const before = cells[column]?.[0]?.text;
  cells[column] = plain(before === undefined ? text : `${before}\n${text}`);
  return { block: current.block, row, column };
}

function plain(text: string): Run[] {
  return text === '' ? [] : [{ text, marks: [] }];
}

/** Word writes a line break as a vertical tab and pictures, notes and fields as control characters. */
function clean(text: string): string {
  return text.replaceAll('\v', '\n').replaceAll(/[^\P{Cc}\t\n]/gu, '');
}
