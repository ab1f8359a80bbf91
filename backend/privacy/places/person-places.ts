import { WORD } from '../lexicon/lexicon.ts';
import { followsPerson, isPersonCue } from './cues.ts';
import type { Hit } from './hit.ts';
import { houseNumberAt } from './house-number.ts';
import { endsBefore, flagsAt, GAP, goesOn, isCapital, isTown, kindAt, lowerAt, type Page } from './page.ts';
import { behindPlace, canBePlace } from './place-names.ts';
import { isMonth, isNumberedThing } from './plain-words.ts';

const GIVEN = WORD.givenFemale | WORD.givenMale;
const NAMES = GIVEN | WORD.surname;
const LEADS = new Set([',', '(', 'aus', 'nach', 'heute', 'jetzt', 'früher', 'zuletzt', 'derzeit']);
const CLOSES = new Set([',', ')', ';', '.', '|', '/', '–', '(']);
/** `Bitsch, Sascha – will aus Zweibrücken weg` */
const AWAY = new Set(['weg', 'fort', 'wegziehen', 'fortziehen']);
const MAX_DATE = 6;

/**
 * Places without a postcode that stand directly behind a person, or before the day that a person's letter ends or begins
 * with: `Zeuge: Scharf, Kunibert, Odenbach`, `Familie Haile aus Medard`, `Medard, den 30. Juni`.
 */
export function placesOfPersons(page: Page): Hit[] {
  const hits: Hit[] = [];
  for (let index = 0; index < page.words.length; index++) {
    if (kindAt(page, index) !== 'word') continue;
    const behind =
      LEADS.has(lowerAt(page, index - 1)) && goesOn(page, index) ? behindPerson(page, index) : null;
    const hit =
      behind ?? streetOfPerson(page, index) ?? (page.cell[index] === 1 ? beforeDay(page, index) : null);
    if (hit !== null) hits.push(hit);
  }
  return hits;
}

const place = (page: Page, index: number): Hit => ({
  kind: 'place',
  from: index,
  to: behindPlace(page, index, 'text'),
  rule: 'place-of-person',
  weight: 1,
  lived: true,
});

function behindPerson(page: Page, index: number): Hit | null {
  if (!isCapital(page, index)) return null;
  const lead = lowerAt(page, index - 1);
  const town = isTown(page, index);
  const moves = lead === 'aus' || lead === 'nach';
  if (!town && !(moves && canBePlace(page, index, 'text', true))) return null;
  if ((flagsAt(page, index) & (town ? GIVEN | WORD.noun : NAMES | WORD.noun)) !== 0) return null;
  const to = behindPlace(page, index, 'text');
  if (moves && AWAY.has(lowerAt(page, to))) return place(page, index);
  if (!moves && !endsBefore(page, to) && !CLOSES.has(lowerAt(page, to))) return null;
  return isPersonBefore(page, beforeLead(page, index - 1)) ? place(page, index) : null;
}

const MAX_HOUSE = 400;

/** `Familie Klein, Eulenkopf 4`: a name that no other word is, and a number that closes the address. */
function streetOfPerson(page: Page, index: number): Hit | null {
  const number = index + 1;
  if (lowerAt(page, index - 1) !== ',' || !goesOn(page, index) || kindAt(page, number) !== 'number')
    return null;
  const word = page.words[index]?.text ?? '';
  if (!/^\p{Lu}\p{Ll}{4}/u.test(word) || !goesOn(page, number) || Number(lowerAt(page, number)) > MAX_HOUSE)
    return null;
  if ((flagsAt(page, index) & ~WORD.town) !== 0 || isNumberedThing(lowerAt(page, index))) return null;
  const to = houseNumberAt(page, number);
  if (to === null || !(endsBefore(page, to) || [',', ')', ';'].includes(lowerAt(page, to)))) return null;
  if (!isPersonBefore(page, index - 2)) return null;
  return { kind: 'street', from: index, to, rule: 'street-of-person', weight: 1, lived: true };
}

/** Goes back over what may stand between a person and the place: a comma, `heute`, a date. */
function beforeLead(page: Page, lead: number): number {
  let at = lead;
  while (at > lead - 2 && LEADS.has(lowerAt(page, at)) && goesOn(page, at)) at--;
  const dateEnd = at;
  while (
    at > dateEnd - MAX_DATE &&
    goesOn(page, at) &&
    (kindAt(page, at) === 'number' || lowerAt(page, at) === '.')
  )
    at--;
  return at < dateEnd && lowerAt(page, at) === ',' ? at - 1 : at;
}

/** Whether the word at an index ends the name of a person: `Herr Klein`, `SCHARF, Kunibert`, `Ackermann Rainer`. */
function isPersonBefore(page: Page, index: number): boolean {
  if (kindAt(page, index) !== 'word' || !isCapital(page, index)) return false;
  const own = flagsAt(page, index);
  // A publisher's `Verlag, Stuttgart`.
  if ((own & WORD.noun) !== 0 && (own & NAMES) === 0) return false;
  if (followsPerson(page, index + 1)) return true;
  if ((own & GIVEN) === 0 || (own & WORD.town) !== 0) return false;
  const comma = lowerAt(page, index - 1) === ',' && goesOn(page, index);
  const first = comma ? index - 2 : index - 1;
  return (
    goesOn(page, first + 1) &&
    kindAt(page, first) === 'word' &&
    isCapital(page, first) &&
    (comma ? (flagsAt(page, first) & WORD.town) === 0 : (flagsAt(page, first) & WORD.surname) !== 0)
  );
}

/** `Medard, den 30. Juni` at the begin of a line, where the next one names a person and no office. */
function beforeDay(page: Page, index: number): Hit | null {
  if (!isTown(page, index) || !isCapital(page, index)) return null;
  const comma = behindPlace(page, index, 'layout');
  if (lowerAt(page, comma) !== ',' || !goesOn(page, comma)) return null;
  let at = comma + 1;
  if (['den', 'der', 'am', 'im'].includes(lowerAt(page, at))) at++;
  const dated = kindAt(page, at) === 'number' || isMonth(lowerAt(page, at));
  if (!dated) return null;
  const line = at;
  while (at < line + MAX_DATE + 2 && at < page.words.length && page.gap[at] === GAP.none) at++;
  return page.gap[at] !== GAP.none && isSigned(page, at) ? place(page, index) : null;
}

/** A given name and another name, alone on their line. */
function isSigned(page: Page, index: number): boolean {
  const next = index + 1;
  return (
    (flagsAt(page, index) & GIVEN) !== 0 &&
    isPersonCue(page, index) &&
    goesOn(page, next) &&
    (endsBefore(page, next + 1) || (isCapital(page, next + 1) && endsBefore(page, next + 2)))
  );
}
