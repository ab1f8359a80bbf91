import type { Candidate } from '../span.ts';
import { isCitation } from './citations.ts';

/**
 * Aktenzeichen that nothing announces, only in forms that nothing else has: a file plan number, a running number and a
 * year (`3.1-542/2024`, `51-123/24-We`), or letters, a year and a running number (`JA-2024-00123`).
 */
const FORMS = [
  /(?<![\p{L}\d.,:/_@–-])\d{1,3}(?:\.\d{1,3}){0,3}(?:-\d{1,4}){0,2}-(\d{2,6})\/(?:(?:19|20)\d{2}|\d{2})(?:-\p{Lu}\p{L}{1,2})?(?![\p{L}\d]|[.,:/_–-][\p{L}\d])/gu,
  /(?<![\p{L}\d.,:/_@–-])\p{Lu}{1,4}([-/])(?:19|20)\d{2}\1\d{3,6}(?:-\p{Lu}\p{L}{1,2})?(?![\p{L}\d]|[.,:/_–-][\p{L}\d])/gu,
  /(?<![\p{L}\d.,:/_@–-])(?=[\d./-]{0,20}\d[./-]{0,1}\d[./-]{0,1}\d[./-]{0,1}\d)\d{1,3}[-/.]\d{1,6}(?:[-/]\d{2,6}){0,2}[-/]\p{Lu}\p{Ll}{1,2}(?![\p{L}\d]|[.,:/_–-][\p{L}\d])/gu,
  // A Kassenzeichen in groups: no amount has groups of four and more.
  /(?<![\p{L}\d.,:/_@–-])\d{1,4}\.\d{4}\.\d{4,6}(?:\.\d{1,3})?(?![\p{L}\d]|[.,:/_–-][\p{L}\d])/gu,
  /(?<![\p{L}\d.,:/_@–-])\d{1,3}[-.]\d{1,4}[-/]\p{Lu}\p{L}{0,6}\/\d{2,4}(?![\p{L}\d]|[.,:/_–-][\p{L}\d])/gu,
];
/** Papers of a council, laws and norms have such numbers, too, and are nobody's. */
const PUBLIC =
  /(?:vorlagen?|drucksachen?|drs\.?|drucks\.?|beschl(?:uss|üsse)|gesetz|verordnung|richtlinie|satzung|norm|DIN|ISO|EN|EU|EG|BGBl\.?|GVBl\.?|ABl\.?|Amtsblatt|Ausgabe|Heft|TOP|Haushaltsplan|Rundschreiben|Merkblatt|Haushaltsstelle|Buchungsstelle|Kostenstelle|Produkt|Konto|HHSt\.?|Vergabe\p{L}*|Ausschreibung\p{L}*|Az\.)(?:\s?-?Nr\.?|\s?Nummer|\s?\((?:EU|EG)\))?[\s:]{0,3}$/iu;
const IDENTIFIERS = /^(?:CVE|ISO|DIN|EN|EU|EG|BT|BR|VO|RL|DS|BV|SV|MV|TOP|IEC|RFC)[-/]/u;

/** Periods: `10-12/2024` are months, `23-24/24` are years or weeks. */
const isPeriod = (found: string): boolean => /^\d{1,2}-\d{2}\/\d{2,4}$/u.test(found);

/** Aktenzeichen without a label. */
export function fileNumbersIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const pattern of FORMS) {
    for (const { index: start, 0: value } of text.matchAll(pattern)) {
      const end = start + value.length;
      if (isPeriod(value) || IDENTIFIERS.test(value) || isCitation(text, start, { start, end })) continue;
      if (PUBLIC.test(text.slice(Math.max(0, start - 32), start))) continue;
      found.push({ kind: 'reference', rule: 'file-number', weight: 1, start, end });
    }
  }
  return found;
}
