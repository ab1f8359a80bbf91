import { OfficeError } from './office-error.ts';

export interface Look {
  bold: boolean;
  italic: boolean;
  underline: string;
  strikeThrough: boolean;
  highlightColor: string | null;
}

export interface Letter extends Look {
  char: string;
}

export const PLAIN: Look = {
  bold: false,
  italic: false,
  underline: 'None',
  strikeThrough: false,
  highlightColor: null,
};

export interface ListModel {
  id: number;
  levels: Map<number, { ordered: boolean; start: number }>;
}

export interface TableModel {
  headerRowCount: number;
  styleBuiltIn: string;
  rows: number;
  columns: number;
}

export interface Paragraph {
  letters: Letter[];
  style: string;
  styleBuiltIn: string;
  outlineLevel: number;
  leftIndent: number;
  firstLineIndent: number;
  list: { model: ListModel; level: number } | null;
  cell: { table: TableModel; row: number; column: number } | null;
  /** A section begins after this paragraph. */
  sectionBreak: boolean;
}

/** A place in the text; it moves along with what is inserted and deleted before it. */
export interface Mark {
  paragraph: Paragraph;
  /** 0 to the number of letters; one more stands behind the end of the paragraph. */
  offset: number;
  /** Moves along with what is inserted at this very place: the beginning of a range that has text in it. */
  moves: boolean;
}

export interface Span {
  start: Mark;
  end: Mark;
}

export function paragraphOf(text: string, facts: Partial<Paragraph> = {}): Paragraph {
  return {
    letters: [...text].map((char) => ({ ...PLAIN, char })),
    style: 'Standard',
    styleBuiltIn: 'Normal',
    outlineLevel: 10,
    leftIndent: 0,
    firstLineIndent: 0,
    list: null,
    cell: null,
    sectionBreak: false,
    ...facts,
  };
}

export function textOf(paragraph: Paragraph): string {
  return paragraph.letters.map((letter) => letter.char).join('');
}

/** A Word document: a row of paragraphs, some of them in lists and cells, and the places that are held on to. */
export class WordModel {
  paragraphs: Paragraph[];
  selection: Span;
  readonly lists: ListModel[] = [];
  readonly #marks = new Set<Mark>();

  constructor(paragraphs: Paragraph[]) {
    this.paragraphs = paragraphs.length === 0 ? [paragraphOf('')] : paragraphs;
    const first = this.at(0);
    this.selection = this.span(first, 0, first, 0);
  }

  at(index: number): Paragraph {
    const paragraph = this.paragraphs.at(index);
    if (paragraph === undefined) throw new OfficeError('ItemNotFound');
    return paragraph;
  }

  span(first: Paragraph, from: number, last: Paragraph, to: number): Span {
    const start = { paragraph: first, offset: from, moves: first !== last || from !== to };
    const end = { paragraph: last, offset: to, moves: false };
    this.#marks.add(start);
    this.#marks.add(end);
    return { start, end };
  }

  all(): Span {
    const last = this.at(-1);
    return this.span(this.at(0), 0, last, last.letters.length);
  }

  paragraphsOf({ start, end }: Span): Paragraph[] {
    return this.paragraphs.slice(this.#index(start.paragraph), this.#index(end.paragraph) + 1);
  }

  lettersOf(span: Span): Letter[] {
    return this.paragraphsOf(span).flatMap((paragraph) =>
      paragraph.letters.slice(
        paragraph === span.start.paragraph ? span.start.offset : 0,
        paragraph === span.end.paragraph ? span.end.offset : undefined,
      ),
    );
  }

  text(span: Span): string {
    return this.paragraphsOf(span)
      .map((paragraph) =>
        textOf(paragraph).slice(
          paragraph === span.start.paragraph ? span.start.offset : 0,
          paragraph === span.end.paragraph ? span.end.offset : undefined,
        ),
      )
      .join('\n');
  }

  compare(one: Mark, other: Mark): number {
    return this.#index(one.paragraph) - this.#index(other.paragraph) || one.offset - other.offset;
  }

  /** Letters take over the look of the one before; `\n` begins a new paragraph, as in Word. */
  insert(at: Pick<Mark, 'paragraph' | 'offset'>, text: string): Span {
    const { paragraph, offset } = at;
    const from = Math.min(offset, paragraph.letters.length);
    const before = paragraph.letters[from - 1] ?? paragraph.letters[from];
    const look: Look = before ?? PLAIN;
    const [head = '', ...rest] = text.split('\n');
    this.#put(paragraph, from, head, look);
    let last = { paragraph, offset: from + head.length };
    for (const line of rest) {
      const next = this.#split(last.paragraph, last.offset);
      this.#put(next, 0, line, look);
      last = { paragraph: next, offset: line.length };
    }
    return this.span(paragraph, from, last.paragraph, last.offset);
  }

  delete({ start, end }: Span): void {
    const whole = start.offset === 0 && end.offset > end.paragraph.letters.length;
    const gone = this.paragraphsOf({ start, end });
    const next = this.paragraphs[this.#index(end.paragraph) + 1];
    if (whole && next !== undefined) {
      this.paragraphs = this.paragraphs.filter((paragraph) => !gone.includes(paragraph));
      this.#move((mark) => (gone.includes(mark.paragraph) ? { ...mark, paragraph: next, offset: 0 } : mark));
      return;
    }
    const target = start.paragraph;
    const from = start.offset;
    const to = Math.min(end.offset, end.paragraph.letters.length);
    const source = end.paragraph;
    const tail = source.letters.slice(to);
    target.letters = [...target.letters.slice(0, from), ...tail];
    this.paragraphs = this.paragraphs.filter((one) => one === target || !gone.includes(one));
    this.#move((mark) => {
      if (!gone.includes(mark.paragraph)) return mark;
      if (mark.paragraph === target && mark.offset <= from) return mark;
      const behind = mark.paragraph === source ? Math.max(0, mark.offset - to) : 0;
      return { ...mark, paragraph: target, offset: from + behind };
    });
  }

  insertAfter(index: number, added: Paragraph[]): void {
    this.paragraphs.splice(index + 1, 0, ...added);
  }

  indexOf(paragraph: Paragraph): number {
    return this.#index(paragraph);
  }

  lastOf(table: TableModel): Paragraph {
    const last = this.paragraphs.findLast((paragraph) => paragraph.cell?.table === table);
    if (last === undefined) throw new OfficeError('ItemNotFound');
    return last;
  }

  #index(paragraph: Paragraph): number {
    const index = this.paragraphs.indexOf(paragraph);
    if (index < 0) throw new OfficeError('ItemNotFound');
    return index;
  }

  #put(paragraph: Paragraph, at: number, text: string, look: Look): void {
    paragraph.letters.splice(at, 0, ...[...text].map((char) => ({ ...look, char })));
    this.#move((mark) =>
      mark.paragraph === paragraph && isBehind(mark, at)
        ? { ...mark, offset: mark.offset + [...text].length }
        : mark,
    );
  }

  #split(paragraph: Paragraph, at: number): Paragraph {
    const next: Paragraph = { ...paragraph, letters: paragraph.letters.slice(at) };
    paragraph.letters = paragraph.letters.slice(0, at);
    this.insertAfter(this.#index(paragraph), [next]);
    this.#move((mark) =>
      mark.paragraph === paragraph && isBehind(mark, at)
        ? { ...mark, paragraph: next, offset: mark.offset - at }
        : mark,
    );
    return next;
  }

  #move(to: (mark: Mark) => Mark): void {
    for (const mark of this.#marks) Object.assign(mark, to({ ...mark }));
  }
}

function isBehind(mark: Mark, at: number): boolean {
  return mark.offset > at || (mark.offset === at && mark.moves);
}
