/** Ends of lines and paragraphs, of every kind that programs know. */
const BREAKS = '\\n\\v\\f\\r\\u0085\\u2028\\u2029';
/** Blanks of every width, and tabs. */
const BLANKS = '\\t\\p{Zs}';
/** What nobody sees: the signs of notes, fields and pictures, soft hyphens, joiners, direction marks, lone surrogates. */
const UNSEEN = `(?![${BREAKS}${BLANKS}])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Noncharacter_Code_Point}\\p{Default_Ignorable_Code_Point}]`;

const anyBreak = new RegExp(`[${BREAKS}]`, 'u');
const anySpace = new RegExp(`[${BREAKS}${BLANKS}]`, 'u');
const allSpace = new RegExp(`[${BREAKS}${BLANKS}]+`, 'gu');
const firstUnseen = new RegExp(`^(?:${UNSEEN})+`, 'u');
const oneUnseen = new RegExp(`^${UNSEEN}$`, 'u');
const allUnseen = new RegExp(UNSEEN, 'gu');

/** Runs of white space and of what nobody sees, for use in larger patterns. */
export const FILLING = `(?:[${BREAKS}${BLANKS}]|${UNSEEN})+`;

/** What stands between two words or sentences. */
export type Gap = 'none' | 'blank' | 'break';

/** @param filling white space and unseen characters */
export function gapOf(filling: string): Gap {
  if (!anySpace.test(filling)) return 'none';
  return anyBreak.test(filling) ? 'break' : 'blank';
}

/** A stretch of a text without what nobody sees at its two ends: the sign of a footnote stays when its word changes. */
export function withoutUnseenEnds(text: string, start: number, end: number): { start: number; end: number } {
  const from = start + (firstUnseen.exec(text.slice(start, end))?.[0].length ?? 0);
  let to = end;
  for (;;) {
    const pair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(to - 2, to));
    const before = to - (pair ? 2 : 1);
    if (before < from || !oneUnseen.test(text.slice(before, to))) return { start: from, end: to };
    to = before;
  }
}

/** The next place that does not stand before something nobody sees: what is added comes behind the sign of a footnote. */
export function behindUnseen(text: string, at: number): number {
  return at + (firstUnseen.exec(text.slice(at))?.[0].length ?? 0);
}

/** The text without what nobody sees. */
export function seenOf(text: string): string {
  return text.replace(allUnseen, '');
}

/**
 * What of a text the comparison looks at; two texts are the same to it exactly where this is the same. Blanks, tabs and
 * no-break spaces are one blank in any number. Line breaks, ends of paragraphs and empty paragraphs are one break: what
 * a model gets and writes is Markdown, which tells none of them apart, and neither do the lines of a mail. What nobody
 * sees (signs of footnotes and fields, soft hyphens) does not count, for a model never gets it. White space at both
 * ends does not count.
 */
export function comparable(text: string): string {
  return seenOf(text)
    .replace(allSpace, (space) => (anyBreak.test(space) ? '\n' : ' '))
    .trim();
}
