import { Parser } from 'htmlparser2';
import type { Block, Mark } from '../../contract/rich.ts';
import { smuggles } from './characters.ts';
import { blends, type Colour, type Look, readColour, readLook, readSheet, WHITE } from './html-style.ts';
import { Outline } from './outline.ts';

/**
 * Elements inside each other. The parser's time grows with the depth, so beyond this one reading begins anew at the
 * place that was reached.
 */
const MAX_DEPTH = 400;

const NO_TEXT = new Set([
  ...[
    'head',
    'title',
    'script',
    'style',
    'template',
    'iframe',
    'object',
    'embed',
    'svg',
    'math',
    'canvas',
    'audio',
  ],
  ...[
    'video',
    'select',
    'textarea',
    'datalist',
    'noframes',
    'noembed',
    'xmp',
    'applet',
    'frameset',
    'xml',
    'rp',
  ],
]);
const LINES = new Set(['div', 'center', 'dt', 'dd', 'label', 'summary']);
const BLOCKS = new Set([
  ...[
    'p',
    'article',
    'aside',
    'section',
    'header',
    'footer',
    'main',
    'nav',
    'address',
    'figure',
    'figcaption',
    'form',
  ],
  ...['fieldset', 'legend', 'details', 'dl', 'caption', 'pre', 'body', 'html'],
]);
const MARKS: Record<string, Mark> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
};
const LEVELS: Record<string, 1 | 2 | 3 | 4> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };

/** An element that is open, with what holds for the text in it. */
interface Frame {
  name: string;
  /** No text of the page, such as a script. */
  silent: boolean;
  /** Text that nobody sees. */
  hidden: boolean;
  tiny: boolean;
  pre: boolean;
  colour: Colour | null;
  background: Colour;
  marks: Mark[];
  end: () => void;
}

const OUTERMOST: Frame = {
  name: '',
  silent: false,
  hidden: false,
  tiny: false,
  pre: false,
  colour: null,
  background: WHITE,
  marks: [],
  end: () => undefined,
};

/**
 * The visible text of a page or mail, with its headings, lists, tables, quotes and marks. Scripts, styles, comments,
 * pictures and addresses of links are left out. Time is linear in the length; nothing is loaded.
 * @returns `hidden`: whether text was left out that a person would not have seen
 */
export function htmlToBlocks(html: string): { blocks: Block[]; hidden: boolean } {
  const reader = new Reader();
  for (let rest = html; rest !== '';) rest = reader.read(rest);
  return { blocks: reader.outline.blocks(), hidden: reader.hidden };
}

class Reader {
  readonly outline = new Outline();
  hidden = false;
  #frames: Frame[] = [];
  #outermost = OUTERMOST;
  #sheet = new Map<string, Look>();
  #css = '';

  /** Reads until the end or until it is too deep. @returns what is left */
  read(html: string): string {
    let tooDeep = false;
    const parser: Parser = new Parser({
      onopentag: (name, attributes) => {
        if (tooDeep) return;
        this.#frames.push(this.#open(name, attributes));
        if (this.#frames.length < MAX_DEPTH) return;
        tooDeep = true;
        parser.pause();
      },
      ontext: (text) => {
        if (!tooDeep) this.#text(text);
      },
      onclosetag: () => {
        if (!tooDeep) this.#close();
      },
    });
    parser.write(html);
    if (!tooDeep) {
      parser.end();
      return '';
    }
    // What hides the deepest element goes on hiding: rather too little text than a hidden instruction.
    const { hidden, silent } = this.#top();
    this.#outermost = { ...OUTERMOST, hidden, silent };
    while (this.#frames.length > 0) this.#close();
    return html.slice(parser.endIndex + 1);
  }

  #top(): Frame {
    return this.#frames.at(-1) ?? this.#outermost;
  }

  #open(name: string, attributes: Record<string, string>): Frame {
    const around = this.#top();
    const look = this.#look(name, attributes);
    const mark = MARKS[name];
    const frame: Frame = {
      name,
      // A page may forget to close its head.
      silent: NO_TEXT.has(name) || (around.silent && !(name === 'body' && this.#outermost === OUTERMOST)),
      hidden: around.hidden || look.hides === true,
      tiny: look.tiny ?? around.tiny,
      pre: around.pre || name === 'pre' || look.pre === true,
      colour: look.colour ?? around.colour,
      background: look.background ?? around.background,
      marks: mark && !around.marks.includes(mark) ? [...around.marks, mark] : around.marks,
      end: () => undefined,
    };
    if (!frame.silent && !frame.hidden) frame.end = this.#begin(name, attributes);
    return frame;
  }

  #close(): void {
    const frame = this.#frames.pop();
    if (frame?.name === 'style') {
      for (const [name, look] of readSheet(this.#css)) this.#sheet.set(name, look);
      this.#css = '';
    }
    frame?.end();
  }

  #text(text: string): void {
    const frame = this.#top();
    if (frame.name === 'style') this.#css += text;
    if (frame.silent) return;
    if (smuggles(text)) this.hidden = true;
    if (frame.hidden || frame.tiny || (frame.colour && blends(frame.colour, frame.background))) {
      // Spaces, also invisible ones, with which mails fill up their preview.
      if (/[\p{L}\p{N}]/u.test(text)) this.hidden = true;
      return;
    }
    this.outline.text(frame.pre ? text : text.replace(/[\t\n\f\r ]+/g, ' '), frame.marks);
  }

  #look(name: string, attributes: Record<string, string>): Look {
    const look: Look = {};
    for (const styled of (attributes['class'] ?? '').toLowerCase().split(/\s+/).slice(0, 20)) {
      Object.assign(look, this.#sheet.get(`.${styled}`));
    }
    Object.assign(look, this.#sheet.get(`#${(attributes['id'] ?? '').toLowerCase()}`));
    const background = attributes['bgcolor'] === undefined ? null : readColour(attributes['bgcolor']);
    if (background) look.background = background;
    if (attributes['background'] !== undefined) look.background = 'unknown';
    const colour =
      name === 'font' && attributes['color'] !== undefined ? readColour(attributes['color']) : null;
    if (colour) look.colour = colour;
    if (attributes['style'] !== undefined) Object.assign(look, readLook(attributes['style']));
    if ('hidden' in attributes || attributes['aria-hidden']?.trim().toLowerCase() === 'true')
      look.hides = true;
    return look;
  }

  /** @returns what the end of the element does */
  #begin(name: string, attributes: Record<string, string>): () => void {
    const outline = this.outline;
    const level = LEVELS[name];
    if (level) return outline.openHeading(level);
    // Outlook makes a paragraph of every line, and renames its classes where it quotes them.
    const line =
      name === 'p' && /^(?:x_?)*Mso(?:Normal|PlainText|NoSpacing)/i.test(attributes['class'] ?? '');
    if (line || LINES.has(name)) {
      outline.newLine();
      return () => outline.newLine();
    }
    if (BLOCKS.has(name)) return outline.openBlock();
    switch (name) {
      case 'br':
        outline.lineBreak();
        break;
      case 'input':
        if (attributes['type'] === 'checkbox') outline.text('checked' in attributes ? '☑' : '☐', []);
        break;
      case 'hr':
        outline.rule();
        break;
      case 'blockquote':
        return outline.openQuote();
      case 'ul':
      case 'menu':
        return outline.openList(false, 1);
      case 'ol':
        return outline.openList(true, wholeNumber(attributes['start'], 1));
      case 'li':
        return outline.openItem();
      case 'table':
        return outline.openTable(attributes['role'] === 'presentation' || attributes['role'] === 'none');
      case 'tr':
        outline.openRow();
        break;
      case 'td':
      case 'th':
        return outline.openCell(
          name === 'th',
          Math.max(1, wholeNumber(attributes['colspan'], 1)),
          Math.max(1, wholeNumber(attributes['rowspan'], 1)),
        );
    }
    return () => undefined;
  }
}

function wholeNumber(text: string | undefined, fallback: number): number {
  const found = /^\s*(-?\d{1,6})/.exec(text ?? '')?.[1];
  return found === undefined ? fallback : Number(found);
}
