import type { PhrasingContent } from 'mdast';
import { findGaps } from '../../contract/gaps.ts';
import type { Mark, Run } from '../../contract/rich.ts';
import { cleanText } from './clean.ts';
import { normaliseLabel } from './segments.ts';
import { readTag, type DroppedElement } from './tags.ts';

const BITS: [mark: Mark, bit: number][] = [
  ['bold', 1],
  ['italic', 2],
  ['underline', 4],
  ['strike', 8],
];
const [BOLD, ITALIC, STRIKE] = [1, 2, 8];
const MARKS = 15;
/** The character is syntax and goes. */
const GONE = 16;
/** The character is code or part of a gap: no syntax is looked for in it. */
const LITERAL = 32;

/** `<br>` until it is known whether a line end follows, which Markdown would not count twice. */
const BREAK = '\v';

/** A text and what is known of each of its UTF-16 units. */
interface Marked {
  text: string;
  bits: Uint8Array;
}

/** Joins the text of inline nodes; on a stack of its own because emphasis can nest thousands deep. */
function flatten(nodes: readonly PhrasingContent[]): Marked {
  const pieces: { text: string; bits: number }[] = [];
  const stack = [...nodes].reverse().map((node) => ({ node, bits: 0 }));
  const visit = (children: readonly PhrasingContent[], bits: number) => {
    for (const node of [...children].reverse()) stack.push({ node, bits });
  };
  let dropping: DroppedElement | null = null;
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, bits } = next;
    if (node.type === 'html') {
      const tag = readTag(node.value);
      if (tag.type === 'end' && tag.element === dropping) dropping = null;
      else if (tag.type === 'drop') dropping ??= tag.element;
      else if (tag.type === 'text' && dropping === null)
        pieces.push({ text: tag.text === '\n' ? BREAK : tag.text, bits: bits | LITERAL });
      continue;
    }
    if (node.type === 'link') {
      const gap = linkedGap(node.children);
      if (gap !== null && dropping === null) {
        pieces.push({ text: clean(gap), bits: bits | LITERAL });
        continue;
      }
    }
    if ('children' in node) {
      const own = node.type === 'strong' ? BOLD : node.type === 'emphasis' ? ITALIC : 0;
      visit(node.children, bits | own);
      continue;
    }
    if (dropping !== null) continue;
    if (node.type === 'break') pieces.push({ text: BREAK, bits });
    else if (node.type === 'image') pieces.push({ text: clean(node.alt ?? ''), bits });
    else if (node.type === 'inlineCode') pieces.push({ text: clean(node.value), bits: bits | LITERAL });
    else if (node.type === 'text') pieces.push({ text: clean(node.value), bits });
  }
  const text = pieces.map((piece) => piece.text).join('');
  const all = new Uint8Array(text.length);
  let at = 0;
  for (const piece of pieces) all.fill(piece.bits, at, (at += piece.text.length));
  return { text, bits: all };
}

/** Of `[[Bitte ergänzen: x]](url)` Markdown takes the outer brackets for the link's own: the gap, or null. */
function linkedGap([only, ...others]: readonly PhrasingContent[]): string | null {
  if (only?.type !== 'text' || others.length > 0) return null;
  return /^\[bitte ergänzen[^[\]]{0,500}\]$/i.test(only.value) ? `[${only.value}]` : null;
}

const clean = (text: string) => cleanText(text).replaceAll('\t', ' ');

function add(marked: Marked, from: number, to: number, bits: number): void {
  for (let at = from; at < to; at++) marked.bits[at] = (marked.bits[at] ?? 0) | bits;
}

const isLiteral = ({ bits }: Marked, from: number, to: number) =>
  bits.subarray(from, to).some((own) => (own & LITERAL) !== 0);

/** Gives every gap the marks that all of it has, so that it stays in one run. */
function holdGaps(marked: Marked): void {
  for (const { start, end } of findGaps(marked.text)) {
    const common = marked.bits.subarray(start, end).reduce((left, right) => left & right, MARKS);
    marked.bits.fill(common | LITERAL, start, end);
  }
}

/** Takes `[label][ref]`, `[label]`, `![alt]` and `[^note]` for what they are where their definition exists. */
function resolveReferences(marked: Marked, defined: ReadonlySet<string>): void {
  if (defined.size === 0) return;
  for (const match of marked.text.matchAll(/!?\[([^[\]]{1,500})\](?:\[([^[\]]{0,500})\])?/g)) {
    const [all, label = '', reference] = match;
    const start = match.index;
    const key = normaliseLabel(reference === undefined || reference === '' ? label : reference);
    if (!defined.has(key) || isLiteral(marked, start, start + all.length)) continue;
    if (key.startsWith('^')) {
      add(marked, start, start + all.length, GONE);
      continue;
    }
    const from = start + all.indexOf('[') + 1;
    add(marked, start, from, GONE);
    add(marked, from + label.length, start + all.length, GONE);
  }
}

/**
 * `~~strike~~` of GFM, and the `**bold**` that CommonMark's flanking rules leave as asterisks though it was meant:
 * `**Betreff: **`, `**„Zitat“**-artig`.
 */
const LEFT_OVER: [pattern: RegExp, bit: number][] = [
  [/~~([^~\n]{1,2000})~~/g, STRIKE],
  [/\*\*([^*\n]{1,2000})\*\*/g, BOLD],
];

function resolveLeftOver(marked: Marked): void {
  for (const [pattern, bit] of LEFT_OVER) {
    for (const { 0: all, 1: inner = '', index } of marked.text.matchAll(pattern)) {
      const end = index + all.length;
      if (inner.trim() === '' || isLiteral(marked, index, index + 2) || isLiteral(marked, end - 2, end))
        continue;
      add(marked, index, index + 2, GONE);
      add(marked, index + 2, end - 2, bit);
      add(marked, end - 2, end, GONE);
    }
  }
}

function dropOuterSpace(marked: Marked): void {
  for (const { index } of marked.text.matchAll(/\v(?=\n)/g)) add(marked, index + 1, index + 2, GONE);
  const shown = (at: number) =>
    ((marked.bits[at] ?? GONE) & GONE) === 0 && marked.text.charAt(at).trim() !== '';
  let first = 0;
  while (first < marked.text.length && !shown(first)) first++;
  let last = marked.text.length;
  while (last > first && !shown(last - 1)) last--;
  add(marked, 0, first, GONE);
  add(marked, last, marked.text.length, GONE);
}

const runOf = (text: string, bits: number): Run => ({
  text: text.replaceAll(BREAK, '\n'),
  marks: BITS.filter(([, bit]) => (bits & bit) !== 0).map(([mark]) => mark),
});

function cut(marked: Marked): Run[] {
  const runs: Run[] = [];
  let text = '';
  let marks = 0;
  for (let at = 0; at < marked.text.length; at++) {
    const bits = marked.bits[at] ?? 0;
    if ((bits & GONE) !== 0) continue;
    if ((bits & MARKS) !== marks && text !== '') {
      runs.push(runOf(text, marks));
      text = '';
    }
    marks = bits & MARKS;
    text += marked.text.charAt(at);
  }
  if (text !== '') runs.push(runOf(text, marks));
  return runs;
}

/**
 * The runs of a paragraph, heading or cell: links as their label, images as their alternative text, tags removed.
 * @param nodes the inline nodes of one block
 * @param defined labels that have a definition somewhere in the text
 * @returns no run where nothing can be seen
 */
export function runsOf(nodes: readonly PhrasingContent[], defined: ReadonlySet<string>): Run[] {
  const marked = flatten(nodes);
  holdGaps(marked);
  resolveReferences(marked, defined);
  resolveLeftOver(marked);
  dropOuterSpace(marked);
  return cut(marked);
}
