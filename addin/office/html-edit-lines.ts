import { BLOCK_NAMES, holdsBlocks, isHidden } from './html-blocks.ts';

/** A stretch of a line and where it stands in the HTML. */
export type Piece =
  /** `length` characters that stand at `offset` of a text node; more white space than one sign is one blank. */
  | { kind: 'text'; at: number; length: number; node: Text; offset: number; rawLength: number }
  /** A line break within the line. */
  | { kind: 'break'; at: number; length: 1; node: Element }
  /** What nobody sees in front of `at`, at the end of a line; it would be seen if what follows moved up. */
  | { kind: 'unseen'; at: number; length: 0; what: Unseen };

/** White space, or a line break that ends a block. */
export type Unseen = RawPlace | { node: Element };

type RawPlace = Pick<Extract<Piece, { kind: 'text' }>, 'node' | 'offset' | 'rawLength'>;

/** A paragraph of the HTML: a block, or what stands between two empty lines within one. */
export interface HtmlLine {
  /** Place of its first character in the text of all lines, joined by `\n`. */
  start: number;
  text: string;
  fixed: number;
  inList?: true;
  /** The nearest element around it that stands in lines of its own; the body for loose text. */
  container: Element;
  /** True where the container holds nothing but this line, so that a paragraph like it can stand beside it. */
  alone: boolean;
  pieces: Piece[];
  /** Places of pictures and the like among its characters, as in `start`. */
  obstacles: number[];
  /** What divides it from the line before: the line breaks of an empty line, or blocks. */
  divider: { kind: 'breaks'; breaks: readonly Element[] } | { kind: 'blocks'; obstacle: boolean };
}

/** What is no text but must stay. */
export const OBSTACLES = 'img,svg,object,embed,iframe,video,audio,canvas,input,select,textarea,button,hr';
const OBSTACLE_NAMES = new Set(OBSTACLES.split(','));
const CELLS = new Set(['td', 'th', 'caption']);
const ROWS = new Set(['tr', 'tbody', 'thead', 'tfoot']);

/**
 * The lines of the body of an HTML document, each character with its place: what a person sees as paragraphs. They say
 * the same as the paragraphs that `blocksOfHtml` gives.
 */
export function linesOfBody(body: Element): HtmlLine[] {
  const reader = new Reader(body);
  reader.inside(body);
  reader.close();
  const { lines } = reader;
  const counts = new Map<Element, number>();
  for (const { container } of lines) {
    for (let one: Element | null = container; one !== null && one !== body; one = one.parentElement) {
      counts.set(one, (counts.get(one) ?? 0) + 1);
    }
  }
  return lines.map((line) => ({
    ...line,
    alone: BLOCK_NAMES.has(line.container.localName) && counts.get(line.container) === 1,
  }));
}

/** The cell of a table that an element stands in, or null. */
export function cellOf(element: Element): Element | null {
  return element.closest('td, th, caption');
}

/** Walks through the nodes in their order and gathers characters into lines. */
class Reader {
  readonly lines: HtmlLine[] = [];
  #container: Element;
  #line: HtmlLine | null = null;
  #space: RawPlace | null = null;
  #unseen: Unseen[] = [];
  #breaks: Element[] = [];
  #divider: HtmlLine['divider'] = { kind: 'blocks', obstacle: false };
  #start = 0;
  /** Whether the line ends with what is to be taken off; asking the text of a long line again and again takes long. */
  #ragged = false;

  constructor(body: Element) {
    this.#container = body;
  }

  inside(element: Element): void {
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.#text(child as Text);
      else if (child instanceof Element) this.#element(child);
    }
  }

  /** Ends the line; what follows stands in another block. */
  close(): void {
    this.#finish();
    this.#dropBreaks();
    if (this.#divider.kind === 'breaks') this.#divider = { kind: 'blocks', obstacle: false };
  }

  #element(element: Element): void {
    const name = element.localName;
    if (name === 'br') {
      this.#dropSpace();
      this.#breaks.push(element);
    } else if (OBSTACLE_NAMES.has(name)) {
      if (name === 'hr') this.close();
      this.#obstacle();
    } else if (!isHidden(element)) {
      const fixed = isMarker(element);
      if (holdsBlocks(element) || CELLS.has(name) || ROWS.has(name)) this.#block(element);
      else this.inside(element);
      if (fixed && this.#line !== null) this.#line.fixed = this.#line.text.length;
    }
  }

  #block(element: Element): void {
    this.close();
    const outer = this.#container;
    this.#container = element;
    this.inside(element);
    this.close();
    this.#container = outer;
  }

  #obstacle(): void {
    if (this.#line === null) this.#divider = { kind: 'blocks', obstacle: true };
    else this.#line.obstacles.push(this.#line.start + this.#line.text.length);
  }

  #text(node: Text): void {
    for (const found of node.data.matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
      const [raw] = found;
      const place = { node, offset: found.index, rawLength: raw.length };
      if (/^[ \t\r\n\f]/.test(raw)) this.#blank(place);
      else this.#words(raw, place);
    }
  }

  #blank(place: RawPlace): void {
    const seen = this.#line !== null && this.#breaks.length === 0 && this.#space === null;
    if (seen) this.#space = place;
    else this.#unseen.push(place);
  }

  #dropBreaks(): void {
    this.#unseen.push(...this.#breaks.map((node) => ({ node })));
    this.#breaks = [];
  }

  #dropSpace(): void {
    if (this.#space !== null) this.#unseen.unshift(this.#space);
    this.#space = null;
  }

  #words(raw: string, place: RawPlace): void {
    const atStart = this.#line === null || this.#breaks.length > 0;
    // Blanks that don't break are no words either: an empty paragraph of Outlook holds one.
    const words = (atStart ? raw.trimStart() : raw).replaceAll(/[\v\u0085\u2028\u2029]/g, ' ');
    const skipped = raw.length - words.length;
    if (skipped > 0) this.#unseen.push({ ...place, rawLength: skipped });
    if (words === '') return;
    this.#broken();
    const line = (this.#line ??= this.#begin());
    if (this.#space !== null) {
      add(line, ' ', this.#space);
      this.#tellUnseen(line);
    }
    this.#space = null;
    add(line, words, { ...place, offset: place.offset + skipped, rawLength: words.length });
    this.#ragged = words.trimEnd() !== words;
  }

  /** One line break stays within the line, several make an empty line and so another paragraph. */
  #broken(): void {
    const breaks = this.#breaks;
    if (this.#line === null) this.#dropBreaks();
    this.#breaks = [];
    if (this.#line === null || breaks.length === 0) return;
    this.#trim(this.#line);
    const [only] = breaks;
    if (breaks.length === 1 && only !== undefined) {
      const { start, text, pieces } = this.#line;
      pieces.push({ kind: 'break', at: start + text.length, length: 1, node: only });
      this.#line.text += '\v';
      this.#tellUnseen(this.#line);
    } else {
      this.#finish();
      this.#divider = { kind: 'breaks', breaks };
    }
  }

  #begin(): HtmlLine {
    const line: HtmlLine = {
      start: this.#start,
      text: '',
      fixed: 0,
      ...(this.#container.closest('li') !== null && { inList: true as const }),
      container: this.#container,
      alone: false,
      pieces: [],
      obstacles: [],
      divider: this.#divider,
    };
    this.#divider = { kind: 'blocks', obstacle: false };
    this.#tellUnseen(line);
    return line;
  }

  #tellUnseen(line: HtmlLine): void {
    const at = line.start + line.text.length;
    line.pieces.push(...this.#unseen.map((what): Piece => ({ kind: 'unseen', at, length: 0, what })));
    this.#unseen = [];
  }

  #finish(): void {
    this.#dropSpace();
    const line = this.#line;
    this.#line = null;
    if (line === null) return;
    this.#trim(line);
    this.lines.push(line);
    this.#start = line.start + line.text.length + 1;
  }

  /** Takes blanks off the end of a line; they stay in the HTML. */
  #trim(line: HtmlLine): void {
    if (!this.#ragged) return;
    this.#ragged = false;
    line.text = line.text.trimEnd();
    const end = line.start + line.text.length;
    const trimmed: Unseen[] = [];
    line.pieces = line.pieces.flatMap((piece): Piece[] => {
      const over = piece.at + piece.length - end;
      if (over <= 0 || piece.kind !== 'text') return [piece];
      const kept = Math.max(0, piece.length - over);
      const rawLength = kept > 0 ? over : piece.rawLength;
      trimmed.push({ node: piece.node, offset: piece.offset + kept, rawLength });
      return kept > 0 ? [{ ...piece, length: kept, rawLength: kept }] : [];
    });
    this.#unseen.unshift(...trimmed);
    line.obstacles = line.obstacles.map((at) => Math.min(at, end));
    line.fixed = Math.min(line.fixed, line.text.length);
  }
}

function add(line: HtmlLine, text: string, place: RawPlace): void {
  line.pieces.push({ kind: 'text', at: line.start + line.text.length, length: text.length, ...place });
  line.text += text;
}

/** The number of a list as classic Outlook writes it down. */
function isMarker(element: Element): boolean {
  return /mso-list:\s{0,9}ignore/i.test(element.getAttribute('style') ?? '');
}
