import type { FakeCollection } from './fake-collection.ts';
import { FakeObject } from './fake-context.ts';
import { FakeList, FakeListItem } from './fake-list.ts';
import { rangeOf } from './fake-range.ts';
import type { Location, FakeRange } from './fake-range.ts';
import { FakeCell, FakeTable, insertTableAfter } from './fake-table.ts';
import { FakeControl } from './fake-things.ts';
import { OfficeError } from './office-error.ts';
import { paragraphOf } from './word-model.ts';
import type { ListModel, Paragraph, Span } from './word-model.ts';

const STYLES = /^(Normal|Quote|ListParagraph|Title|Heading[1-9])$/;
const DEEPEST = 8;

/** `Word.Paragraph`. */
export class FakeParagraph extends FakeObject<Paragraph> {
  #parent: FakeControl | undefined;

  get text(): string {
    return this.loaded('text');
  }
  get isListItem(): boolean {
    return this.loaded('isListItem');
  }
  get tableNestingLevel(): number {
    return this.loaded('tableNestingLevel');
  }
  get outlineLevel(): number {
    return this.loaded('outlineLevel');
  }
  get style(): string {
    return this.loaded('style');
  }
  set style(value: string) {
    this.change('style', (paragraph) => {
      paragraph.style = value;
      paragraph.styleBuiltIn = value === 'Standard' ? 'Normal' : 'Other';
    });
  }
  get styleBuiltIn(): string {
    return this.loaded('styleBuiltIn');
  }
  set styleBuiltIn(value: string) {
    this.change('styleBuiltIn', (paragraph) => {
      if (!STYLES.test(value)) throw new OfficeError('InvalidArgument');
      paragraph.styleBuiltIn = value;
      paragraph.style = value === 'Normal' ? 'Standard' : value.replace('Heading', 'Überschrift ');
    });
  }
  set leftIndent(value: number) {
    this.change('leftIndent', (paragraph) => {
      paragraph.leftIndent = value;
    });
  }
  set firstLineIndent(value: number) {
    this.change('firstLineIndent', (paragraph) => {
      paragraph.firstLineIndent = value;
    });
  }
  get alignment(): string {
    return this.loaded('alignment');
  }
  set alignment(value: string) {
    this.change('alignment', (paragraph) => {
      paragraph.alignment = value;
    });
  }
  get listItem(): FakeListItem {
    return new FakeListItem(this.context, () => this.target().list);
  }
  get listItemOrNullObject(): FakeListItem {
    return new FakeListItem(this.context, () => this.target().list, true);
  }
  get parentTableCellOrNullObject(): FakeCell {
    return new FakeCell(this.context, () => this.target().cell, true);
  }

  get parentContentControlOrNullObject(): FakeControl {
    this.#parent ??= new FakeControl(this.context, () => this.target().control, true);
    return this.#parent;
  }

  getRange(location: Location = 'Whole'): FakeRange {
    return rangeOf(this, location);
  }

  search(text: string, options: { matchCase: boolean }): FakeCollection<Span, FakeRange> {
    return this.getRange('Content').search(text, options);
  }

  insertText(text: string, location: 'Replace' | 'Start' | 'End'): FakeRange {
    return this.getRange('Content').insertText(text, location);
  }

  insertParagraph(text: string, location: 'Before' | 'After'): FakeParagraph {
    return this.made(
      'insertParagraph',
      (paragraph) => {
        const { model } = this.context;
        if (paragraph.control?.cannotEdit === true) throw new OfficeError('NotAllowed');
        // Word hands on style, indents and membership in a list and a cell.
        const added = paragraphOf(text, {
          ...paragraph,
          letters: paragraphOf(text).letters,
          sectionBreak: false,
          mark: model.trackingMode === 'Off' ? 'none' : 'inserted',
        });
        const at = model.indexOf(paragraph);
        // The last mark of a document is always the old one.
        if (location === 'After' && paragraph === model.at(-1)) {
          [paragraph.mark, added.mark] = [added.mark, paragraph.mark];
        }
        model.insertAfter(location === 'Before' ? at - 1 : at, [added]);
        return added;
      },
      (find) => new FakeParagraph(this.context, find),
    );
  }

  insertTable(rows: number, columns: number, location: 'After', values?: string[][]): FakeTable {
    return this.made(
      'insertTable',
      (paragraph) => {
        if (String(location) !== 'After') throw new OfficeError('InvalidArgument');
        return insertTableAfter(this.context.model, paragraph, rows, columns, values);
      },
      (find) => new FakeTable(this.context, find),
    );
  }

  startNewList(): FakeList {
    return this.made(
      'startNewList',
      (paragraph) => {
        if (paragraph.list !== null) throw new OfficeError('GeneralException');
        const { lists } = this.context.model;
        const model: ListModel = { id: lists.length + 1, levels: new Map() };
        lists.push(model);
        paragraph.list = { model, level: 0 };
        return model;
      },
      (find) => new FakeList(this.context, find),
    );
  }

  attachToList(id: number, level: number): void {
    this.change('attachToList', (paragraph) => {
      const model = this.context.model.lists.find((list) => list.id === id);
      if (model === undefined || level < 0 || level > DEEPEST) throw new OfficeError('InvalidArgument');
      paragraph.list = { model, level };
    });
  }

  detachFromList(): void {
    this.change('detachFromList', (paragraph) => {
      paragraph.list = null;
    });
  }

  delete(): void {
    this.getRange('Whole').delete();
  }

  protected facts(paragraph: Paragraph): Record<string, unknown> {
    return {
      text: this.context.model.textOf(paragraph),
      style: paragraph.style,
      styleBuiltIn: paragraph.styleBuiltIn,
      outlineLevel: paragraph.outlineLevel,
      alignment: paragraph.alignment,
      isListItem: paragraph.list !== null,
      tableNestingLevel: paragraph.cell === null ? 0 : 1,
    };
  }
}

/** `Word.ParagraphCollection`: `items` exists once it was loaded. */
export class FakeParagraphs extends FakeObject<Paragraph[]> {
  #items: FakeParagraph[] | undefined;
  readonly #now: () => Paragraph[];

  constructor(context: FakeParagraph['context'], now: () => Paragraph[]) {
    super(context, now);
    this.#now = now;
  }

  get items(): FakeParagraph[] {
    if (this.#items === undefined) throw new OfficeError('PropertyNotLoaded');
    return this.#items;
  }

  override load(names: string): this {
    this.alive();
    this.context.enqueue(() => {
      this.#items = this.#now().map((paragraph) => {
        const item = new FakeParagraph(this.context, () => paragraph);
        item.load(names);
        return item;
      });
    });
    return this;
  }

  getFirst(): FakeParagraph {
    return new FakeParagraph(this.context, () => this.#now()[0] ?? null);
  }

  getLast(): FakeParagraph {
    return new FakeParagraph(this.context, () => this.#now().at(-1) ?? null);
  }

  protected facts(): Record<string, unknown> {
    return {};
  }
}
