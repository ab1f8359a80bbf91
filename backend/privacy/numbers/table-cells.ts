import type { Span } from '../span.ts';

/** A line of a text in cells: a Markdown table, tabs, semicolons, commas without spaces, or columns that spaces keep apart. */
export interface Row extends Span {
  /** Contents without the space around them; empty where nothing stands in a cell. */
  cells: Span[];
  separator: '|' | '\t' | ';' | ',' | ' ';
}

const BORDERS: Record<Row['separator'], RegExp> = {
  '|': /\|/gu,
  '\t': /\t/gu,
  ';': /;/gu,
  ',': /,/gu,
  ' ': / {2,}/gu,
};
const MAX_CELLS = 60;
const MAX_LINE = 4000;

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? text.length : end);
}

function separatorOf(line: string): Row['separator'] | null {
  if (line.includes('|')) return '|';
  if (line.includes('\t')) return '\t';
  if (/;[^;]{0,200};/u.test(line)) return ';';
  if (/[^,\s],[^,\s][^,]{0,200},(?:[^,\s][^,]{0,200})?,|[^,\s],[^,\s]{1,60},[^,\s]/u.test(line)) return ',';
  return /\S {2,}\S/u.test(line) ? ' ' : null;
}

/** The row that a line is, or null where it has no cells. */
export function rowAt(text: string, start: number): Row | null {
  const line = lineAt(text, start);
  const separator = line.length > MAX_LINE ? null : separatorOf(line);
  if (separator === null) return null;
  const cells: Span[] = [];
  const border = BORDERS[separator];
  let from = 0;
  const put = (to: number) => {
    const raw = line.slice(from, to);
    const lead = /^[\s*_>"]{0,40}/u.exec(raw)?.[0].length ?? 0;
    const body = raw.slice(lead).replace(/[\s*_"]{1,40}$/u, '');
    cells.push({ start: start + from + lead, end: start + from + lead + body.length });
  };
  for (const match of line.matchAll(border)) {
    if (cells.length >= MAX_CELLS) break;
    put(match.index);
    from = match.index + match[0].length;
  }
  put(line.length);
  return { start, end: start + line.length, cells, separator };
}

/** Where the next line begins that is not empty, or null; one empty line may lie between. */
export function nextLine(text: string, end: number): number | null {
  const gap = /^(?:[ \t]{0,40}\n){1,3}/u.exec(text.slice(end, end + 130));
  if (gap === null) return null;
  const start = end + gap[0].length;
  return start < text.length && text[start] !== '\n' ? start : null;
}

/** A cell of another row in the same column: by its number, and where the numbers of cells differ by its place. */
export function cellBelow(header: Row, column: number, row: Row): Span | null {
  if (row.separator !== header.separator) return null;
  if (row.separator !== ' ' || row.cells.length === header.cells.length) return row.cells[column] ?? null;
  const head = header.cells[column];
  if (head === undefined) return null;
  const offset = head.start - header.start;
  const near = row.cells.find((cell) => Math.abs(cell.start - row.start - offset) <= 4);
  return near ?? null;
}
