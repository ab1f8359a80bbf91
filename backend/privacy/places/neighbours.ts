import { WORD } from '../lexicon/lexicon.ts';
import type { Hit } from './hit.ts';
import { behindFlat, houseNumberAt } from './house-number.ts';
import { endsBefore, flagsAt, GAP, goesOn, isCapital, isTown, kindAt, lowerAt, type Page } from './page.ts';
import { behindPlace, canBePlace, isDistrict } from './place-names.ts';
import { isNumberedThing } from './plain-words.ts';
import { isNumberLabel } from './streets-before.ts';

/** What a town in small letters, or one that nothing joins to its street, must not be as well. */
const WORDS = WORD.noun | WORD.verb | WORD.adjective | WORD.function;

/** Places without a postcode beside a street with its number: `Hauptstraße 3, Kusel`, `in Kusel, Hauptstraße 3`. */
export function placesBesideStreets(page: Page, hits: readonly Hit[]): Hit[] {
  const places: Hit[] = [];
  for (const [index, hit] of hits.entries()) {
    if (hit.kind !== 'street' || !hasNumber(page, hit)) continue;
    const next = hits[index + 1];
    if (next !== undefined && next.kind === 'place' && next.from - hit.to < 4) continue;
    const place = behind(page, hit.to, !isCapital(page, hit.from)) ?? before(page, hit.from);
    if (place !== null) places.push(place);
  }
  for (const hit of hits) {
    const town = inNextCell(page, hit);
    if (town !== null) places.push(town);
  }
  return places;
}

/** `67744 | Medard`: the postcode has a cell of its own. */
function inNextCell(page: Page, { kind, from, to }: Hit): Hit | null {
  const alone = kind === 'place' && to === from + 1 && kindAt(page, from) === 'number';
  if (!alone || !['|', ';'].includes(lowerAt(page, to))) return null;
  const town = isTown(page, to + 1) && isCapital(page, to + 1) && goesOn(page, to + 1);
  return town ? place(to + 1, behindPlace(page, to + 1, 'text')) : null;
}

/** Streets that only the postcode before them gives away: `66869 Kusel, Brühl 7`. */
export function streetsBehindPlaces(page: Page, places: readonly Hit[]): Hit[] {
  const streets: Hit[] = [];
  for (const { kind, rule, to } of places) {
    if (kind !== 'place' || rule !== 'postcode-place' || lowerAt(page, to) !== ',' || !goesOn(page, to))
      continue;
    const from = to + 1;
    let at = from;
    while (at < from + 4 && goesOn(page, at) && isStreetWord(page, at, at === from)) at++;
    const end = at > from && goesOn(page, at) ? houseNumberAt(page, at) : null;
    if (end === null || isNumberedThing(lowerAt(page, at - 1)) || isNumberLabel(lowerAt(page, at - 1)))
      continue;
    if (lowerAt(page, at - 1).length < 3) continue;
    streets.push({
      kind: 'street',
      from,
      to: behindFlat(page, end),
      rule: 'street-behind-place',
      weight: 2,
      lived: false,
    });
  }
  return streets;
}

function isStreetWord(page: Page, index: number, first: boolean): boolean {
  return isCapital(page, index) || (!first && ['der', 'den', 'dem'].includes(lowerAt(page, index)));
}

function hasNumber(page: Page, hit: Hit): boolean {
  for (let at = hit.from; at < hit.to; at++) if (kindAt(page, at) === 'number') return true;
  return false;
}

const place = (from: number, to: number): Hit => ({
  kind: 'place',
  from,
  to,
  rule: 'place-beside-street',
  weight: 1,
  lived: false,
});

/** @param small whether the street is written in small letters, so that its town may be, too */
function behind(page: Page, index: number, small: boolean): Hit | null {
  const joint = [',', 'in', '(', '·', '|', '–', '-', '/'].includes(lowerAt(page, index));
  const at = joint ? index + 1 : index;
  if (isDistrict(lowerAt(page, at)) && isCapital(page, at + 1) && goesOn(page, at + 1))
    return place(at, behindPlace(page, at + 1, 'text'));
  if (!isTown(page, at) || !canBePlace(page, at, 'text', true)) return null;
  if (!isCapital(page, at) && !(small && (flagsAt(page, at) & WORDS) === 0)) return null;
  const end = behindPlace(page, at, 'text');
  if (joint && goesOn(page, at)) return place(at, end);
  // `Bergstr. 7 Medard`: only where nothing goes on.
  const closes = endsBefore(page, end) || [',', ')', ';', '.'].includes(lowerAt(page, end));
  if (goesOn(page, at) && closes && (flagsAt(page, at) & WORDS) === 0) return place(at, end);
  // The line below, when nothing else stands in it.
  return page.gap[at] === GAP.line && endsBefore(page, end) ? place(at, end) : null;
}

function before(page: Page, index: number): Hit | null {
  const joint = lowerAt(page, index - 1);
  if (joint !== ',' || !goesOn(page, index - 1)) return null;
  const at = index - 2;
  if (!isTown(page, at) || !isCapital(page, at) || !canBePlace(page, at, 'text', true)) return null;
  // „Klein, Hauptstraße 3“: a surname that is a town as well stands behind a given name or a form of address.
  const lead = lowerAt(page, at - 1);
  return lead === 'in' || lead === 'aus' || lead === 'nach' || lead === ',' ? place(at, index - 1) : null;
}
