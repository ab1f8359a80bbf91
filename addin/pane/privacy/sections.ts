import type { MaskMark, SentMessage } from '../../../contract/privacy.ts';

/** A stretch of what is sent; the offsets of the marks are its own. */
export interface Piece {
  text: string;
  marks: readonly MaskMark[];
}

export interface Section extends Piece {
  title: string;
}

/** What is sent, for reading: what it is about, and the words of the product around it, letter by letter as well. */
export interface Sections {
  material: Section[];
  frame: Section[];
}

/** Untrusted text stands between two lines that carry a number nobody can guess; what it is stands in the first. */
const FENCE = /<material-([0-9a-f]{32}) art="([^"\n]{0,100})">\n/g;

/** Letters of a line below which its being somewhere says nothing. */
const MIN_LINE = 3;

/**
 * Sorts what is sent to a model.
 * @param typed what the person wrote themselves: where that, or something masked, stands in the frame, the paragraph is
 *   shown with the material
 */
export function sectionsOf(messages: readonly SentMessage[], typed: readonly string[]): Sections {
  const lines = typed
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter(({ length }) => length >= MIN_LINE);
  const sections: Sections = { material: [], frame: [] };
  for (const message of messages) {
    if (message.role === 'system') sections.frame.push({ title: 'Regeln', ...message });
    else if (message.role === 'assistant') sections.material.push({ title: 'Früherer Entwurf', ...message });
    else {
      const { inside, around } = split(message);
      sections.material.push(...inside);
      sections.frame.push(around);
      const own = ownOf(around, lines);
      if (own.text !== '') sections.material.push({ title: 'Ihre Angaben', ...own });
    }
  }
  return sections;
}

/** The fenced material of a message, and the message without it. */
function split(message: SentMessage): { inside: Section[]; around: Section } {
  const inside: Section[] = [];
  const around: Piece[] = [];
  let from = 0;
  for (const { start, end, title } of fencesOf(message.text)) {
    inside.push({ title, ...cut(message, start, end) });
    around.push(cut(message, from, start), { text: `… ${title}: steht oben …`, marks: [] });
    from = end;
  }
  around.push(cut(message, from, message.text.length));
  return { inside, around: { title: 'Auftrag', ...joined(around) } };
}

function fencesOf(text: string): { start: number; end: number; title: string }[] {
  const found: { start: number; end: number; title: string }[] = [];
  FENCE.lastIndex = 0;
  for (let fence = FENCE.exec(text); fence !== null; fence = FENCE.exec(text)) {
    const [line, nonce = '', title = ''] = fence;
    const start = fence.index + line.length;
    const end = text.indexOf(`\n</material-${nonce}>`, start);
    if (end < 0) break;
    found.push({ start, end, title });
    FENCE.lastIndex = end;
  }
  return found;
}

/** Paragraphs around the material that hold something of the person; empty where none does. */
function ownOf(around: Piece, lines: readonly string[]): Piece {
  const found: Piece[] = [];
  let from = 0;
  for (const text of around.text.split('\n\n')) {
    const piece = cut(around, from, from + text.length);
    const isOwn = piece.marks.length > 0 || lines.some((line) => text.includes(line));
    if (isOwn && !text.includes('<material-')) found.push(piece);
    from += text.length + 2;
  }
  return joined(found.flatMap((piece, at) => (at === 0 ? [piece] : [{ text: '\n\n', marks: [] }, piece])));
}

/** A stretch of a text with the marks that lie in it. */
export function cut({ text, marks }: Piece, start: number, end: number): Piece {
  return {
    text: text.slice(start, end),
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
  };
}

function joined(pieces: readonly Piece[]): Piece {
  let text = '';
  const marks: MaskMark[] = [];
  for (const piece of pieces) {
    const at = text.length;
    text += piece.text;
    marks.push(...piece.marks.map((mark) => ({ ...mark, start: mark.start + at, end: mark.end + at })));
  }
  return { text, marks };
}

/** Characters and marks that are put into the page at once: a text of 300 pages would hold it up for seconds. */
const SLICE_CHARS = 20_000;
const SLICE_MARKS = 400;

/** Where a text may be cut to be shown bit by bit: never within a mark, at the end of a line where there is one. */
export function slicesOf({ text, marks }: Piece): { start: number; end: number }[] {
  const slices: { start: number; end: number }[] = [];
  const sorted = marks.toSorted((one, other) => one.start - other.start);
  let start = 0;
  let first = 0;
  while (start < text.length) {
    const beyond = sorted[first + SLICE_MARKS]?.start ?? text.length;
    const end = cutBefore(text, start, Math.min(start + SLICE_CHARS, beyond), sorted);
    slices.push({ start, end });
    while ((sorted[first]?.start ?? Infinity) < end) first++;
    start = end;
  }
  return slices;
}

function cutBefore(text: string, start: number, limit: number, sorted: readonly MaskMark[]): number {
  if (limit >= text.length) return text.length;
  const line = text.lastIndexOf('\n', limit - 1) + 1;
  const end = line > start + (limit - start) / 2 ? line : limit;
  const across = sorted.find((mark) => mark.start < end && mark.end > end);
  const whole = across === undefined ? end : across.start > start ? across.start : across.end;
  // Half of a character beyond the Basic Multilingual Plane is none.
  const isHalf = /[\uDC00-\uDFFF]/.test(text.charAt(whole)) && /[\uD800-\uDBFF]/.test(text.charAt(whole - 1));
  return isHalf ? whole + 1 : whole;
}
