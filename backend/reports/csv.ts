import type { Column, Document, Sheet, Value } from './sheet.ts';

const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), in their wide forms too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A report as CSV for a German spreadsheet: UTF-8 with a byte order mark, semicolons, decimal commas, lines ended by CR LF
 * (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it. Tables follow each other
 * with an empty line between them.
 */
export function csvOf({ title, notes, sheets }: Document): string {
  const head = [title, ...notes].map((line) => [textCell(line)]);
  const tables = sheets.flatMap((sheet) => [[], [textCell(sheet.title)], ...linesOf(sheet)]);
  return BYTE_ORDER_MARK + [...head, ...tables].map((cells) => `${cells.join(';')}\r\n`).join('');
}

function linesOf({ columns, rows }: Sheet): string[][] {
  const header = columns.map(({ label }) => textCell(label));
  return [header, ...rows.map((row) => columns.map((column, index) => cellOf(row[index] ?? null, column)))];
}

function cellOf(value: Value, { kind }: Column): string {
  if (value === null) return '';
  if (typeof value === 'string') return textCell(value);
  switch (kind) {
    case 'cents':
      return (value / 100).toFixed(2).replace('.', ',');
    case 'percent':
      return value.toFixed(1).replace('.', ',');
    case 'text':
    case 'count':
    case 'euro':
      return String(value);
  }
}

function textCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
