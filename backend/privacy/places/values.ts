import { WORD } from '../lexicon/lexicon.ts';
import { isPersonCue } from './cues.ts';
import type { Hit } from './hit.ts';
import { behindFlat, houseNumberAt } from './house-number.ts';
import { labelOf } from './label-words.ts';
import { flagsAt, GAP, isCapital, isTown, kindAt, lowerAt, type Page } from './page.ts';
import { behindPlace, canBePlace } from './place-names.ts';
import { isLeadingPreposition } from './street-shapes.ts';
import { suffixOf } from './suffixes.ts';

const EMPTY = new Set(
  'unbekannt keine kein keiner ohne siehe s nicht wie entfällt dito fehlt bitte angabe angaben hier n k wird wurde ist oben unten gleiche identisch'.split(
    ' ',
  ),
);
const MAX_WORDS = 14;

/** Where the value of a label or a cell ends: with its line, its cell, or before the next label. */
function valueEnd(page: Page, index: number): number {
  let end = index;
  while (end < page.words.length && end < index + MAX_WORDS) {
    if (end > index && (page.gap[end] !== GAP.none || page.cell[end] === 1)) break;
    if (lowerAt(page, end) === '|' || lowerAt(page, end) === ';') break;
    if (end > index && labelOf(lowerAt(page, end)) !== null && announces(page, end)) break;
    end++;
  }
  return end;
}

function announces(page: Page, index: number): boolean {
  for (let at = index + 1; at < index + 5; at++) {
    if (lowerAt(page, at) === ':') return true;
    if (kindAt(page, at) === 'number' || (page.gap[at] ?? 0) !== GAP.none) return false;
  }
  return false;
}

function trimmed(page: Page, from: number, to: number): number {
  let end = to;
  while (
    end > from &&
    kindAt(page, end - 1) === 'sign' &&
    !(lowerAt(page, end - 1) === '.' && lowerAt(page, end - 2).endsWith('str'))
  )
    end--;
  return end;
}

const found = (kind: Hit['kind'], from: number, to: number): Hit => ({
  kind,
  from,
  to,
  rule: `${kind}-label`,
  weight: 2,
  lived: false,
});

/** The street that a value begins with, with its number where it has one; null where the value is empty or says why. */
export function streetPart(page: Page, index: number): Hit | null {
  const end = valueEnd(page, index);
  if (end === index || EMPTY.has(lowerAt(page, index))) return null;
  if (kindAt(page, index) === 'sign' || /^\d{5}$/u.test(lowerAt(page, index))) return null;
  for (let at = index + 1; at < end; at++) {
    const word = lowerAt(page, at);
    if (/^\d{5}$/u.test(word)) return found('street', index, trimmed(page, index, at));
    const number = kindAt(page, at) === 'number' || word === 'nr' ? houseNumberAt(page, at) : null;
    if (number !== null && !isSquare(page, index, at))
      return found('street', index, behindFlat(page, number));
    if (word === ',' && !isSquare(page, index, at - 1)) return found('street', index, at);
  }
  const last = trimmed(page, index, end);
  if (last === index || last - index > 7 || !isCapital(page, index)) return null;
  return found('street', index, last);
}

/** `C 4, 12`: the number before the comma is no house. */
function isSquare(page: Page, index: number, at: number): boolean {
  return at === index + 1 && /^[a-u]$/u.test(lowerAt(page, index)) && lowerAt(page, at + 1) === ',';
}

/** A house number alone. */
export function housePart(page: Page, index: number): Hit | null {
  const end = houseNumberAt(page, index);
  return end === null ? null : found('street', index, behindFlat(page, end));
}

/** A place with or without its postcode, or a postcode alone. */
export function placePart(page: Page, index: number): Hit | null {
  let from = index;
  if (/^[A-Z]{1,2}$/u.test(page.words[from]?.text ?? '') && lowerAt(page, from + 1) === '-') from += 2;
  if (kindAt(page, from) === 'number') {
    if (!/^\d{4,5}$/u.test(lowerAt(page, from))) return null;
    const name = lowerAt(page, from + 1) === ',' || lowerAt(page, from + 1) === '/' ? from + 2 : from + 1;
    const end =
      page.gap[name] === GAP.none && page.cell[name] === 0 && canBePlace(page, name, 'layout', true);
    return found('place', index, end ? behindPlace(page, name, 'layout') : from + 1);
  }
  if (EMPTY.has(lowerAt(page, from)) || !canBePlace(page, from, 'layout', true)) return null;
  let end = behindPlace(page, from, 'layout');
  // „Ort: 66869 Kusel“ has it before, „Ort: Kusel, 66869“ behind it.
  if (lowerAt(page, end) === ',' && /^\d{5}$/u.test(lowerAt(page, end + 1))) end += 2;
  return found('place', index, end);
}

/**
 * An address behind its label: streets and places of this line and the next ones, until an empty line or another label.
 * @param inRow whether it ends with its row of a table
 */
export function addressParts(page: Page, index: number, inRow = false): Hit[] {
  const hits: Hit[] = [];
  let at = index;
  for (let part = 0; part < 5 && at < page.words.length; part++) {
    while (
      [',', '·', ':', '|', '-', '–', '/'].includes(lowerAt(page, at)) &&
      at < index + 40 &&
      !(inRow && at > index && page.gap[at + 1] !== GAP.none)
    )
      at++;
    if (at > index && (page.gap[at] ?? 0) >= (inRow ? GAP.line : GAP.blank)) break;
    if (labelOf(lowerAt(page, at)) !== null && announces(page, at)) break;
    const hit = partAt(page, at);
    if (hit !== null) hits.push(hit);
    if (hit?.kind === 'place') break;
    at = hit === null ? pieceEnd(page, at) : hit.to;
  }
  return hits;
}

function pieceEnd(page: Page, index: number): number {
  let end = index;
  while (end < page.words.length && end < index + MAX_WORDS) {
    if (end > index && (page.gap[end] !== GAP.none || page.cell[end] === 1)) break;
    if ([',', '·', '|', ';', '•'].includes(lowerAt(page, end))) break;
    end++;
  }
  return end;
}

function partAt(page: Page, index: number): Hit | null {
  if (EMPTY.has(lowerAt(page, index))) return null;
  if (/^\d{5}$/u.test(lowerAt(page, index)) || /^[A-Z]{1,2}$/u.test(page.words[index]?.text ?? '')) {
    const place = placePart(page, index);
    if (place !== null && kindAt(page, place.to - 1) !== 'sign' && place.to - index > 1) return place;
  }
  if (kindAt(page, index) !== 'word') return null;
  const end = pieceEnd(page, index);
  for (let at = index + 1; at < end; at++) {
    const numbered = kindAt(page, at) === 'number' && !/^\d{5}$/u.test(lowerAt(page, at));
    const number = numbered ? houseNumberAt(page, at) : null;
    if (number === null || at - index > 6) continue;
    const from = streetStart(page, index, at);
    return found('street', from, behindFlat(page, number));
  }
  const last = trimmed(page, index, end);
  if (last - index > 5 || last === index || isPersonCue(page, index)) return null;
  const suffix = suffixOf(
    lowerAt(page, last - 1) === '.' ? lowerAt(page, last - 2) : lowerAt(page, last - 1),
  );
  const phrase = isCapital(page, index) && isLeadingPreposition(lowerAt(page, index)) && last - index > 1;
  const hof = ['hof', 'gut', 'haus'].includes(lowerAt(page, index)) && last - index === 2;
  if (suffix === 'strong' || (suffix === 'bare' && last - index > 1) || phrase || hof)
    return found('street', index, last);
  return isTown(page, index) &&
    (flagsAt(page, index) & WORD.function) === 0 &&
    canBePlace(page, index, 'layout', true)
    ? found('place', index, behindPlace(page, index, 'layout'))
    : null;
}

/** Without a sentence around it the street begins with the value; behind small words (`lautet`, `ist`) with its first capital. */
function streetStart(page: Page, index: number, number: number): number {
  let from = number - 1;
  while (
    from > index &&
    (isCapital(page, from - 1) || kindAt(page, from - 1) !== 'word' || isJoining(lowerAt(page, from - 1)))
  )
    from--;
  while (from < number - 1 && !isCapital(page, from) && from !== index) from++;
  while (number - from > 2 && isPersonCue(page, from)) from += 2;
  return Math.min(from, number - 1);
}

function isJoining(lower: string): boolean {
  return ['der', 'den', 'dem', 'des', 'an', 'am', 'im', 'in', 'auf', 'zum', 'zur', 'und'].includes(lower);
}
