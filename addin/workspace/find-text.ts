import type { Node } from '@tiptap/pm/model';
import { type LiveLine, liveLines } from './live-text.ts';

const space = /\s/u;
const quote = /["'`´„“”‟«»‹›‚‘’‛]/u;
const dash = /[‐‑‒–—−]/u;
const markdownSign = /[*_~\\#>|]/;
const letter = /[\p{L}\p{N}]/u;
const SOFT_HYPHEN = '\u00ad';
/** Fewer letters than these stand in a text by chance. */
const FEWEST_LETTERS = 6;

/** How much two texts may differ and still be the same. */
type Fold = (sign: string) => string;

/** White space is one space, one quotation mark or dash is like another. */
const closely: Fold = (sign) => {
  if (sign === SOFT_HYPHEN) return '';
  if (space.test(sign)) return ' ';
  if (quote.test(sign)) return '"';
  return dash.test(sign) ? '-' : sign;
};

/** Likewise, and the signs of Markdown don't count. */
const plainly: Fold = (sign) => (markdownSign.test(sign) ? '' : closely(sign));

/** Only letters and figures count: punctuation, hyphens at a line's end and white space don't. */
const loosely: Fold = (sign) => (letter.test(sign) ? sign.normalize('NFKD').replaceAll(/\p{M}/gu, '') : '');

/** A text in which what doesn't count is gone, and for each unit of it where it stood. */
class Folded {
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly #fold: Fold;
  #parts: string[] = [];
  #spaced = true;

  constructor(fold: Fold) {
    this.#fold = fold;
  }

  add(text: string, at: number): void {
    let place = at;
    for (const sign of text) {
      const folded = this.#fold(sign);
      // A run of white space is one space.
      if (folded !== '' && (folded !== ' ' || !this.#spaced)) {
        this.#parts.push(folded);
        for (let unit = 0; unit < folded.length; unit += 1) {
          this.starts.push(place);
          this.ends.push(place + sign.length);
        }
      }
      if (folded !== '') this.#spaced = folded === ' ';
      place += sign.length;
    }
  }

  toString(): string {
    return this.#parts.join('');
  }
}

function folded(lines: readonly LiveLine[], fold: Fold): Folded {
  const all = new Folded(fold);
  for (const { pieces, to } of lines) {
    for (const { text, at } of pieces) all.add(text, at);
    all.add(' ', to);
  }
  return all;
}

function needleOf(text: string, fold: Fold): string {
  const needle = new Folded(fold);
  needle.add(text, 0);
  return needle.toString().trimEnd();
}

/** What Markdown writes before the words of a list's item, and the line below a table's header. */
const lineSigns = /^[ \t>]{0,99}(?:[-+*]|\d{1,9}[.)])[ \t]|^[ \t]{0,99}\|[-:| \t]{1,999}$/gm;

/**
 * The first place where a text stands in a document, over any number of paragraphs. What is struck out does not count.
 * A quotation rarely keeps line breaks, white space and quotation marks, and as Markdown it has signs that the paper
 * doesn't: where it doesn't stand there as it is, it is looked for without them, and at last only its letters and
 * figures.
 * @param within positions of the part to look in; the whole document where it is left out
 * @returns positions in the document, or null where the text is not there or empty
 */
export function findText(
  doc: Node,
  text: string,
  within: { from: number; to: number } = { from: 0, to: doc.content.size },
): { from: number; to: number } | null {
  const lines = liveLines(doc, within.from, within.to);
  const bare = text.replaceAll(lineSigns, '');
  const close =
    placeOf(folded(lines, closely), needleOf(text, closely)) ??
    placeOf(folded(lines, plainly), needleOf(bare, plainly));
  if (close) return close;
  const words = needleOf(text, loosely);
  if (words.length < FEWEST_LETTERS) return null;
  const loose = folded(lines, loosely);
  return placeOf(loose, words) ?? placeOf(loose, needleOf(bare, loosely));
}

function placeOf(hay: Folded, needle: string): { from: number; to: number } | null {
  const start = needle === '' ? -1 : hay.toString().indexOf(needle);
  const from = hay.starts[start];
  const to = hay.ends[start + needle.length - 1];
  return from === undefined || to === undefined ? null : { from, to };
}
