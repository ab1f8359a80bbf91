import type { Label } from './labels.ts';
import { valueAt, type Value } from './label-values.ts';

/** A few words between a label and its value, closed by a colon or a verb: `Aktenzeichen des Jugendamtes: …` */
const GAP_COLON = /[^\d\n;:|§]{1,50}?(?::|=| lautet:?| ist:?)[ \t*_]{0,4}(?=[\p{L}\d+(-])/uy;
const GAP_PLAIN = /[^\d\n;:|§?!]{1,36}?[ („"](?=\p{Lu}{0,3}\d)/uy;
const SENTENCE_END = /[\p{Ll})]\. +\p{Lu}/u;
/** Strict enough for a number that stands a few words away. */
const FAR_DIGITS = 5;
/** The number of a paper that is named before: `Führerschein Kl. B, Nr. …`, `Pass seiner Mutter, Nr. …` */
const GAP_PAPER = /[^\n;]{1,80}?[ ,(](?:Nr|Nummer|No)\.? {0,2}(?=\p{Lu})/uy;
const POSTCODE = /\d{5} \p{Lu}\p{Ll}/uy;

/** Does a postcode with its place begin here? */
export function isPostcode(text: string, at: number): boolean {
  POSTCODE.lastIndex = at;
  return POSTCODE.test(text);
}

function paperValue(text: string, from: number, line: number, label: Label): Value | null {
  GAP_PAPER.lastIndex = from;
  const at = from + (GAP_PAPER.exec(text)?.[0].length ?? 0);
  return at === from ? null : valueAt(text, at, line, { ...label, shape: 'number', digits: 3 }, true);
}

/**
 * The value a few words away from its label, in the same sentence.
 *
 * @param limit where the next label begins
 * @param line where the line ends
 */
export function farValue(
  text: string,
  from: number,
  limit: number,
  line: number,
  label: Label,
): Value | null {
  if (label.kind === 'id-document') {
    const paper = paperValue(text, from, line, label);
    if (paper !== null) return paper;
  }
  if (label.shape === 'noun' && label.kind !== 'id-document') return null;
  for (const [gap, digits] of [
    [GAP_COLON, label.digits],
    [GAP_PLAIN, Math.max(FAR_DIGITS, label.digits)],
  ] as const) {
    if (gap === GAP_PLAIN && !/^(?:file|mark|number)$/u.test(label.shape)) continue;
    gap.lastIndex = from;
    const words = gap.exec(text)?.[0];
    if (words === undefined || SENTENCE_END.test(words) || /,/u.test(words)) continue;
    const at = from + words.length;
    if (at >= limit || isPostcode(text, at)) continue;
    const value = valueAt(text, at, limit, { ...label, digits }, gap === GAP_COLON);
    if (value !== null) return value;
  }
  return null;
}
