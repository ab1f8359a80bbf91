import type { Block, Mark, Run } from '../../contract/rich.ts';
import { cleanText } from './characters.ts';
import { Grid } from './grid.ts';

type Container =
  { kind: 'flow'; blocks: Block[] } | { kind: 'list'; items: Block[][] } | { kind: 'table'; grid: Grid };

/** Quotes, lists and tables inside each other; what is deeper becomes lines of their own. */
const MAX_NESTED = 60;
/** Quotes inside each other; every level makes each line longer where they are written down. */
const MAX_QUOTES = 12;

/**
 * Builds blocks from what a reader of HTML meets on its way: text, breaks, and the beginnings and ends of things.
 * Every `open…` returns what ends it again; ends come in the reverse order of beginnings.
 */
export class Outline {
  readonly #root: Block[] = [];
  readonly #containers: Container[] = [{ kind: 'flow', blocks: this.#root }];
  #runs: Run[] = [];
  #quotes = 0;
  /** Whether the current line holds anything but spaces. */
  #lineBegun = false;
  #heading: 1 | 2 | 3 | 4 | null = null;

  /** Everything that was built. */
  blocks(): Block[] {
    this.endParagraph();
    return this.#root;
  }

  text(text: string, marks: Mark[]): void {
    const lastBreak = text.lastIndexOf('\n');
    if (lastBreak !== -1) this.#lineBegun = false;
    if (/[^ \t\r\f]/.test(text.slice(lastBreak + 1))) this.#lineBegun = true;
    this.#runs.push({ text, marks });
  }

  lineBreak(): void {
    this.text('\n', this.#runs.at(-1)?.marks ?? []);
  }

  /** Begins a new line unless one has just begun. A line with nothing but a hard space counts as an empty one. */
  newLine(): void {
    if (this.#lineBegun) this.lineBreak();
  }

  endParagraph(): void {
    const paragraphs = paragraphsOf(this.#runs);
    this.#runs = [];
    this.#lineBegun = false;
    const level = this.#heading;
    this.#add(
      paragraphs.map((runs) => (level ? { type: 'heading', level, runs } : { type: 'paragraph', runs })),
    );
  }

  openHeading(level: 1 | 2 | 3 | 4): () => void {
    this.endParagraph();
    this.#heading = level;
    return () => {
      this.endParagraph();
      this.#heading = null;
    };
  }

  rule(): void {
    this.endParagraph();
    this.#add([{ type: 'rule' }]);
  }

  openQuote(): () => void {
    if (this.#quotes >= MAX_QUOTES || this.#containers.length >= MAX_NESTED) return this.openBlock();
    this.#quotes++;
    return this.#openFlow((blocks) => {
      this.#quotes--;
      if (blocks.length > 0) this.#add([{ type: 'quote', blocks }]);
    });
  }

  openList(ordered: boolean, start: number): () => void {
    if (this.#containers.length >= MAX_NESTED) return this.openBlock();
    const items: Block[][] = [];
    return this.#open({ kind: 'list', items }, () => {
      const full = items.filter((item) => item.length > 0);
      if (full.length > 0) this.#add([{ type: 'list', ordered, start, items: full }]);
    });
  }

  /** An item of the list that is open; outside of one, some lines of their own. */
  openItem(): () => void {
    const list = this.#containers.at(-1);
    if (list?.kind !== 'list') return this.openBlock();
    return this.#openFlow((blocks) => list.items.push(blocks));
  }

  /** @param layout whether the page itself says that the table only arranges things */
  openTable(layout: boolean): () => void {
    if (this.#containers.length >= MAX_NESTED) return this.openBlock();
    const grid = new Grid(layout);
    return this.#open({ kind: 'table', grid }, () => this.#add(grid.blocks()));
  }

  openRow(): void {
    const table = this.#containers.at(-1);
    if (table?.kind === 'table') table.grid.nextRow();
  }

  /** A cell of the table that is open; outside of one, some lines of their own. */
  openCell(header: boolean, columns: number, rows: number): () => void {
    const table = this.#containers.at(-1);
    if (table?.kind !== 'table') return this.openBlock();
    return this.#openFlow((blocks) => table.grid.add({ blocks, header, columns, rows }));
  }

  openBlock(): () => void {
    this.endParagraph();
    return () => this.endParagraph();
  }

  #openFlow(end: (blocks: Block[]) => void): () => void {
    const blocks: Block[] = [];
    return this.#open({ kind: 'flow', blocks }, () => end(blocks));
  }

  #open(container: Container, end: () => void): () => void {
    this.endParagraph();
    const heading = this.#heading;
    this.#heading = null;
    this.#containers.push(container);
    return () => {
      this.endParagraph();
      this.#containers.pop();
      this.#heading = heading;
      end();
    };
  }

  /** Text between the items of a list or the cells of a table goes where it can be read. */
  #add(blocks: Block[]): void {
    if (blocks.length === 0) return;
    const container = this.#containers.at(-1) ?? { kind: 'flow', blocks: this.#root };
    switch (container.kind) {
      case 'flow':
        append(container.blocks, blocks);
        return;
      case 'list': {
        const last = container.items.at(-1);
        if (last) append(last, blocks);
        else container.items.push([...blocks]);
        return;
      }
      case 'table':
        container.grid.addOutside(blocks);
    }
  }
}

/** Without spreading, which fails on very many blocks. */
function append(all: Block[], more: Block[]): void {
  for (const block of more) all.push(block);
}

/** The runs of one stretch of text as paragraphs: parted at empty lines, spaces drawn together, nothing blank. */
function paragraphsOf(runs: Run[]): Run[][] {
  const paragraphs: Piece[][] = [];
  let pieces: Piece[] = [];
  let before = '\n';
  for (const { text, marks } of runs) {
    for (const part of cleanText(text).split(/(\n)/)) {
      if (part === '\n') {
        if (before !== '\n') pieces.push({ text: part, marks });
        else if (pieces.length > 0) {
          paragraphs.push(pieces);
          pieces = [];
        }
      } else {
        const flat = part.replace(/ {2,}/g, ' ');
        const kept = flat.startsWith(' ') && (before === ' ' || before === '\n') ? flat.slice(1) : flat;
        if (kept === '') continue;
        pieces.push({ text: kept, marks });
      }
      before = pieces.at(-1)?.text.slice(-1) ?? '\n';
    }
  }
  paragraphs.push(pieces);
  return paragraphs.map(joined).filter((kept) => kept.length > 0);
}

interface Piece {
  text: string;
  marks: Mark[];
}

/** Pieces with the same marks as one run, without spaces at the ends of lines and of the whole. */
function joined(pieces: Piece[]): Run[] {
  const kept = pieces.flatMap(({ text, marks }, index): Piece[] => {
    const next = pieces[index + 1];
    const short = next === undefined || next.text === '\n' ? text.replace(/ $/, '') : text;
    return short === '' ? [] : [{ text: short, marks }];
  });
  while (kept.at(-1)?.text === '\n') kept.pop();
  const runs: { texts: string[]; marks: Mark[] }[] = [];
  for (const { text, marks } of kept) {
    const last = runs.at(-1);
    if (last && (sameMarks(last.marks, marks) || text === '\n')) last.texts.push(text);
    else runs.push({ texts: [text], marks });
  }
  return runs.map(({ texts, marks }) => ({ text: texts.join(''), marks: [...marks] }));
}

function sameMarks(one: Mark[], other: Mark[]): boolean {
  return one.length === other.length && one.every((mark) => other.includes(mark));
}
