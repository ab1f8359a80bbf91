import { cellOf } from './html-edit-lines.ts';
import type { HtmlLine, Piece } from './html-edit-lines.ts';
import type { Edit } from './host.ts';

/** Where new text is written: in a text node, or in a new one beside a link. */
export type Spot = { node: Text; offset: number } | { beside: Element; side: 'before' | 'after' };

/** An edit that can be made, in terms of lines: either it holds no new paragraph or it joins no old ones. */
export interface Step {
  start: number;
  end: number;
  text: string;
  /** Index of the line that `start` stands in. */
  line: number;
  /** Null where nothing is written. */
  spot: Spot | null;
}

const GUARDED = 'a[href], [contenteditable="false"]';

/**
 * How edits are made. One that would touch a link, a picture, the number of a list or the frame of a table is not;
 * of two that can't both be made the first one is.
 * @param lines of the HTML, untouched
 * @param joined their text, joined by `\n`
 * @returns the steps from the end of the text to its beginning, so that the places before each stay what they are
 */
export function planEdits(
  lines: readonly HtmlLine[],
  joined: string,
  edits: readonly Edit[],
): { steps: Step[]; outcomes: ('done' | 'protected')[] } {
  // What is put right beside a deletion may keep a line from going: edits that touch are planned as one.
  const byStart = new Map<number, { edit: Edit; steps: Step[] }>();
  const byEnd = new Map<number, { edit: Edit; steps: Step[] }>();
  const outcomes = edits.map((edit) => {
    const left = byEnd.get(edit.start);
    const touching = byStart.get(edit.end);
    const right = touching === left ? undefined : touching;
    const parts = [left?.edit, edit, right?.edit].filter((one) => one !== undefined);
    const whole = {
      start: left?.edit.start ?? edit.start,
      end: right?.edit.end ?? edit.end,
      text: parts.map(({ text }) => text).join(''),
    };
    const steps = planEdit(lines, joined, whole);
    if (steps === null) return 'protected';
    for (const one of [left, right]) {
      if (one === undefined) continue;
      byStart.delete(one.edit.start);
      byEnd.delete(one.edit.end);
    }
    const group = { edit: whole, steps };
    byStart.set(whole.start, group);
    byEnd.set(whole.end, group);
    return 'done';
  });
  const steps = [...byStart.values()].flatMap((group) => group.steps);
  return { steps: steps.toSorted((a, b) => b.start - a.start || b.end - a.end), outcomes };
}

function planEdit(lines: readonly HtmlLine[], joined: string, edit: Edit): Step[] | null {
  const steps: Step[] = [];
  for (const { start, end, text } of alongParagraphs(joined, edit)) {
    const line = lineAt(lines, start);
    const owner = lines[line];
    if (owner === undefined || end > joined.length) return null;
    const numbered = start === end && start < owner.start + owner.fixed;
    if (numbered || isProtected(lines, joined, { start, end, text })) return null;
    const spot = text === '' ? null : spotAt(owner, start, end);
    if (text !== '' && spot === null) return null;
    steps.push({ start, end, text, line, spot });
  }
  return steps;
}

/** New paragraphs that stand for old ones are written into them, each in its place. */
function* alongParagraphs(joined: string, { start, end, text }: Edit): Generator<Edit> {
  const texts = text.split('\n');
  let from = start;
  while (texts.length > 1) {
    const next = joined.indexOf('\n', from);
    if (next < 0 || next >= end) break;
    const one = { start: from, end: next, text: texts.shift() ?? '' };
    if (one.text !== joined.slice(one.start, one.end)) yield one;
    from = next + 1;
  }
  const rest = texts.join('\n');
  if (rest !== joined.slice(from, end)) yield { start: from, end, text: rest };
}

/** Index of the line that holds a place of the joined text; the end of a line belongs to it. */
export function lineAt(lines: readonly HtmlLine[], at: number): number {
  return Math.max(0, firstWhere(lines, ({ start }) => start > at) - 1);
}

/** Index of the first element of which something is true that is true of all after it; their number where there is none. */
function firstWhere<T>(all: readonly T[], isTrue: (one: T) => boolean): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const one = all[middle];
    if (one !== undefined && isTrue(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isProtected(lines: readonly HtmlLine[], joined: string, edit: Edit): boolean {
  const { start, end } = edit;
  if (start === end) return false;
  const atBreak = joined[start] === '\n' || joined[start] === '\v';
  const inside = (at: number) => (at > start || (atBreak && at === start)) && at < end;
  const touched = lines.slice(lineAt(lines, start), lineAt(lines, end) + 1);
  return (
    !mayJoin(touched, edit) ||
    touched.some(
      (line) =>
        line.obstacles.some(inside) ||
        coveredOf(line, start, end).some((piece) => guardOf(piece) !== null) ||
        touchesNumber(line, edit),
    )
  );
}

/** The number of a list can only go together with all of its paragraph. */
function touchesNumber({ start, text, fixed }: HtmlLine, edit: Edit): boolean {
  const whole = edit.text === '' && edit.start <= start && edit.end >= start + text.length;
  return fixed > 0 && edit.start < start + fixed && edit.end > start && !whole;
}

/** Whether the ends of lines may be taken away: what is left of the first and of the last becomes one. */
function mayJoin(touched: readonly HtmlLine[], { start, end, text }: Edit): boolean {
  const [first, ...others] = touched;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return true;
  if (others.some(({ container }) => cellOf(container) !== cellOf(first.container))) return false;
  if (others.some(({ divider }) => divider.kind === 'blocks' && divider.obstacle)) return false;
  const oneGoes = (start <= first.start && text === '') || end >= last.start + last.text.length;
  if (oneGoes || others.every(({ divider }) => divider.kind === 'breaks')) return true;
  return first.alone && last.alone && first.container.parentNode === last.container.parentNode;
}

/** The pieces of a line that lie between two places, cut to them. */
export function coveredOf(line: HtmlLine, start: number, end: number): Piece[] {
  // Found and not gone through: all of a mail may be one line with thousands of breaks.
  // White space behind a blank would be seen behind what is put between the two.
  const between = start === end && start > line.start;
  const first = firstWhere(line.pieces, ({ at, length }) => at + length > start || (between && at === start));
  const next = firstWhere(line.pieces, ({ at }) => at > end);
  return line.pieces.slice(first, next).flatMap((piece): Piece[] => {
    if (piece.kind === 'unseen') return [piece];
    const from = Math.max(piece.at, start);
    const to = Math.min(piece.at + piece.length, end);
    if (from >= to) return [];
    if (piece.kind === 'break' || to - from === piece.length) return [piece];
    const offset = piece.offset + from - piece.at;
    return [{ ...piece, at: from, length: to - from, offset, rawLength: to - from }];
  });
}

function guardOf(piece: Piece | undefined): Element | null {
  return piece?.kind === 'text' ? (piece.node.parentElement?.closest(GUARDED) ?? null) : null;
}

/** In the words that are replaced, else behind the words before it, else in front of those after it. */
function spotAt(line: HtmlLine, start: number, end: number): Spot | null {
  const [replaced] = coveredOf(line, start, end).filter((piece) => piece.kind === 'text');
  if (replaced !== undefined) return inFront(line, replaced, start, end);
  const [before] = coveredOf(line, start - 1, start).filter((piece) => piece.kind !== 'unseen');
  const [after] = coveredOf(line, end, end + 1).filter((piece) => piece.kind !== 'unseen');
  const left = guardOf(before);
  const right = guardOf(after);
  if (before?.kind === 'text' && left === null && before.at >= line.start + line.fixed) {
    return { node: before.node, offset: before.offset + before.rawLength };
  }
  if (after?.kind === 'text' && right === null) return inFront(line, after, start, end);
  if (left !== null && left !== right) return { beside: left, side: 'after' };
  if (right !== null && left !== right) return { beside: right, side: 'before' };
  return null;
}

/** What is not seen in front of a word goes before the new words are written. */
function inFront(line: HtmlLine, word: Extract<Piece, { kind: 'text' }>, start: number, end: number): Spot {
  const { node } = word;
  const offsets = coveredOf(line, start, end).flatMap((piece) =>
    piece.kind === 'unseen' && piece.what.node === node && 'offset' in piece.what ? [piece.what.offset] : [],
  );
  return { node, offset: Math.min(word.offset, ...offsets) };
}
