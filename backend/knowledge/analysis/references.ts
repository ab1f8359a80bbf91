/** A reference to a paragraph or article with its place in the text. */
export interface Reference {
  terms: readonly string[];
  start: number;
  end: number;
}

const NUMBER = String.raw`\d{1,4}[a-z]?(?![\p{L}\p{N}])`;
const REFERENCE = new RegExp(
  String.raw`(?<sign>§{1,2}|\b(?:Art\.?|Artikel[ns]?)|\b[Pp]aragra(?:f|ph)(?:en)?)[ \u00a0]?(?<number>${NUMBER})` +
    String.raw`(?:[ \u00a0]?(?:bis|und|[-–,])[ \u00a0]?(?<last>${NUMBER}))?` +
    String.raw`(?:[ \u00a0](?:Abs\.?|Absatz)[ \u00a0]?(?<part>\d{1,2}[a-z]?(?![\p{L}\p{N}])))?`,
  'gu',
);
/** "§§ 3 bis 70" names no single one of them. */
const MAX_RANGE = 20;

/**
 * References to law: "§ 5 Abs. 2" gives `§5` and `§5.2`, "§§ 3 bis 7" each of them, "Art. 13" gives `art13`, so that a
 * question for "Paragraf 5" finds the section "§ 5".
 */
export function referencesIn(text: string): Reference[] {
  const found: Reference[] = [];
  for (const match of text.matchAll(REFERENCE)) {
    const { sign = '', number = '', last, part } = match.groups ?? {};
    const kind = sign.startsWith('A') ? 'art' : '§';
    const terms = [`${kind}${number}`];
    if (part !== undefined) terms.push(`${kind}${last ?? number}.${part}`);
    if (last !== undefined) {
      const from = Number.parseInt(number, 10);
      const to = Number.parseInt(last, 10);
      const isRange = /bis|[-–]/u.test(match[0]);
      if (isRange && to > from && to - from <= MAX_RANGE)
        for (let each = from + 1; each < to; each++) terms.push(`${kind}${each}`);
      terms.push(`${kind}${last}`);
    }
    found.push({ terms, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
