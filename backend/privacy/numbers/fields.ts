import type { Candidate } from '../span.ts';
import { codeAt } from './values.ts';

/** A line of a form: words, a colon, and one value to the end of the line or of the cell. */
const FIELD =
  /(?<=^|[\n|;])[ \t*>-]{0,8}(\p{L}[\p{L}\d ./()*-]{1,48}):[ \t*]{1,12}(?=[\p{L}\d]{1,12}[./-]?[\p{L}\d])/gu;
const REST = /^[ \t*.]{0,12}(?:$|[\n|;,])/u;
/** Fields whose values are nobody's: sums, days, accounts of the budget, papers of a council, goods, versions. */
const IMPERSONAL =
  /betrag|summe|preis|kosten|wert(?!ermittlung)|gebühr|datum|stand|zeit|uhr|frist|termin|jahr|fläche|größe|maße|länge|haushalt|produkt|sachkonto|kostenstelle|kostenträger|buchungsstelle|titel|kapitel|vorlage|drucksache|beschluss|sitzung|version|build|port|isbn|artikel|art\.|plz|postleitzahl|ort|anschrift|adresse|straße|hausn|zimmer|raum|einwohner|norm|gesetz|verordnung|rechtsgrundlage|bezug|typ|modell|menge|anzahl|seite|stück|telefon|fax|anlage|amtsblatt|register(?:gericht)?|gläubiger|hrb|steuersatz|hebesatz|ergebnis|vergabe|ausschreibung|los(?!\p{L})|tarif|klasse|software|datei|investition|maßnahme|tatbestand|schlüssel|kennziffer|kennzahl|(?<!\p{L})ags(?!\p{L})/iu;
/** `SGB 9 2018` */
const LAW = /^[A-Z]{2,6} \d{1,2} (?:19|20)\d{2}$/u;
const FEWEST = 5;
const FEWEST_PLAIN = 7;
/** A field that calls itself a number needs fewer digits to be one. */
const NUMBER_FIELD = /(?<!\p{L})(?:nr|nummer)(?!\p{L})/iu;
const FEWEST_OF_NUMBER = 5;

/** Numbers in fields that the table of labels does not name: `Verwaltungskennung Bau: 12-345/678`. */
export function fieldsIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const field of text.matchAll(FIELD)) {
    if (IMPERSONAL.test(field[1] ?? '')) continue;
    const at = field.index + field[0].length;
    const code = codeAt(text, at, at + 60, { digits: FEWEST, spaces: true });
    if (code === null || !REST.test(text.slice(code.end, code.end + 14))) continue;
    const value = text.slice(code.start, code.end);
    if (value.includes('_') || LAW.test(value)) continue;
    const isPlain = /^\d+$/u.test(value);
    const isNumber = NUMBER_FIELD.test(field[1] ?? '');
    if (
      value.length < (isPlain && !isNumber ? FEWEST_PLAIN : FEWEST_OF_NUMBER) ||
      (!isNumber && /^[\d ]{1,8}$/u.test(value) && !/^0\d{5}/u.test(value)) ||
      /^(?:\d{1,3}\.)+\d{3}$/u.test(value)
    )
      continue;
    found.push({ kind: 'reference', rule: 'field', weight: 1, start: code.start, end: code.end });
  }
  return found;
}
