import { followsPerson, isPersonCue } from './cues.ts';
import type { Hit } from './hit.ts';
import { behindFlat, houseNumberAt } from './house-number.ts';
import { GAP, goesOn, isCapital, isTight, isTown, kindAt, lowerAt, type Page } from './page.ts';
import { isNumberedThing } from './plain-words.ts';
import { isLeadingPreposition, namedStreetAt } from './street-shapes.ts';
import { isHome, suffixOf } from './suffixes.ts';

const SEPARATORS = new Set([',', '·', '•', '|', '–', '—', '-', ';', '/', '(', '›', '▪', '∙', '>']);
const NUMBERS = new Set(
  `nr nummer az aktenzeichen kassenzeichen kundennummer konto kontonummer blz § art artikel rn rechnungsnummer vorgang vorgangsnummer mitgliedsnummer
   personalnummer id steuernummer ticket zeichen betrag summe tel telefon fax telefax mobil durchwahl bestellnummer vertragsnummer aktz gz`.split(
    /\s+/u,
  ),
);

/** Whether a sign may stand between the parts of an address. */
export function isSeparator(lower: string): boolean {
  return SEPARATORS.has(lower);
}

/** Whether the digits behind a word are a number of something else. */
export function isNumberLabel(lower: string): boolean {
  return NUMBERS.has(lower);
}

const MAX_NAME = 6;

/**
 * The street before a postcode, on the same line or the one above (`Brühl 9` / `66869 …`, `Hof Neumühle, 66869 …`).
 * @param index the first word of the postcode
 */
export function streetBefore(page: Page, index: number): Hit | null {
  let end = index;
  let blanks = 0;
  for (let step = 0; step < 4 && end > 0; step++) {
    if (page.gap[end] === GAP.blank && ++blanks > 1) return null;
    if (!SEPARATORS.has(lowerAt(page, end - 1))) break;
    end--;
  }
  if (page.gap[end] === GAP.blank && blanks === 0 && page.gap[index] === GAP.none) return null;
  const separated = end < index || page.gap[end] !== GAP.none;
  return numberedBefore(page, end) ?? (separated ? namedBefore(page, end) : null);
}

function numberedBefore(page: Page, end: number): Hit | null {
  for (let at = Math.max(end - 9, 1); at < end; at++) {
    if (kindAt(page, at) !== 'number' && !lowerAt(page, at).includes('nr')) continue;
    if (!goesOn(page, at)) continue;
    if (/^(?:19|20)\d\d$/u.test(lowerAt(page, at))) continue;
    const number = houseNumberAt(page, at);
    if (number === null || (number !== end && behindFlat(page, number) !== end)) continue;
    const from = nameBefore(page, lowerAt(page, at - 1) === ',' ? at - 1 : at);
    if (from === null) continue;
    return { kind: 'street', from, to: end, rule: 'street-above-postcode', weight: 2, lived: false };
  }
  return null;
}

/** Where the name before a house number begins; null where the words are none. */
function nameBefore(page: Page, number: number): number | null {
  const last = lowerAt(page, number - 1);
  // „Im Flur 8“ is a street where a postcode stands behind it.
  const led = isCapital(page, number - 2) && isLeadingPreposition(lowerAt(page, number - 2));
  if ((isNumberedThing(last) && !led) || NUMBERS.has(last) || last === ':') return null;
  let from = number;
  while (from > number - MAX_NAME && from > 0 && goesOn(page, from)) {
    const before = from - 1;
    if (kindAt(page, before) === 'word') {
      if (!isCapital(page, before) && !isSmallPart(page, before)) break;
      // „in der Au 9“ inside of a sentence; „Im Brühl 9“ begins with its capital.
      if (lowerAt(page, before) === 'in' && page.cell[before] !== 1) {
        from = isCapital(page, before) ? before : from;
        break;
      }
      if (isCapital(page, before) && isLeadingPreposition(lowerAt(page, before))) {
        from = before;
        break;
      }
    } else if (!(
      ['.', '-'].includes(lowerAt(page, before)) &&
      (isTight(page, from) || isTight(page, before))
    ))
      break;
    else if (
      lowerAt(page, before) === '.' &&
      lowerAt(page, before - 1).length > 6 &&
      !lowerAt(page, before - 1).endsWith('str')
    )
      break;
    from = before;
  }
  const named = compoundStart(page, number);
  if (named !== null) return named;
  // A line of its own may be written in small letters alone.
  if (page.cell[from] !== 1 && from === number) return lineOfItsOwn(page, number);
  while (from < number && (!isCapital(page, from) || lowerAt(page, from) === 'wohnhaft')) from++;
  while (number - from > 2 && isPersonCue(page, from)) from += 2;
  return from < number && lowerAt(page, from).length > 1 ? from : null;
}

/** `Schulgebäude Agnesstraße 1`: a name that is sure of itself needs no words before it. */
function compoundStart(page: Page, number: number): number | null {
  const last = lowerAt(page, number - 1) === '.' ? number - 2 : number - 1;
  const shape = namedStreetAt(page, last);
  return shape !== null &&
    shape.form === 'strong' &&
    isCapital(page, shape.from) &&
    !isLedIn(page, shape.from)
    ? shape.from
    : null;
}

/** `An der Hauptstraße 3`: the name begins before the word for a street. */
function isLedIn(page: Page, index: number): boolean {
  for (let at = index - 1; at > index - 3 && goesOn(page, at + 1); at--)
    if (isLeadingPreposition(lowerAt(page, at)) && isCapital(page, at)) return true;
  return false;
}

function lineOfItsOwn(page: Page, number: number): number | null {
  let from = number;
  while (from > number - MAX_NAME && from > 0 && page.cell[from] === 0 && kindAt(page, from - 1) === 'word')
    from--;
  return page.cell[from] === 1 && from < number && lowerAt(page, from).length > 1 ? from : null;
}

const SMALL_PARTS = new Set('der den dem des und am im an in auf zum zur de la du von vom'.split(' '));

function isSmallPart(page: Page, index: number): boolean {
  return SMALL_PARTS.has(lowerAt(page, index));
}

/** A street or house without a number: `Hof Neumühle`, `Am Schlossberg`, `Lindenstraße`. */
function namedBefore(page: Page, end: number): Hit | null {
  let from = end;
  while (from > end - MAX_NAME && from > 0 && kindAt(page, from - 1) === 'word') {
    from--;
    if (!goesOn(page, from)) break;
  }
  if (from === end || !isCapital(page, from)) return null;
  if (page.cell[from] !== 1 && !SEPARATORS.has(lowerAt(page, from - 1))) return null;
  const first = lowerAt(page, from);
  const suffix = suffixOf(lowerAt(page, end - 1));
  const alone = end - from === 1;
  const home = isHome(first) && !alone;
  const phrase = isLeadingPreposition(first) && !alone;
  const street = (suffix === 'strong' || (suffix === 'bare' && !alone)) && !isPersonCue(page, from);
  const hamlet = suffix === 'weak' && alone && followsPerson(page, from) && !isTown(page, from);
  if (!home && !phrase && !street && !hamlet) return null;
  return { kind: 'street', from, to: end, rule: 'street-above-postcode', weight: 2, lived: false };
}
