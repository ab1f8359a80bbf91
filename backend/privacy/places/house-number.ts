import { isMonth, isUnit } from './plain-words.ts';
import { goesOn, isTight, kindAt, lowerAt, type Page } from './page.ts';

const PLAIN = /^\d{1,4}[½¼¾]?$/u;
const LETTERS = /^[a-z](?:-[a-z])?$/u;
const RANGE = new Set(['-', '–', '—', '/', '+', '&', 'bis', 'u', 'und']);
const LABEL = new Set(['nr', 'no', 'hausnr', 'haus-nr', 'hausnummer', 'haus-nummer', 'hnr', 'hs-nr']);
const MAX_PARTS = 4;

/**
 * Reads a house number: `12`, `12 a-c`, `4/6`, `49–51`, `3 und 5`, `12 1/2`, `Nr. 12`, `33-01`.
 * @returns the index of the word behind it; null where none begins, also where the number counts something (`12 Uhr`), is
 *   a date or a decimal
 */
export function houseNumberAt(page: Page, index: number): number | null {
  let at = index;
  if (lowerAt(page, at) === 'haus' && ['nr', '-'].includes(lowerAt(page, at + 1)))
    at += lowerAt(page, at + 1) === '-' ? 2 : 1;
  if (LABEL.has(lowerAt(page, at))) {
    at++;
    while (['.', ':'].includes(lowerAt(page, at))) at++;
  }
  if (!isNumber(page, at)) return null;
  let end = behindLetter(page, at + 1);
  for (let part = 0; part < MAX_PARTS; part++) {
    const next = behindRange(page, end);
    if (next === null) break;
    end = next;
  }
  return counts(page, end) ? null : end;
}

function isNumber(page: Page, index: number): boolean {
  if (kindAt(page, index) !== 'number' || !PLAIN.test(lowerAt(page, index))) return false;
  const next = lowerAt(page, index + 1);
  const after = kindAt(page, index + 2);
  if (next === '.' && goesOn(page, index + 1)) {
    if (after === 'number' && goesOn(page, index + 2)) return false;
    if (isMonth(lowerAt(page, index + 2)) && goesOn(page, index + 2)) return false;
  }
  if ((next === ',' || next === ':') && isTight(page, index + 1) && isTight(page, index + 2))
    return after !== 'number' || lowerAt(page, index + 2).length > 3;
  return true;
}

/** `12a`, `12 a`, `12 a-c`; not the `a` of „u. a.“. */
function behindLetter(page: Page, index: number): number {
  const letter = lowerAt(page, index);
  if (!goesOn(page, index) || !LETTERS.test(letter)) return index;
  const abbreviation =
    lowerAt(page, index + 1) === '.' &&
    kindAt(page, index + 2) === 'word' &&
    lowerAt(page, index + 2).length < 3 &&
    goesOn(page, index + 2);
  // „7 u. 9“
  const list = letter === 'u' && !isTight(page, index) && behindRange(page, index) !== null;
  return list || (abbreviation && !isTight(page, index)) ? index : index + 1;
}

function behindRange(page: Page, index: number): number | null {
  if (!goesOn(page, index)) return null;
  if (kindAt(page, index) === 'number' && lowerAt(page, index + 1) === '/' && isTight(page, index + 1))
    return lowerAt(page, index).length === 1 && lowerAt(page, index + 2).length === 1 ? index + 3 : null;
  if (!RANGE.has(lowerAt(page, index))) return null;
  const word = kindAt(page, index) === 'word';
  const from = lowerAt(page, index) === 'u' && lowerAt(page, index + 1) === '.' ? index + 2 : index + 1;
  if (!goesOn(page, from)) return null;
  if (!word && LETTERS.test(lowerAt(page, from)) && kindAt(page, from + 1) !== 'number')
    return lowerAt(page, from + 1) === '.' && kindAt(page, from + 2) === 'word' ? null : from + 1;
  if (lowerAt(page, from).length > 3 || !isNumber(page, from)) return null;
  const end = behindLetter(page, from + 1);
  // „in der Hauptstraße 3 und 5 Zeugen“: the second number counts what stands behind it.
  const list = word && lowerAt(page, index) !== 'bis';
  return list && kindAt(page, end) === 'word' && goesOn(page, end) ? null : end;
}

/** Whether what stands behind a number says that it counts something. */
function counts(page: Page, index: number): boolean {
  return goesOn(page, index) && isUnit(lowerAt(page, index));
}

const FLOORS = new Set([
  'og',
  'ug',
  'obergeschoss',
  'obergeschoß',
  'untergeschoss',
  'stock',
  'etage',
  'stockwerk',
]);
const SIDES = new Set(['links', 'rechts', 'mitte', 'li', 're', 'vorne', 'hinten', 'vorn']);
const PARTS = new Set(
  'eg dg erdgeschoss erdgeschoß dachgeschoss dachgeschoß souterrain hinterhaus vorderhaus seitenflügel rückgebäude hinterhof einliegerwohnung'.split(
    ' ',
  ),
);
const NUMBERED = new Set(
  'wohnung whg wohneinheit wohnungsnummer appartement apartment app apt zimmer zi raum haus block aufgang eingang tür top stiege wohnungsnr wohnungs-nr'.split(
    ' ',
  ),
);

/**
 * Reads on behind a house number: `, 2. OG links`, `, Whg. 5`, `Hinterhaus`, `, Haus B`.
 * @returns the index of the word behind; the given one where nothing of the kind stands there
 */
export function behindFlat(page: Page, index: number): number {
  let end = index;
  for (let part = 0; part < 3; part++) {
    const from = [',', '/', '(', '-', '–'].includes(lowerAt(page, end)) ? end + 1 : end;
    if (!goesOn(page, end) || !goesOn(page, from)) return end;
    const next = behindPart(page, from);
    if (next === null) return end;
    end = lowerAt(page, from - 1) === '(' && lowerAt(page, next) === ')' ? next + 1 : next;
  }
  return end;
}

function behindPart(page: Page, index: number): number | null {
  const word = lowerAt(page, index);
  if (kindAt(page, index) === 'number' && word.length < 3) {
    const floor = lowerAt(page, index + 1) === '.' ? index + 2 : index + 1;
    return FLOORS.has(lowerAt(page, floor)) && goesOn(page, floor) ? behindSide(page, floor + 1) : null;
  }
  if (PARTS.has(word)) return behindSide(page, index + 1);
  if (!NUMBERED.has(word)) return null;
  let at = index + 1;
  while (['.', 'nr', ':'].includes(lowerAt(page, at)) && goesOn(page, at)) at++;
  if (!goesOn(page, at)) return null;
  if (kindAt(page, at) === 'number' && lowerAt(page, at).length < 5) return behindLetter(page, at + 1);
  return /^[a-z]$/u.test(lowerAt(page, at)) ? at + 1 : null;
}

function behindSide(page: Page, index: number): number {
  if (!goesOn(page, index)) return index;
  const at = lowerAt(page, index) === ',' ? index + 1 : index;
  if (!SIDES.has(lowerAt(page, at)) || !goesOn(page, at)) return index;
  return at + 1;
}
