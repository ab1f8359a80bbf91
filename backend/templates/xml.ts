import { type Document, DOMParser, type Element, onErrorStopParsing, XMLSerializer } from '@xmldom/xmldom';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** What is wrong with a Vorlage, in English for the operator. */
export class TemplateProblem extends Error {
  override name = 'TemplateProblem';
}

/**
 * Reads an XML part. The standard forbids a document type (ECMA-376 part 2), with which entities could be multiplied.
 * @throws TemplateProblem
 */
export function parseXml(bytes: Uint8Array | undefined, name: string): Document {
  if (bytes === undefined) throw new TemplateProblem(`${name} is missing`);
  const xml = new TextDecoder().decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new TemplateProblem(`${name} has a document type`);
  try {
    return new DOMParser({ onError: onErrorStopParsing, locator: false }).parseFromString(xml, 'text/xml');
  } catch {
    throw new TemplateProblem(`${name} is not well-formed XML`);
  }
}

export function serializeXml(document: Document): Uint8Array {
  return new TextEncoder().encode(new XMLSerializer().serializeToString(document));
}

/** The root of a part. */
export function rootOf(document: Document): Element {
  const root = document.documentElement;
  if (root === null) throw new TemplateProblem('an XML part is empty');
  return root;
}

/** Whether a node is this element of WordprocessingML. */
export function isW(element: Element, name: string): boolean {
  return element.namespaceURI === W && element.localName === name;
}

/** All elements of a name below a node, in the order of the document. */
export function allW(within: Document | Element, name: string): Element[] {
  return [...within.getElementsByTagNameNS(W, name)];
}

export function childrenOf(element: Element): Element[] {
  const children: Element[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === node.ELEMENT_NODE) children.push(node as Element);
  }
  return children;
}

/** The first child of a name. */
export function childW(element: Element, name: string): Element | null {
  return childrenOf(element).find((child) => isW(child, name)) ?? null;
}

/** The value of `w:val` or another attribute; empty where there is none. */
export function valW(element: Element | null, name = 'val'): string {
  return element?.getAttributeNS(W, name) ?? '';
}

export type Attributes = Record<string, string | number>;

/** Makes elements of WordprocessingML. */
export class Maker {
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  /** `w:name` with these attributes and children. */
  w(name: string, attributes: Attributes = {}, children: readonly Element[] = []): Element {
    const element = this.#document.createElementNS(W, `w:${name}`);
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttributeNS(W, `w:${key}`, String(value));
    }
    for (const child of children) element.appendChild(child);
    return element;
  }

  /** `w:t` whose spaces count. */
  t(text: string): Element {
    const element = this.w('t');
    element.setAttributeNS(XML, 'xml:space', 'preserve');
    element.appendChild(this.#document.createTextNode(text));
    return element;
  }
}
