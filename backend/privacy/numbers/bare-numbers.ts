import type { ItemKind } from '../../../contract/privacy.ts';
import type { Candidate } from '../span.ts';

/** A shape of numbers that hardly anything but somebody's own number has, whatever stands beside it. */
interface Shape {
  kind: ItemKind;
  pattern: RegExp;
}

const BEFORE = String.raw`(?<![\p{L}\d.,:/_@#+=&%–-])`;
const BEHIND = String.raw`(?![\p{L}\d_@%€]|[.,:/_–-][\p{L}\d]| ?(?:€|Euro|EUR|kWh|m²|Stück|Einwohner))`;
const shape = (kind: ItemKind, pattern: string): Shape => ({
  kind,
  pattern: new RegExp(BEFORE + pattern + BEHIND, 'gu'),
});

const SHAPES: readonly Shape[] = [
  // The number that a tax office gives: `26/123/45678`.
  shape('tax-id', String.raw`\d{2,3}\/\d{3}\/\d{4,5}`),
  // Nobody writes amounts of nine digits and more without points.
  shape('reference', String.raw`\d{9,20}`),
  // `INC0088213`, `T482913376`, `543D033417`
  shape('reference', String.raw`(?:\p{Lu}{1,4}-?\d{6,12}|\d{3}\p{Lu}{1,2}\d{6})`),
  // `V-26-88213`, `RE-2026-0882`, `SCH-2026/0882`
  shape('reference', String.raw`\p{Lu}{1,5}[-/](?:\d{2}|\d{4})[-/.]\d{3,8}(?:[-/]\d{1,4})?`),
  // `unter der Nummer 88213/26`
  shape(
    'reference',
    String.raw`(?<=unter (?:der )?(?:lfd\. |laufender )?(?:Nr\.|Nummer) )[1-9]\d{0,6}[/-]\d{2,7}`,
  ),
  // `(Nr. 33417)`, and what has a zero in front: `0088/26`, `50-0088`
  shape('reference', String.raw`(?<=\((?:Nr\.|Nummer) )\d{5,8}(?=\))`),
  shape('reference', String.raw`(?:0\d{2,5}\/\d{2}|\d{2,3}-0\d{3,5})`),
  // `Nr. 88213-26`; with a stroke it may be a norm of the EU.
  shape('reference', String.raw`(?<=Nr\. )\d{4,8}-\d{1,4}`),
  // `50/WG-2026-00714`, `51/B-0088`
  shape('reference', String.raw`\d{1,3}(?:\.\d{1,3})?[/-]\p{Lu}\p{L}{0,4}[-/]\d{2,6}(?:[-/]\d{2,6})?`),
  // `26-11-882/133`, `26.88.213345/7`, `5.0088.213345.6`, `88.213.456.7`: groups that are neither a day nor an amount.
  shape('reference', String.raw`\d{1,3}[.-]\d{2,4}[.-]\d{3,6}[./-]\d{1,5}`),
];

/** Goods, norms, papers and registers whose numbers look the same. */
const PUBLIC =
  /(?:ISBN|ISSN|EAN|GTIN|PZN|CAS|DOI|WKN|ISIN|HRA|HRB|GnR|VR|PR|Art\.?|Artikel|Produkt|Konto|Kostenstelle|Haushaltsstelle|Buchungsstelle|HHSt|Drs|Drucksache|Vorlage|Vergabe|Ausschreibung|BGBl|ABl|Amtsblatt|Gläubiger|Version|Update|Build|WO|EP|DIN|ISO|EN|IP|VO)\.?(?:[ -]?(?:Nr|Nummer|ID)\.?)?[\s:–/-]{0,3}(?:13:? )?$/iu;
const NORMS =
  /^(?:DIN|ISO|EN|IEC|CVE|KB|RFC|EU|EG|EWG|BT|BR|LT|DS|BV|SV|MV|VO|RL|TOP|HRA|HRB|VR|PR|GNR|RAL|LUT|HP|Q|KW)[-/]?\d/u;
const FOUR_BYTES = /^(?:\d{1,3}\.){3}\d{1,3}$/u;

/** Numbers that need no label. */
export function bareNumbersIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { kind, pattern } of SHAPES) {
    for (const { index: start, 0: value } of text.matchAll(pattern)) {
      if (NORMS.test(value) || FOUR_BYTES.test(value)) continue;
      if (PUBLIC.test(text.slice(Math.max(0, start - 32), start))) continue;
      found.push({ kind, rule: 'bare-number', weight: 1, start, end: start + value.length });
    }
  }
  return found;
}
