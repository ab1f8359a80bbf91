/** The form in which a text says that a fact is missing: `[[Bitte ergänzen: Datum der Anhörung]]`. */
const GAP = /\[\[([^[\]]{1,500})\]\]/g;

export interface Gap {
  /** What is missing, in the words of the text: "Datum der Anhörung". */
  what: string;
  /** UTF-16 offsets of the whole placeholder in the text. */
  start: number;
  end: number;
}

/** The placeholders of a text in their order; linear in its length. */
export function findGaps(text: string): Gap[] {
  return [...text.matchAll(GAP)].map((match) => ({
    what: wordsOf(match[1] ?? ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function wordsOf(inside: string): string {
  return inside
    .replaceAll(/[*_]/g, '')
    .trim()
    .replace(/^bitte ergänzen\s*:?/i, '')
    .trim();
}
