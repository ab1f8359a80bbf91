import { WORD } from '../lexicon/lexicon.ts';
import type { Hit } from './hit.ts';
import {
  endsBefore,
  flagsAt,
  GAP,
  goesOn,
  isCapital,
  isTight,
  isTown,
  kindAt,
  lowerAt,
  type Page,
} from './page.ts';
import { behindPlace, canBePlace } from './place-names.ts';
import { isUnit } from './plain-words.ts';
import { postcodeKind } from './postcodes.ts';
import { isNumberLabel, isSeparator, streetBefore } from './streets-before.ts';

const COUNTRIES = new Set(
  'd de f fr l lu a at ch b be nl pl i it gb e es cz dk fl h sk s si hr ro'.split(' '),
);

/** Postcodes with their places, and the streets before them that only their place in an address gives away. */
export function addressesByPostcode(page: Page): Hit[] {
  const hits: Hit[] = [];
  for (let index = 0; index < page.words.length; index++) {
    if (kindAt(page, index) !== 'number') continue;
    const { length } = lowerAt(page, index);
    if (length !== 5 && length !== 4) continue;
    const place = placeAt(page, index);
    if (place === null) continue;
    hits.push(place.hit);
    if (place.street !== null) hits.push(place.street);
  }
  return hits;
}

/** A place with its postcode, wherever it stands. */
function placeAt(page: Page, index: number): { hit: Hit; street: Hit | null } | null {
  const digits = lowerAt(page, index);
  const from = prefixStart(page, index);
  const country = from < index ? lowerAt(page, from) : null;
  const foreign = (country !== null && country !== 'd' && country !== 'de') || namesCountry(page, index);
  if (digits.length === 4 && from === index && !couldBeForeign(page, index)) return null;
  if (!standsFree(page, from, index)) return null;
  const street = streetBefore(page, from);
  const name = nameIndex(page, index);
  if (digits.length === 4 && !foreign && !(street !== null && isPlainName(page, name))) return null;
  const kind = digits.length === 5 ? postcodeKind(digits) : 'none';
  const opens = page.cell[from] === 1;
  if (street === null && !opens && isNumberLabel(wordBefore(page, from))) return null;
  const trusted = kind === 'delivered' || foreign || country !== null || street !== null;
  const ends =
    opens && canBePlace(page, name, 'layout', true) && lineEnds(page, behindPlace(page, name, 'layout'));
  const layout = street !== null || ends || (country !== null && opens);
  if (!layout && kind === 'none' && !foreign) return null;
  const ground = layout ? 'layout' : 'text';
  if (!canBePlace(page, name, ground, trusted || layout)) {
    if (street === null || kind !== 'delivered' || isUnit(lowerAt(page, name))) return null;
    return { hit: hit(from, index + 1, 'postcode'), street };
  }
  if (!layout && kind === 'possible' && !isTown(page, name) && country === null && !foreign) return null;
  return {
    hit: hit(from, behindPlace(page, name, ground), foreign ? 'foreign-place' : 'postcode-place'),
    street,
  };
}

const hit = (from: number, to: number, rule: string): Hit => ({
  kind: 'place',
  from,
  to,
  rule,
  weight: 2,
  lived: false,
});

/** Where `D-`, `F -`, `CH` before a postcode begins. */
function prefixStart(page: Page, index: number): number {
  const dash = ['-', '–'].includes(lowerAt(page, index - 1)) && goesOn(page, index) ? index - 1 : index;
  const code = dash - 1;
  const word = page.words[code];
  if (word === undefined || !goesOn(page, dash) || !/^[A-Z]{1,2}$/u.test(word.text)) return index;
  if (!COUNTRIES.has(lowerAt(page, code)) || isTight(page, code)) return index;
  // „A 1010“ without a hyphen is a motorway or a hall.
  return dash < index || word.text === 'D' ? code : index;
}

/** No digit, sign of a number or letter stands tight before or behind the digits. */
function standsFree(page: Page, from: number, index: number): boolean {
  if (isTight(page, from) && !/^[,;·|(>•"„:/–-]$/u.test(lowerAt(page, from - 1))) return false;
  if (
    isTight(page, from) &&
    ['-', '/', ':', ',', '–'].includes(lowerAt(page, from - 1)) &&
    kindAt(page, from - 2) === 'number' &&
    lowerAt(page, from - 1) !== ','
  )
    return false;
  const next = index + 1;
  if (isTight(page, next) && (kindAt(page, next) === 'number' || /^[./:%°]$/u.test(lowerAt(page, next))))
    return !isTight(page, next + 1) && lowerAt(page, next) === '.';
  if (
    isTight(page, next) &&
    lowerAt(page, next) === ',' &&
    isTight(page, next + 1) &&
    kindAt(page, next + 1) === 'number'
  )
    return false;
  return lowerAt(page, next) !== '€' && lowerAt(page, from - 1) !== '€';
}

function wordBefore(page: Page, from: number): string {
  let at = from - 1;
  while (at > from - 3 && ['.', ':'].includes(lowerAt(page, at))) at--;
  return lowerAt(page, at);
}

/** Four digits are a postcode only behind a street: a look ahead that costs nothing where none stands. */
function couldBeForeign(page: Page, index: number): boolean {
  // A year, unless a line begins with it.
  if (/^(?:19|20)/u.test(lowerAt(page, index)) && page.cell[index] !== 1) return false;
  return (page.cell[index] === 1 || isSeparator(lowerAt(page, index - 1))) && isCapital(page, index + 1);
}

const LANDS = new Set(
  'frankreich luxemburg österreich schweiz belgien niederlande polen italien france luxembourg spanien dänemark tschechien'.split(
    ' ',
  ),
);

/** `57200 Sarreguemines, Frankreich`: a country behind the place, on the line or the next one. */
function namesCountry(page: Page, index: number): boolean {
  for (let at = index + 2; at < index + 6; at++)
    if (LANDS.has(lowerAt(page, at))) return page.gap[at] !== GAP.blank;
  return false;
}

/** The place behind the digits, perhaps in the next line or behind the two letters of a Dutch postcode. */
function nameIndex(page: Page, index: number): number {
  let at = index + 1;
  if (lowerAt(page, at) === ',' && isCapital(page, at + 1) && !isTight(page, at + 1)) at++;
  if (
    /^[A-Z]{2}$/u.test(page.words[at]?.text ?? '') &&
    goesOn(page, at) &&
    isCapital(page, at + 1) &&
    goesOn(page, at + 1)
  )
    at++;
  if (goesOn(page, at)) return at;
  return page.gap[at] === GAP.line && isTown(page, at) && isCapital(page, at) ? at : page.words.length;
}

/** Behind four digits only a word that looks like a town: they are more often a page (`NJW 2016, 2504 Rn. 33`). */
function isPlainName(page: Page, index: number): boolean {
  return (
    isCapital(page, index) && lowerAt(page, index).length > 3 && (flagsAt(page, index) & WORD.noun) === 0
  );
}

function lineEnds(page: Page, index: number): boolean {
  return (
    endsBefore(page, index) ||
    [',', ';', '·', ')', '|', '.', '(', '•', '–', '-', '/'].includes(lowerAt(page, index))
  );
}
