/** The form in which a text says that a fact is missing: `[[Bitte ergänzen: Datum der Anhörung]]`. */
const GAP = /\[\[([^[\]]{1,500})\]\]/g;

export interface Gap {
  /** What is missing, in the words of the text: "Datum der Anhörung". */
  what: string;
  /** UTF-16 offsets of the whole placeholder in the text. */
  start: number;
  end: number;
}

/**
 * The placeholders of a text in their order; linear in its length. Classic Outlook runs this too, in an engine that
 * knows nothing newer than ECMAScript 2016 (addin/launch): no `matchAll`, no `replaceAll`.
 */
export function findGaps(text: string): Gap[] {
  const gaps: Gap[] = [];
  text.replace(GAP, (whole: string, inside: string, start: number) => {
    gaps.push({ what: wordsOf(inside), start, end: start + whole.length });
    return whole;
  });
  return gaps;
}

function wordsOf(inside: string): string {
  return inside
    .replace(/[*_]/g, '')
    .trim()
    .replace(/^bitte ergänzen\s*:?/i, '')
    .trim();
}
