import type { Block, Run } from '../../contract/rich.ts';
import { cleanText } from './characters.ts';

/**
 * Values parted by semicolons, tabs or commas (RFC 4180 with the separators that German programs write) as a table;
 * null where there is no second column.
 */
export function csvToBlocks(text: string): Block[] | null {
  const clean = cleanText(text);
  const rows = readRows(clean, separatorOf(clean)).filter((row) => row.some((cell) => cell !== ''));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (width < 2) return null;
  const header = rows.length > 1 && rows[0]?.every((cell) => !/^[\d.,\s%€-]+$/.test(cell)) === true;
  const runs = (cell: string): Run[] => (cell === '' ? [] : [{ text: cell, marks: [] }]);
  return [{ type: 'table', header, rows: rows.map((row) => row.map(runs)) }];
}

/** The separator that stands most often in the first line. */
function separatorOf(text: string): string {
  const end = text.indexOf('\n');
  const first = end === -1 ? text : text.slice(0, end);
  const counts = [';', '\t', ','].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

function readRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { value, end } = text[at] === '"' ? quoted(text, at) : bare(text, at, separator);
    row.push(value.trim());
    at = end + 1;
    if (text[end] === separator && at < text.length) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function bare(text: string, from: number, separator: string): { value: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
  return { value: text.slice(from, end), end };
}

/** A value in quotation marks may hold separators, line ends and, doubled, quotation marks. */
function quoted(text: string, from: number): { value: string; end: number } {
  let value = '';
  let at = from + 1;
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark === -1) return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, mark);
    if (text[mark + 1] !== '"') return { value, end: mark + 1 };
    value += '"';
    at = mark + 2;
  }
}
