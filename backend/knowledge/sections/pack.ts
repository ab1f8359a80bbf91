import type { Section } from '../section.ts';
import { MAX_SECTION_CHARS, type Piece } from './pieces.ts';

/** A rest below this takes something over from the section before it. */
const MIN_REST_CHARS = 300;

/** Pieces that stay together. */
interface Atom {
  pieces: Piece[];
  length: number;
}

/** Puts pieces together to texts as long as a section may be; only one piece that is longer is alone. */
export function pack(pieces: Iterable<Piece>): Pick<Section, 'text' | 'pages'>[] {
  const parts: Atom[][] = [];
  let length = 0;
  for (const atom of atomsOf(pieces)) {
    const part = parts.at(-1);
    const join = atom.pieces[0]?.join.length ?? 0;
    if (part && length + join + atom.length <= MAX_SECTION_CHARS) {
      part.push(atom);
      length += join + atom.length;
    } else {
      parts.push([atom]);
      length = leadOf(atom) + atom.length;
    }
  }
  evenOut(parts);
  return parts.map(written);
}

function* atomsOf(pieces: Iterable<Piece>): Generator<Atom> {
  let open: Atom | null = null;
  for (const piece of pieces) {
    const length: number = open ? open.length + piece.join.length + piece.text.length : 0;
    if (open?.pieces.at(-1)?.stays === true && length + leadOf(open) <= MAX_SECTION_CHARS) {
      open.pieces.push(piece);
      open.length = length;
    } else {
      if (open) yield open;
      open = { pieces: [piece], length: piece.text.length };
    }
  }
  if (open) yield open;
}

function leadOf({ pieces }: Atom): number {
  return pieces[0]?.lead.length ?? 0;
}

/** A short rest at the end of a long text says little by itself. */
function evenOut(parts: Atom[][]): void {
  const [before, rest] = parts.slice(-2);
  if (!before || !rest) return;
  while (before.length > 1 && lengthOf(rest) < MIN_REST_CHARS) {
    const moved = before.at(-1);
    if (!moved || lengthOf([moved, ...rest]) > MAX_SECTION_CHARS) return;
    if (lengthOf(before) - moved.length < MIN_REST_CHARS) return;
    before.pop();
    rest.unshift(moved);
  }
}

function lengthOf(part: readonly Atom[]): number {
  return part.reduce(
    (sum, atom, at) => sum + (at === 0 ? leadOf(atom) : (atom.pieces[0]?.join.length ?? 0)) + atom.length,
    0,
  );
}

function written(part: readonly Atom[]): Pick<Section, 'text' | 'pages'> {
  const pieces = part.flatMap((atom) => atom.pieces);
  const text = pieces.map((piece, at) => (at === 0 ? piece.lead : piece.join) + piece.text).join('');
  let pages: Section['pages'] = null;
  for (const { pages: own } of pieces) {
    if (!own) continue;
    pages = pages
      ? { first: Math.min(pages.first, own.first), last: Math.max(pages.last, own.last) }
      : { ...own };
  }
  return { text, pages };
}
