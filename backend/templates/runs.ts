import type { Element } from '@xmldom/xmldom';
import { findGaps } from '../../contract/gaps.ts';
import type { Mark, Run } from '../../contract/rich.ts';
import { cleanText } from '../documents/characters.ts';
import { childrenOf, type Maker, W } from './xml.ts';

/** The order that the schema wants for the properties of a run (ECMA-376 part 1, CT_RPr). */
const ORDER = [
  ...['rStyle', 'rFonts', 'b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps', 'strike', 'dstrike', 'outline'],
  ...['shadow', 'emboss', 'imprint', 'noProof', 'snapToGrid', 'vanish', 'webHidden', 'color', 'spacing'],
  ...['w', 'kern', 'position', 'sz', 'szCs', 'highlight', 'u', 'effect', 'bdr', 'shd', 'fitText'],
  ...['vertAlign', 'rtl', 'cs', 'em', 'lang', 'eastAsianLayout', 'specVanish', 'oMath'],
];
const MARK_PROPERTIES: Record<Mark, readonly string[]> = {
  bold: ['b', 'bCs'],
  italic: ['i', 'iCs'],
  strike: ['strike'],
  underline: ['u'],
};
/** Characters that XML cannot hold and that no text has. */
const NO_CHARACTERS = /[\uFFFE\uFFFF]/g;

/** Text that may stand in a Word document. */
export function wordText(text: string): string {
  return cleanText(text).replace(NO_CHARACTERS, '').replaceAll('\t', ' ');
}

interface Piece {
  text: string;
  marks: readonly Mark[];
  gap: boolean;
}

/** Cuts runs where gaps begin and end, also where a gap goes over several runs. */
function piecesOf(runs: readonly Run[]): Piece[] {
  const clean = runs.map(({ text, marks }) => ({ text: wordText(text), marks }));
  const gaps = findGaps(clean.map(({ text }) => text).join(''));
  const pieces: Piece[] = [];
  let offset = 0;
  let next = 0;
  for (const { text, marks } of clean) {
    const end = offset + text.length;
    let at = offset;
    while (at < end) {
      while ((gaps[next]?.end ?? Infinity) <= at) next++;
      const gap = gaps[next];
      const inside = gap !== undefined && gap.start <= at;
      const to = Math.min(end, inside ? gap.end : (gap?.start ?? end));
      pieces.push({ text: text.slice(at - offset, to - offset), marks, gap: inside });
      at = to;
    }
    offset = end;
  }
  return pieces;
}

/**
 * Runs of a text: its marks on top of the formatting that holds in the place, gaps highlighted, line breaks as such.
 * @param look the properties (`w:rPr`) of the place; null where the style says everything
 */
export function runElements(make: Maker, runs: readonly Run[], look: Element | null = null): Element[] {
  return piecesOf(runs).map((piece) => {
    const properties = propertiesOf(make, piece, look);
    const lines = piece.text
      .split('\n')
      .flatMap((line, at) => [...(at > 0 ? [make.w('br')] : []), ...(line === '' ? [] : [make.t(line)])]);
    return make.w('r', {}, [...(properties ? [properties] : []), ...lines]);
  });
}

function propertiesOf(make: Maker, { marks, gap }: Piece, look: Element | null): Element | null {
  const own = [...new Set(marks)].flatMap((mark) =>
    MARK_PROPERTIES[mark].map((name) => make.w(name, name === 'u' ? { val: 'single' } : {})),
  );
  if (gap) own.push(make.w('highlight', { val: 'yellow' }));
  const replaced = new Set(own.map(({ localName }) => localName));
  const kept = look
    ? childrenOf(look)
        .filter((child) => !(child.namespaceURI === W && replaced.has(child.localName)))
        .map((child) => child.cloneNode(true) as Element)
    : [];
  if (kept.length + own.length === 0) return null;
  // Properties of later versions of Word (w14) stand behind those of the standard.
  const place = ({ localName, namespaceURI }: Element) => {
    const at = namespaceURI === W ? ORDER.indexOf(localName ?? '') : -1;
    return at < 0 ? ORDER.length : at;
  };
  return make.w(
    'rPr',
    {},
    [...kept, ...own].sort((a, b) => place(a) - place(b)),
  );
}
