import { WORD } from '../lexicon/lexicon.ts';
import { followsPerson, isLivingWord, type Living, livingAround } from './cues.ts';
import type { Hit } from './hit.ts';
import { behindFlat, houseNumberAt } from './house-number.ts';
import { otherStreetAt } from './other-streets.ts';
import {
  endsBefore,
  flagsAt,
  goesOn,
  isCapital,
  isTight,
  isTown,
  kindAt,
  lowerAt,
  type Page,
} from './page.ts';
import { isNumberedThing } from './plain-words.ts';
import { isLeadingPreposition, namedStreetAt, phraseStreetAt, type StreetShape } from './street-shapes.ts';
import { isRoad } from './suffixes.ts';

/** Streets that are known by their own words: a name with a number, a name where somebody lives, squares, post boxes. */
export function streetsByName(page: Page): Hit[] {
  const hits: Hit[] = [];
  const add = (hit: Hit | null) => {
    if (hit !== null) hits.push(hit);
  };
  for (let index = 0; index < page.words.length; index++) {
    if (kindAt(page, index) !== 'word') continue;
    const lower = lowerAt(page, index);
    if (isLeadingPreposition(lower)) add(phraseHit(page, index));
    else add(namedHit(page, index));
    if (isLivingWord(lower)) add(livedHit(page, index));
    add(otherStreetAt(page, index));
  }
  return hits;
}

function hitOf(page: Page, shape: StreetShape, rule: string, living: Living | null): Hit {
  const to = shape.numbered === null ? shape.to : behindFlat(page, shape.numbered);
  return {
    kind: 'street',
    from: shape.from,
    to,
    rule,
    weight: shape.numbered === null ? 1 : 2,
    lived: living === 'lives',
  };
}

function namedHit(page: Page, index: number): Hit | null {
  const shape = namedStreetAt(page, index);
  if (shape === null) return null;
  const living = livingAround(page, shape.from, shape.numbered ?? shape.to);
  if (shape.numbered === null) return livedWithoutNumber(page, shape, index, living);
  if (isYear(page, shape.to)) return null;
  if (shape.form === 'weak' || isRoad(lowerAt(page, index)))
    return living !== null || followsPerson(page, shape.from)
      ? hitOf(page, shape, 'street-weak', living)
      : null;
  return hitOf(page, shape, 'street-number', living);
}

/** Ends that only streets have; `Steinweg` is a surname as well and needs a small word before it. */
const PLAIN = /(?:straße|strasse|str|gasse|allee|chaussee|promenade)$/u;
const LEADS = new Set('der dem den am im zum zur beim vom in an'.split(' '));

/** `wohnt in der Schillerstraße` */
function livedWithoutNumber(
  page: Page,
  shape: StreetShape,
  index: number,
  living: Living | null,
): Hit | null {
  if (shape.form !== 'strong' || !isCapital(page, shape.from)) return null;
  if ((living === null || living === 'object') && !comesFrom(page, shape.from)) return null;
  if (!PLAIN.test(lowerAt(page, index)) && !LEADS.has(lowerAt(page, shape.from - 1))) return null;
  return hitOf(page, shape, 'street-lived-in', living);
}

/** `Frau Klein aus der Gartenstraße` */
function comesFrom(page: Page, index: number): boolean {
  return (
    lowerAt(page, index - 1) === 'der' && lowerAt(page, index - 2) === 'aus' && followsPerson(page, index - 2)
  );
}

/** `Ausbau der Hauptstraße 2026`: a year and no house. */
function isYear(page: Page, index: number): boolean {
  return /^(?:19|20)\d\d$/u.test(lowerAt(page, index));
}

function phraseHit(page: Page, index: number): Hit | null {
  const capital = isCapital(page, index);
  const shape = phraseStreetAt(page, index, false) ?? (capital ? null : phraseStreetAt(page, index, true));
  if (capital) {
    if (shape === null || shape.numbered === null || isYear(page, shape.to)) return null;
    const living = livingAround(page, shape.from, shape.numbered);
    return living !== null || standsAlone(page, shape) ? hitOf(page, shape, 'street-phrase', living) : null;
  }
  const small = (shape?.numbered ?? null) === null ? phraseStreetAt(page, index, true) : shape;
  if (small === null || small.numbered === null || isYear(page, small.to)) return null;
  const name = small.to - 1;
  if (isNumberedThing(lowerAt(page, name)) || isLeadingPreposition(lowerAt(page, name))) return null;
  // „zur Einbürgerung der 148“: an article is no name.
  if ((flagsAt(page, name) & WORD.function) !== 0) return null;
  const living = livingAround(page, small.from, small.numbered);
  if (small.to - small.from > 4 || living === null) return null;
  // „in der Hauptstraße 3“: its own name is enough.
  const last = lowerAt(page, small.to - 1) === '.' ? small.to - 2 : small.to - 1;
  if (namedStreetAt(page, last)?.form === 'strong') return null;
  return hitOf(page, small, 'street-lived-in', living);
}

/** A capital inside of a sentence is one of a name; at its beginning the words behind must not go on with it. */
function standsAlone(page: Page, shape: StreetShape): boolean {
  const { from, numbered } = shape;
  const before = lowerAt(page, from - 1);
  const inside = goesOn(page, from) && (kindAt(page, from - 1) === 'word' || before === ',');
  const end = numbered ?? shape.to;
  const next = lowerAt(page, end);
  const closed = endsBefore(page, end) || [',', ';', ')', '·', '•', '–', '(', '/'].includes(next);
  if (kindAt(page, end) === 'number' && goesOn(page, end)) return /^\d{4,5}$/u.test(next);
  if (closed) return true;
  if (next === '.') return inside || endsBefore(page, end + 1);
  if (next === 'in' && isTown(page, end + 1)) return true;
  return inside && !isCapital(page, end);
}

const SKIPPED = new Set(
  '. : , in unter der zuletzt derzeit jetzt bisher ist lautet lauten sich nun noch neu neue künftig aktuell weiterhin seit momentan nach und'.split(
    ' ',
  ),
);

/** `wohnhaft Brühl 9`: whatever stands between the word and a number. */
function livedHit(page: Page, index: number): Hit | null {
  let from = index + 1;
  while (from < index + 6 && SKIPPED.has(lowerAt(page, from)) && page.gap[from] !== 2) from++;
  let at = from;
  while (at < from + 5 && isNamePart(page, at, at === from)) at++;
  if (at === from || kindAt(page, at) !== 'number' || !goesOn(page, at)) return null;
  // „B 420“ is a road.
  if (at === from + 1 && lowerAt(page, from).length < 3) return null;
  if (isNumberedThing(lowerAt(page, at - 1)) || isYear(page, at)) return null;
  const end = houseNumberAt(page, at);
  if (end === null) return null;
  const lived = livingAround(page, from, end) === 'lives';
  return { kind: 'street', from, to: behindFlat(page, end), rule: 'street-lived-in', weight: 2, lived };
}

function isNamePart(page: Page, index: number, first: boolean): boolean {
  if (!first && !goesOn(page, index)) return false;
  if (kindAt(page, index) === 'word')
    return isCapital(page, index) || (!first && ['den', 'der', 'dem'].includes(lowerAt(page, index)));
  return !first && isTight(page, index) && ['.', '-'].includes(lowerAt(page, index));
}
