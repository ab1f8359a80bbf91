import { FakeObject } from './fake-context.ts';
import { FakeParagraph, FakeParagraphs } from './fake-paragraph.ts';
import { FakeFont, FakeRange } from './fake-range.ts';
import { OfficeError } from './office-error.ts';
import { paragraphOf } from './word-model.ts';
import type { Paragraph, TableModel, WordModel } from './word-model.ts';

/** `Word.Table`. */
export class FakeTable extends FakeObject<TableModel> {
  set styleBuiltIn(value: string) {
    this.change('table.styleBuiltIn', (table) => {
      table.styleBuiltIn = value;
    });
  }
  set headerRowCount(value: number) {
    this.change('headerRowCount', (table) => {
      table.headerRowCount = value;
    });
  }

  get rows(): { getFirst(): { font: FakeFont } } {
    const letters = () =>
      this.#cells()
        .filter((paragraph) => paragraph.cell?.row === 0)
        .flatMap((paragraph) => paragraph.letters);
    return { getFirst: () => ({ font: new FakeFont(this.context, letters) }) };
  }

  getCell(row: number, column: number): { body: { paragraphs: FakeParagraphs } } {
    const inCell = () => this.#cells().filter(({ cell }) => cell?.row === row && cell.column === column);
    return { body: { paragraphs: new FakeParagraphs(this.context, inCell) } };
  }

  getRange(location: 'Start' | 'End' | 'Whole' = 'Whole'): FakeRange {
    return new FakeRange(this.context, () => {
      const cells = this.#cells();
      const [first, last] = [cells[0], cells.at(-1)];
      if (first === undefined || last === undefined) throw new OfficeError('ItemNotFound');
      const start = location === 'End' ? last : first;
      const end = location === 'Start' ? first : last;
      return this.context.model.span(
        start,
        location === 'End' ? start.letters.length : 0,
        end,
        location === 'Start' ? 0 : end.letters.length,
      );
    });
  }

  insertParagraph(text: string, location: 'Before' | 'After'): FakeParagraph {
    return this.made(
      'insertParagraph',
      (table) => {
        const { model } = this.context;
        const added = paragraphOf(text);
        const first = model.paragraphs.findIndex(({ cell }) => cell?.table === table);
        model.insertAfter(location === 'Before' ? first - 1 : model.indexOf(model.lastOf(table)), [added]);
        return added;
      },
      (find) => new FakeParagraph(this.context, find),
    );
  }

  insertTable(rows: number, columns: number, _location: 'After', values?: string[][]): FakeTable {
    return this.made(
      'insertTable',
      (table) =>
        insertTableAfter(this.context.model, this.context.model.lastOf(table), rows, columns, values),
      (find) => new FakeTable(this.context, find),
    );
  }

  delete(): void {
    this.change('delete', (table) => {
      const { model } = this.context;
      model.paragraphs = model.paragraphs.filter(({ cell }) => cell?.table !== table);
    });
  }

  #cells(): Paragraph[] {
    const table = this.target();
    return this.context.model.paragraphs.filter(({ cell }) => cell?.table === table);
  }

  protected facts(): Record<string, unknown> {
    return {};
  }
}

/** `Word.TableCell`. */
export class FakeCell extends FakeObject<NonNullable<Paragraph['cell']>> {
  get rowIndex(): number {
    return this.loaded('rowIndex');
  }
  get cellIndex(): number {
    return this.loaded('cellIndex');
  }

  protected facts(cell: NonNullable<Paragraph['cell']>): Record<string, unknown> {
    return { rowIndex: cell.row, cellIndex: cell.column };
  }
}

/** Word keeps a paragraph behind a table, because one cannot be the last thing in a document. */
export function insertTableAfter(
  model: WordModel,
  before: Paragraph,
  rows: number,
  columns: number,
  values: string[][] | undefined,
): TableModel {
  if (rows < 1 || columns < 1) throw new OfficeError('InvalidArgument');
  if (values !== undefined && (values.length !== rows || values.some((row) => row.length !== columns))) {
    throw new OfficeError('InvalidArgument');
  }
  const table: TableModel = { headerRowCount: 0, styleBuiltIn: '', rows, columns };
  const index = model.indexOf(before);
  model.insertAfter(index, cellsOf(table, values));
  if (model.paragraphs.at(-1)?.cell?.table === table) model.paragraphs.push(paragraphOf(''));
  return table;
}

export function cellsOf(table: TableModel, values: string[][] | undefined): Paragraph[] {
  return Array.from({ length: table.rows * table.columns }, (_, index) => {
    const row = Math.floor(index / table.columns);
    const column = index % table.columns;
    return paragraphOf(values?.[row]?.[column] ?? '', { cell: { table, row, column } });
  });
}
