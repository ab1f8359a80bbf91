import type { Edit, Line } from './host.ts';
import { BLOCK_NAMES, holdsBlocks } from './html-blocks.ts';
import { cellOf, linesOfBody, OBSTACLES } from './html-edit-lines.ts';
import type { HtmlLine } from './html-edit-lines.ts';
import { coveredOf, lineAt, planEdits } from './html-edit-plan.ts';
import type { Spot, Step } from './html-edit-plan.ts';

/** What became of each edit, in their order. */
export interface EditedHtml {
  html: string;
  outcomes: ('done' | 'protected')[];
}

/** The paragraphs of the HTML of a draft, as a person sees them. The parser's document is inert. */
export function linesOfHtml(html: string): Line[] {
  return linesOfBody(parse(html).body).map(({ text, fixed }) => ({ text, fixed }));
}

/**
 * Changes words of a draft and nothing else: formatting, links, pictures and tables stay. A new paragraph is a block
 * like the one it follows, or stands below an empty line where the draft divides its paragraphs so.
 * @param edits in places of the lines of the HTML, joined by `\n`; they don't overlap
 */
export function editHtml(html: string, edits: readonly Edit[]): EditedHtml {
  const document = parse(html);
  const lines = linesOfBody(document.body);
  const joined = lines.map(({ text }) => text).join('\n');
  const { steps, outcomes } = planEdits(lines, joined, edits);
  const blocks = lines.map(({ container, alone }) => ({ first: container, last: container, alone }));
  for (const step of steps) makeStep(lines, blocks, step);
  joinLines(lines, blocks, steps);
  return { html: serialized(document, html), outcomes };
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function serialized(document: Document, original: string): string {
  if (/<html[\s>]/i.test(original)) return document.documentElement.outerHTML;
  // The parser puts leading styles of a fragment into the head.
  return document.head.innerHTML + document.body.innerHTML;
}

/** The blocks that a line stands in while it is changed: new paragraphs may have been written into it. */
interface Blocks {
  first: Element;
  last: Element;
  alone: boolean;
}

function makeStep(lines: readonly HtmlLine[], blocks: Blocks[], step: Step): void {
  const owner = lines[step.line];
  const own = blocks[step.line];
  if (owner === undefined || own === undefined) return;
  for (let index = lineAt(lines, step.end); index >= step.line; index--) {
    const line = lines[index];
    if (line === undefined) continue;
    for (const piece of coveredOf(line, step.start, step.end).reverse()) {
      const place = piece.kind === 'unseen' ? piece.what : piece;
      if ('offset' in place) place.node.deleteData(place.offset, place.rawLength);
      else place.node.remove();
    }
  }
  if (step.spot === null) return;
  const last = write(owner, step.spot, step.text);
  // Steps come from the end: what the first one has split off stays the end of the line.
  if (own.last === own.first) own.last = last;
}

/** @returns the block that the last of the words stand in */
function write({ container: block, alone }: HtmlLine, spot: Spot, text: string): Element {
  let place = placeOf(spot);
  let container = block;
  text.split('\n').forEach((words, index) => {
    if (index > 0 && alone) {
      const next = split(container, place);
      container = next.container;
      place = next.place;
    } else if (index > 0) place = broken(broken(place));
    words.split('\v').forEach((part, at) => {
      if (at > 0) place = broken(place);
      place.node.insertData(place.offset, part);
      place = { node: place.node, offset: place.offset + part.length };
    });
  });
  return container;
}

type Place = Extract<Spot, { node: Text }>;

function placeOf(spot: Spot): Place {
  if ('node' in spot) return spot;
  const node = spot.beside.ownerDocument.createTextNode('');
  if (spot.side === 'before') spot.beside.before(node);
  else spot.beside.after(node);
  return { node, offset: 0 };
}

function broken({ node, offset }: Place): Place {
  const rest = node.splitText(offset);
  rest.before(rest.ownerDocument.createElement('br'));
  return { node: rest, offset: 0 };
}

/** Divides a block in two of the same kind. */
function split(container: Element, { node, offset }: Place): { container: Element; place: Place } {
  const document = container.ownerDocument;
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(container, container.childNodes.length);
  const next = container.cloneNode(false) as Element;
  next.removeAttribute('id');
  next.append(range.extractContents());
  container.after(next);
  // The rest of the text node stands first, even where it is empty.
  const first = document.createTreeWalker(next, NodeFilter.SHOW_TEXT).nextNode();
  const start = first instanceof Text ? first : document.createTextNode('');
  if (first === null) next.prepend(start);
  return { container: next, place: { node: start, offset: 0 } };
}

/** Takes away the ends of lines that were deleted; the rest of the last line moves up, and what is empty goes. */
function joinLines(lines: readonly HtmlLine[], blocks: Blocks[], steps: readonly Step[]): void {
  for (const step of steps) {
    const to = lineAt(lines, step.end);
    const first = blocks[step.line];
    const last = blocks[to];
    if (to === step.line || first === undefined || last === undefined) continue;
    for (const { divider } of lines.slice(step.line + 1, to + 1)) {
      if (divider.kind === 'breaks') divider.breaks.forEach((one) => one.remove());
    }
    for (const between of blocks.slice(step.line + 1, to)) removeEmpty(between.first);
    const lastGoes = step.end === endOf(lines[to]);
    const firstGoes = step.start === lines[step.line]?.start && step.text === '';
    if (lastGoes) removeEmpty(last.first);
    else if (firstGoes) {
      removeEmpty(first.last);
      blocks[step.line] = last;
    } else if (first.alone && last.alone) {
      first.last.append(...last.first.childNodes);
      remove(last.first);
      if (last.first !== last.last) first.last = last.last;
    }
  }
}

function endOf(line: HtmlLine | undefined): number {
  return line === undefined ? -1 : line.start + line.text.length;
}

/** A cell stays even where nothing is left in it. */
function removeEmpty(block: Element): void {
  if (BLOCK_NAMES.has(block.localName) && isBlank(block)) remove(block);
}

function isBlank(element: Element): boolean {
  const text = (element.textContent ?? '').trim();
  return text === '' && element.querySelector(`table, ${OBSTACLES}`) === null;
}

/** Takes a block out with the frames around it that held nothing else. */
function remove(container: Element): void {
  // Loose text before and after it would run together; an empty block is not seen.
  if (isLoose(beside(container, 'previousSibling')) && isLoose(beside(container, 'nextSibling'))) return;
  const outer = container.parentElement;
  container.remove();
  const frame = outer !== null && outer.localName !== 'body' && !/^(?:td|th)$/.test(outer.localName);
  if (frame && isBlank(outer)) remove(outer);
}

/** What stands next to an element in its line or frame, white space left out. */
function beside(element: Element, side: 'previousSibling' | 'nextSibling'): Node | null {
  for (let one = element[side]; one !== null; one = one[side]) {
    if (one instanceof Element || (one instanceof Text && one.data.trim() !== '')) return one;
  }
  const outer = element.parentElement;
  const framed = outer === null || outer.localName === 'body' || BLOCK_NAMES.has(outer.localName);
  return framed || cellOf(outer) === outer ? null : beside(outer, side);
}

function isLoose(node: Node | null): boolean {
  return node !== null && !(node instanceof Element && holdsBlocks(node));
}
