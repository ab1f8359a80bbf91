import writeExcelFile, { type Cell } from 'write-excel-file/node';
import type { Column, Document, Sheet, Value } from './sheet.ts';

/** A name of a sheet may be so long, without the characters of `NOT_IN_NAMES`. */
const MAX_NAME_CHARS = 31;
const NOT_IN_NAMES = /[[\]:*?/\\']/gu;
/** XML 1.0 has no way to write these. */
const NOT_IN_XML = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

const FORMATS = { count: '#,##0', cents: '#,##0.00 "€"', euro: '#,##0 "€"', percent: '0.0 "%"' } as const;

/** A report as a workbook (XLSX): one sheet for each table and one for the notes, figures as numbers. */
export function workbookOf({ title, notes, sheets }: Document): Promise<Buffer> {
  const hints = [title, ...notes].map((line) => [text(line)]);
  return writeExcelFile([
    ...sheets.map((sheet) => ({
      data: rowsOf(sheet),
      sheet: nameOf(sheet.name),
      stickyRowsCount: 1,
      columns: sheet.columns.map(({ kind }) => ({ width: kind === 'text' ? 34 : 18 })),
    })),
    { data: hints, sheet: 'Hinweise', columns: [{ width: 120 }] },
  ]).toBuffer();
}

function rowsOf({ columns, rows }: Sheet): Cell[][] {
  const header = columns.map(({ label }): Cell => ({ ...text(label), fontWeight: 'bold' }));
  return [header, ...rows.map((row) => columns.map((column, index) => cellOf(row[index] ?? null, column)))];
}

function cellOf(value: Value, { kind }: Column): Cell {
  if (value === null) return null;
  if (typeof value === 'string') return text(value);
  if (kind === 'text') return text(String(value));
  return { type: Number, value: kind === 'cents' ? value / 100 : value, format: FORMATS[kind] };
}

/** Written as a text, so that nothing in it is a formula. */
function text(value: string) {
  return { type: String, value: value.toWellFormed().replace(NOT_IN_XML, '') };
}

function nameOf(name: string): string {
  return name.replace(NOT_IN_NAMES, ' ').slice(0, MAX_NAME_CHARS);
}
