import type { ReportFormat } from '../../contract/reports.ts';
import { csvOf } from './csv.ts';
import { pageOf } from './page.ts';
import type { Document } from './sheet.ts';
import { workbookOf } from './workbook.ts';

/** A report to be kept or printed. */
export interface ReportFile {
  /** With its ending. */
  name: string;
  type: string;
  content: string | Buffer;
}

/**
 * Writes a report down.
 * @param name of the file, without ending
 */
export async function reportFile(
  document: Document,
  name: string,
  format: Exclude<ReportFormat, 'json'>,
): Promise<ReportFile> {
  const file = { name: `${name}.${format}` };
  switch (format) {
    case 'csv':
      return { ...file, type: 'text/csv; charset=utf-8', content: csvOf(document) };
    case 'xlsx':
      return {
        ...file,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        content: await workbookOf(document),
      };
    case 'html':
      return { ...file, type: 'text/html; charset=utf-8', content: pageOf(document) };
  }
}
