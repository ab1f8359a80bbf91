const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PKG = 'http://schemas.microsoft.com/office/2006/xmlPackage';
const XML = 'http://www.w3.org/XML/1998/namespace';
const AUTHOR = 'Amtsfeder';

/** Larger packages are not taken apart; a few words with all styles of the house are below a tenth of it. */
const MAX_OOXML_CHARS = 5_000_000;

/** What may stand in a run that is struck out; anything else would be lost or doubled by writing it again. */
const IN_RUN = new Set([
  'rPr',
  't',
  'tab',
  'br',
  'cr',
  'noBreakHyphen',
  'softHyphen',
  'lastRenderedPageBreak',
]);

export interface Revision {
  /** What is written; `\v` is a line break. */
  text: string;
  /** Nothing is struck out: the package is only read for the look of the words beside. */
  keep: boolean;
  date: Date;
}

/**
 * A piece of a paragraph with revision marks, as `insertOoxml` takes it: its runs as `w:del`, the new text with the look
 * of the first one as `w:ins` (ECMA-376 Part 1, 17.13.5.14 and 17.13.5.18).
 * @param ooxml what `getOoxml` gives: a flat package with one paragraph
 * @returns null where there is more in it than plain words
 */
export function revised(ooxml: string, { text, keep, date }: Revision): string | null {
  if (ooxml.length > MAX_OOXML_CHARS) return null;
  const xml = new DOMParser().parseFromString(ooxml, 'application/xml');
  if (xml.getElementsByTagName('parsererror').length > 0) return null;
  const paragraph = onlyParagraph(xml);
  if (paragraph === null) return null;
  const runs = runsOf(paragraph);
  if (runs === null || (runs.length === 0 && !keep)) return null;
  const look = childrenOf(runs[0]).find(({ localName }) => localName === 'rPr') ?? null;

  const marks = new Marks(xml, date);
  const content: Element[] = [];
  if (!keep) content.push(marks.deleted(runs));
  if (text !== '') content.push(marks.inserted(text, look));
  // The paragraph's own properties stay those of the document; a list would begin anew with them.
  paragraph.replaceChildren(...content);
  return new XMLSerializer().serializeToString(xml);
}

function childrenOf(element: Element | undefined): Element[] {
  return [...(element?.children ?? [])];
}

function onlyParagraph(xml: Document): Element | null {
  const part = [...xml.getElementsByTagNameNS(PKG, 'part')].find((one) =>
    (one.getAttributeNS(PKG, 'name') ?? '').endsWith('/document.xml'),
  );
  const body = part?.getElementsByTagNameNS(W, 'body')[0];
  if (body === undefined) return null;
  const [first, ...others] = childrenOf(body).filter(({ localName }) => localName !== 'sectPr');
  // Word adds an empty paragraph behind a range that ends within one.
  const empty = others.every((one) => one.localName === 'p' && runsOf(one)?.length === 0);
  if (first?.localName !== 'p' || !empty) return null;
  body.replaceChildren(first);
  return first;
}

function runsOf(paragraph: Element): Element[] | null {
  const children = childrenOf(paragraph);
  const cursor = children.find((one) => one.getAttributeNS(W, 'name') === '_GoBack')?.getAttributeNS(W, 'id');
  // Word's own note of where was written last may go; a bookmark of a person may not.
  const passing = (one: Element) =>
    one.localName === 'pPr' ||
    one.localName === 'proofErr' ||
    (/^bookmark(Start|End)$/.test(one.localName) && one.getAttributeNS(W, 'id') === cursor);
  const content = children.filter((one) => !passing(one));
  const plain = content.every(
    (one) => one.localName === 'r' && childrenOf(one).every(({ localName }) => IN_RUN.has(localName)),
  );
  return plain ? content : null;
}

class Marks {
  readonly #xml: Document;
  readonly #date: string;
  #id = 0;

  constructor(xml: Document, date: Date) {
    this.#xml = xml;
    this.#date = date.toISOString().replace(/\.\d+Z$/, 'Z');
  }

  deleted(runs: readonly Element[]): Element {
    const mark = this.#mark('del');
    for (const run of runs) {
      for (const text of childrenOf(run).filter(({ localName }) => localName === 't')) {
        text.replaceWith(this.#text('delText', text.textContent));
      }
    }
    mark.append(...runs);
    return mark;
  }

  inserted(text: string, look: Element | null): Element {
    const run = this.#make('r');
    if (look !== null) run.append(look.cloneNode(true));
    for (const part of text.split(/([\v\t])/)) {
      if (part === '\v') run.append(this.#make('br'));
      else if (part === '\t') run.append(this.#make('tab'));
      else if (part !== '') run.append(this.#text('t', part));
    }
    const mark = this.#mark('ins');
    mark.append(run);
    return mark;
  }

  #mark(name: 'ins' | 'del'): Element {
    const mark = this.#make(name);
    this.#id += 1;
    mark.setAttributeNS(W, 'w:id', String(this.#id));
    mark.setAttributeNS(W, 'w:author', AUTHOR);
    mark.setAttributeNS(W, 'w:date', this.#date);
    return mark;
  }

  #text(name: 't' | 'delText', text: string): Element {
    const element = this.#make(name);
    element.setAttributeNS(XML, 'xml:space', 'preserve');
    element.textContent = text;
    return element;
  }

  #make(name: string): Element {
    return this.#xml.createElementNS(W, `w:${name}`);
  }
}
