import { OfficeError } from './office-error.ts';
import { strikeOut } from './word-model-revisions.ts';

export interface Look {
  bold: boolean;
  italic: boolean;
  underline: string;
  strikeThrough: boolean;
  highlightColor: string | null;
}

export interface Letter extends Look {
  char: string;
  revision: Revision;
  /** Who inserted or struck it out; empty for the person at this Word. */
  author: string;
  /** Address of the link that it belongs to; empty where there is none. */
  link: string;
  /** Number of the field whose result it belongs to; 0 where there is none. */
  field: number;
  control: ControlModel | null;
  /** It stands for a picture in the line. */
  picture: boolean;
}

export type Revision = 'none' | 'inserted' | 'deleted';

/** A content control. */
export interface ControlModel {
  cannotEdit: boolean;
  cannotDelete: boolean;
}

export const PLAIN: Look = {
  bold: false,
  italic: false,
  underline: 'None',
  strikeThrough: false,
  highlightColor: null,
};

const BLANK: Omit<Letter, 'char'> = {
  ...PLAIN,
  revision: 'none',
  author: '',
  link: '',
  field: 0,
  control: null,
  picture: false,
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
  alignment: string;
  list: { model: ListModel; level: number } | null;
  cell: { table: TableModel; row: number; column: number } | null;
  /** A section begins after this paragraph. */
  sectionBreak: boolean;
  /** Whether the end of the paragraph is new or struck out. */
  mark: Revision;
  /** The content control around the whole paragraph. */
  control: ControlModel | null;
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
    letters: lettersOf(text),
    style: 'Standard',
    styleBuiltIn: 'Normal',
    outlineLevel: 10,
    leftIndent: 0,
    firstLineIndent: 0,
    alignment: 'Left',
    list: null,
    cell: null,
    sectionBreak: false,
    mark: 'none',
    control: null,
    ...facts,
  };
}

/** One for each UTF-16 unit, as Word counts. */
export function lettersOf(text: string, facts: Partial<Letter> = {}): Letter[] {
  return text.split('').map((char) => ({ ...BLANK, ...facts, char }));
}

/** With what is struck out. */
export function textOf(paragraph: Paragraph): string {
  return paragraph.letters.map((letter) => letter.char).join('');
}

/** A Word document: a row of paragraphs, some of them in lists and cells, and the places that are held on to. */
export class WordModel {
  paragraphs: Paragraph[];
  selection: Span;
  readonly lists: ListModel[] = [];
  trackingMode: 'Off' | 'TrackAll' | 'TrackMineOnly' = 'Off';
  /** Whether struck out text belongs to `text`: Word on the web has it so, others don't (office-js #1267). */
  showsDeleted = true;
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
    return this.paragraphsOf(span).flatMap((paragraph) => lettersIn(paragraph, span));
  }

  text(span: Span): string {
    return this.paragraphsOf(span)
      .map((paragraph) => this.#said(lettersIn(paragraph, span)))
      .join('\n');
  }

  /** As `Paragraph.text` has it. */
  textOf(paragraph: Paragraph): string {
    return this.#said(paragraph.letters);
  }

  #said(letters: readonly Letter[]): string {
    return letters
      .filter(({ revision }) => this.showsDeleted || revision !== 'deleted')
      .map(({ char }) => char)
      .join('');
  }

  compare(one: Mark, other: Mark): number {
    return this.#index(one.paragraph) - this.#index(other.paragraph) || one.offset - other.offset;
  }

  /**
   * Letters take over the look of the one before; `\n` begins a new paragraph, as in Word.
   * @param look of the letters, where it is not that of the one before
   */
  insert(at: Pick<Mark, 'paragraph' | 'offset'>, text: string, look?: Letter): Span {
    const { paragraph, offset } = at;
    const from = Math.min(offset, paragraph.letters.length);
    const facts = this.#factsAt(paragraph, from, look);
    const [head = '', ...rest] = text.split('\n');
    this.put(paragraph, from, lettersOf(head, facts));
    let last = { paragraph, offset: from + head.length };
    for (const line of rest) {
      const next = this.#split(last.paragraph, last.offset);
      this.put(next, 0, lettersOf(line, facts));
      last = { paragraph: next, offset: line.length };
    }
    return this.span(paragraph, from, last.paragraph, last.offset);
  }

  #factsAt(paragraph: Paragraph, from: number, look: Letter | undefined): Partial<Letter> {
    const [before, behind] = [paragraph.letters[from - 1], paragraph.letters[from]];
    const inside = before !== undefined && before.control === behind?.control ? before.control : null;
    if ((inside ?? paragraph.control)?.cannotEdit === true) throw new OfficeError('NotAllowed');
    return {
      ...BLANK,
      ...lookOf(look ?? before ?? behind),
      revision: this.trackingMode === 'Off' ? 'none' : 'inserted',
      link: before !== undefined && before.link === behind?.link ? before.link : '',
      field: before !== undefined && before.field === behind?.field ? before.field : 0,
      control: inside,
    };
  }

  /** Takes letters and ends of paragraphs out; with change tracking on they are struck out. */
  delete(span: Span): void {
    const gone = this.lettersOf(span);
    const locked = this.paragraphsOf(span).some(({ control }) => control?.cannotEdit === true);
    if (locked || gone.some(({ control }) => control?.cannotEdit === true))
      throw new OfficeError('NotAllowed');
    if (this.trackingMode === 'Off') this.#remove(span);
    else strikeOut(this, span);
  }

  #remove({ start, end }: Span): void {
    const whole = start.offset === 0 && end.offset > end.paragraph.letters.length;
    const gone = this.paragraphsOf({ start, end });
    const next = this.paragraphs[this.#index(end.paragraph) + 1];
    if (whole && next !== undefined) {
      this.paragraphs = this.paragraphs.filter((paragraph) => !gone.includes(paragraph));
      this.#move(gone, () => ({ paragraph: next, offset: 0 }));
      return;
    }
    const target = start.paragraph;
    const from = start.offset;
    const to = Math.min(end.offset, end.paragraph.letters.length);
    const source = end.paragraph;
    target.letters = [...target.letters.slice(0, from), ...source.letters.slice(to)];
    target.mark = source.mark;
    this.paragraphs = this.paragraphs.filter((one) => one === target || !gone.includes(one));
    this.#move(gone, (mark) => {
      if (mark.paragraph === target && mark.offset <= from) return mark;
      const behind = mark.paragraph === source ? Math.max(0, mark.offset - to) : 0;
      return { paragraph: target, offset: from + behind };
    });
  }

  /** Takes letters of one paragraph out, for good. */
  cut(paragraph: Paragraph, from: number, to: number): void {
    paragraph.letters.splice(from, to - from);
    this.#move([paragraph], (mark) => ({
      paragraph,
      offset: mark.offset <= from ? mark.offset : Math.max(from, mark.offset - (to - from)),
    }));
  }

  /** Takes the end of a paragraph out, for good: the next one goes on with its own style. The last one stays. */
  join(paragraph: Paragraph): void {
    const next = this.paragraphs[this.#index(paragraph) + 1];
    if (next === undefined) return;
    const { length } = paragraph.letters;
    this.#move([next], (mark) => ({ paragraph: next, offset: mark.offset + length }));
    this.#move([paragraph], (mark) => ({ paragraph: next, offset: Math.min(mark.offset, length) }));
    next.letters = [...paragraph.letters, ...next.letters];
    this.paragraphs = this.paragraphs.filter((one) => one !== paragraph);
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

  put(paragraph: Paragraph, at: number, letters: readonly Letter[]): void {
    paragraph.letters.splice(at, 0, ...letters);
    this.#move([paragraph], (mark) =>
      isBehind(mark, at) ? { paragraph, offset: mark.offset + letters.length } : mark,
    );
  }

  #split(paragraph: Paragraph, at: number): Paragraph {
    const next: Paragraph = { ...paragraph, letters: paragraph.letters.slice(at) };
    paragraph.letters = paragraph.letters.slice(0, at);
    paragraph.mark = this.trackingMode === 'Off' ? 'none' : 'inserted';
    this.insertAfter(this.#index(paragraph), [next]);
    this.#move([paragraph], (mark) =>
      isBehind(mark, at) ? { paragraph: next, offset: mark.offset - at } : mark,
    );
    return next;
  }

  #move(touched: readonly Paragraph[], to: (mark: Mark) => Pick<Mark, 'paragraph' | 'offset'>): void {
    for (const mark of this.#marks) {
      if (touched.includes(mark.paragraph)) Object.assign(mark, to({ ...mark }));
    }
  }
}

/** What of a paragraph is in a span. */
function lettersIn(paragraph: Paragraph, { start, end }: Span): Letter[] {
  return paragraph.letters.slice(
    paragraph === start.paragraph ? start.offset : 0,
    paragraph === end.paragraph ? end.offset : undefined,
  );
}

function lookOf(letter: Letter | undefined): Look {
  const { bold, italic, underline, strikeThrough, highlightColor } = letter ?? PLAIN;
  return { bold, italic, underline, strikeThrough, highlightColor };
}

function isBehind(mark: Mark, at: number): boolean {
  return mark.offset > at || (mark.offset === at && mark.moves);
}
