import type { Document, Element } from '@xmldom/xmldom';
import { allW, childW, Maker, parseXml, rootOf, serializeXml, valW } from './xml.ts';

const STYLE_DEPTH = 20;
/** Word counts no further. */
const MAX_START = 32_767;

/** The number definition that a paragraph style names, also by the styles it is based on; null where none does. */
export function numberOfStyle(styles: Document, id: string): string | null {
  const byId = new Map(allW(styles, 'style').map((style) => [valW(style, 'styleId'), style]));
  let style = byId.get(id);
  for (let depth = 0; style !== undefined && depth < STYLE_DEPTH; depth++) {
    const properties = childW(style, 'pPr');
    const number = properties && childW(properties, 'numPr');
    const numId = number ? valW(childW(number, 'numId')) : '';
    if (numId !== '' && numId !== '0') return numId;
    style = byId.get(valW(childW(style, 'basedOn')));
  }
  return null;
}

/** How a list is numbered, and how deep it may go. */
export interface ListNumber {
  numId: string;
  levels: number;
}

/**
 * The lists of a document. Each numbered list gets a number definition of its own: two lists that share one would count
 * on.
 */
export class Numbering {
  readonly #document: Document;
  readonly #make: Maker;
  readonly #abstractOf = new Map<string, string>();
  readonly #levels = new Map<string, number>();
  #last: Element;
  #next: number;

  /** @throws TemplateProblem where the part does not define numbers */
  constructor(bytes: Uint8Array | undefined) {
    this.#document = parseXml(bytes, 'word/numbering.xml');
    this.#make = new Maker(this.#document);
    for (const abstract of allW(this.#document, 'abstractNum')) {
      this.#levels.set(valW(abstract, 'abstractNumId'), allW(abstract, 'lvl').length);
    }
    const numbers = allW(this.#document, 'num');
    for (const number of numbers) {
      this.#abstractOf.set(valW(number, 'numId'), valW(childW(number, 'abstractNumId')));
    }
    this.#last = numbers.at(-1) ?? rootOf(this.#document);
    this.#next = Math.max(0, ...numbers.map((number) => Number(valW(number, 'numId')) || 0)) + 1;
  }

  knows(numId: string): boolean {
    return this.#levels.has(this.#abstractOf.get(numId) ?? '');
  }

  /** A list that goes on as the style says. */
  as(numId: string): ListNumber {
    return { numId, levels: Math.max(1, this.#levels.get(this.#abstractOf.get(numId) ?? '') ?? 1) };
  }

  /** A list that looks as the style says and begins to count anew at `start`, on its level `level`. */
  restart(numId: string, level: number, start: number): ListNumber {
    const like = this.as(numId);
    const abstract = this.#abstractOf.get(numId) ?? '0';
    const own = String(this.#next++);
    const at = Math.min(level, like.levels - 1);
    const overrides = Array.from({ length: like.levels }, (_, ilvl) =>
      this.#make.w('lvlOverride', { ilvl }, [
        this.#make.w('startOverride', { val: ilvl === at ? Math.min(Math.max(0, start), MAX_START) : 1 }),
      ]),
    );
    const number = this.#make.w('num', { numId: own }, [
      this.#make.w('abstractNumId', { val: abstract }),
      ...overrides,
    ]);
    this.#last.parentNode?.insertBefore(number, this.#last.nextSibling);
    this.#last = number;
    return { numId: own, levels: like.levels };
  }

  bytes(): Uint8Array {
    return serializeXml(this.#document);
  }
}
