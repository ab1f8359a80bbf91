import type { Document, Element } from '@xmldom/xmldom';
import JSZip from 'jszip';
import type { FillRequest } from '../../contract/fill.ts';
import type { Block, Run } from '../../contract/rich.ts';
import { FIELD_PARTS } from './check-template.ts';
import { ContentWriter, type Lists } from './content.ts';
import { type Control, controlsOf } from './controls.ts';
import { numberOfStyle, Numbering } from './numbering.ts';
import { runElements } from './runs.ts';
import { BLOCK_SOURCES, type Template } from './template.ts';
import { type Values, valuesFor } from './values.ts';
import { allW, childrenOf, childW, isW, Maker, parseXml, rootOf, serializeXml, valW } from './xml.ts';

const NUMBERING = 'word/numbering.xml';
/** A day for the entries of the ZIP file: the same text gives the same bytes. */
const DAY = new Date('2026-01-01T00:00:00Z');
/** Twips between the margins of a German letter, for a section that does not say. */
const TEXT_WIDTH = 9_354;

/**
 * Fills a Vorlage: the content of its content controls is replaced, everything else stays as it is. What is not known
 * becomes `[[Bitte ergänzen: …]]`.
 * @param today the day of the letter
 * @returns the DOCX
 */
export async function fillTemplate(
  template: Template,
  request: FillRequest,
  today: Date,
): Promise<Uint8Array> {
  const values = valuesFor(template, request, today);
  const numbering = new Numbering(template.parts.get(NUMBERING));
  const lists = listsOf(template, numbering);
  const changed = new Map<string, Uint8Array>();
  for (const [name, bytes] of template.parts) {
    if (!FIELD_PARTS.test(name)) continue;
    const part = parseXml(bytes, name);
    const controls = controlsOf(part);
    if (controls.length === 0) continue;
    const filler = new Filler(part, template, values, lists);
    for (const control of controls) filler.fill(control);
    changed.set(name, serializeXml(part));
  }
  if (lists.began()) changed.set(NUMBERING, numbering.bytes());
  const zip = new JSZip();
  for (const [name, bytes] of template.parts) {
    zip.file(name, changed.get(name) ?? bytes, { date: DAY, createFolders: false });
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

function listsOf({ styles, parts }: Template, numbering: Numbering): Lists & { began(): boolean } {
  const document = parseXml(parts.get('word/styles.xml'), 'word/styles.xml');
  const bullet = numberOfStyle(document, styles.listBullet) ?? '';
  const number = numberOfStyle(document, styles.listNumber) ?? '';
  let began = false;
  return {
    bullets: () => numbering.as(bullet),
    numbers: (level, start) => {
      began = true;
      return numbering.restart(number, level, start);
    },
    began: () => began,
  };
}

class Filler {
  readonly #make: Maker;
  readonly #template: Template;
  readonly #values: Values;
  readonly #lists: Lists;
  readonly #width: number;

  constructor(part: Document, template: Template, values: Values, lists: Lists) {
    this.#make = new Maker(part);
    this.#template = template;
    this.#values = values;
    this.#lists = lists;
    this.#width = textWidth(part);
  }

  fill(control: Control): void {
    const field = this.#template.fields[control.tag];
    if (field === undefined) return;
    const gap = field.optional ? '' : `[[Bitte ergänzen: ${field.label}]]`;
    if (BLOCK_SOURCES.has(field.from)) {
      const blocks = field.from === 'text' ? this.#values.text : this.#values.attachments;
      const missing: Block[] = [{ type: 'paragraph', runs: [{ text: gap, marks: [] }] }];
      this.#fillBlocks(control, blocks.length === 0 ? missing : blocks, field.from === 'text');
      release(control.element, false);
    } else {
      const value = this.#values.lines.get(field.from)?.trim() ?? '';
      const text = value === '' ? gap : value;
      this.#fillLines(control, [{ text, marks: [] }]);
      release(control.element, text.includes('\n'));
    }
  }

  #fillBlocks({ content }: Control, blocks: readonly Block[], isText: boolean): void {
    const { styles } = this.#template;
    const own = valW(childOf(firstOf(content, 'p'), 'pPr', 'pStyle'));
    const writer = new ContentWriter({
      make: this.#make,
      styles,
      textStyle: isText || own === '' ? styles.text : own,
      lists: this.#lists,
      width: this.#width,
    });
    replaceChildren(content, writer.write(blocks));
  }

  #fillLines(control: Control, runs: readonly Run[]): void {
    const { content, level } = control;
    const elements = runElements(this.#make, runs, lookOf(control));
    if (level === 'inline') {
      replaceChildren(content, elements.length === 0 ? [this.#make.w('r')] : elements);
      return;
    }
    const like = childW(firstOf(content, 'p') ?? content, 'pPr');
    const paragraph = this.#make.w('p', {}, [
      ...(like ? [like.cloneNode(true) as Element] : []),
      ...elements,
    ]);
    const cell = level === 'cell' ? childW(content, 'tc') : null;
    if (cell) replaceChildren(cell, [paragraph], 'tcPr');
    else replaceChildren(content, [paragraph]);
  }
}

function firstOf(element: Element, name: string): Element | null {
  return allW(element, name)[0] ?? null;
}

function childOf(element: Element | null, ...path: string[]): Element | null {
  return path.reduce<Element | null>((at, name) => at && childW(at, name), element);
}

/** The formatting of a control's text: of what stands in it, or what it says for what will stand in it. */
function lookOf({ element, content }: Control): Element | null {
  const properties = childW(element, 'sdtPr');
  const placeholder = childOf(properties, 'showingPlcHdr') !== null;
  const standing = placeholder ? null : childOf(firstOf(content, 'r'), 'rPr');
  return standing ?? childOf(properties, 'rPr');
}

/** Takes away what makes the content of a control a placeholder, or something that Word fetches from elsewhere. */
function release(element: Element, severalLines: boolean): void {
  const properties = childW(element, 'sdtPr');
  for (const child of properties ? childrenOf(properties) : []) {
    const bound = child.localName === 'dataBinding';
    if (isW(child, 'showingPlcHdr') || bound) properties?.removeChild(child);
    else if (isW(child, 'date')) child.removeAttributeNS(child.namespaceURI, 'fullDate');
    else if (isW(child, 'text') && severalLines) {
      child.setAttributeNS(child.namespaceURI, 'w:multiLine', '1');
    }
  }
}

function replaceChildren(element: Element, children: readonly Element[], kept = ''): void {
  for (const child of [...element.childNodes]) {
    const stays = child.nodeType === child.ELEMENT_NODE && kept !== '' && isW(child as Element, kept);
    if (!stays) element.removeChild(child);
  }
  for (const child of children) element.appendChild(child);
}

/** Width between the margins of the last section of a part, in twips. */
function textWidth(part: Document): number {
  const section = allW(rootOf(part), 'sectPr').at(-1) ?? null;
  const page = Number(valW(childOf(section, 'pgSz'), 'w'));
  const margins = childOf(section, 'pgMar');
  const width = page - Number(valW(margins, 'left')) - Number(valW(margins, 'right'));
  return Number.isFinite(width) && width > 1_000 ? width : TEXT_WIDTH;
}
