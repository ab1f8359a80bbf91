import type { Found } from './found.ts';
import { type Name, nameAt } from './grammar.ts';
import { COMMON, GIVEN, NAMED, PLACE, type Reading, SHAPE, is, joined, isRole } from './reading.ts';
import { NAMING_DEGREE, SALUTATION, genderOfRole, isKin, isRank } from './roles.ts';
import { AND, behindTitles, following } from './salutations.ts';
import { ABBREVIATION } from './stops.ts';
import { WORD } from '../lexicon/lexicon.ts';
import type { Words } from './words.ts';

/** `Dr. med. Weber`, `Prof. Klein` */
export function degrees(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    const lower = reading.lower[index] as string;
    if (
      !NAMING_DEGREE.has(lower) ||
      reading.closed[index] === 1 ||
      (reading.shape[index] === SHAPE.lower && lower !== 'dr' && lower !== 'prof')
    )
      continue;
    if (lower.length < 4 && reading.words[index + 1]?.text !== '.' && lower !== 'dr' && lower !== 'ra')
      continue;
    const start = behindTitles(reading, index + 1);
    const abbreviated =
      lower !== 'professor' &&
      lower !== 'professorin' &&
      lower !== 'doktor' &&
      lower !== 'ra' &&
      lower !== 'rain';
    const name = nameAt(reading, words, start, abbreviated ? 'told' : 'likely');
    if (name === null) continue;
    found.push({ name, rule: 'degree', sure: 3, gender: genderOfRole(lower), plural: false });
    const others = lower === 'dres' ? series(reading, words, name.to) : [];
    for (const other of others)
      found.push({ name: other, rule: 'degree', sure: 3, gender: null, plural: false });
    index = Math.max(index, (others.at(-1) ?? name).to - 1);
  }
  return found;
}

/** Behind `Dres.` every name of the series, whatever its words mean. */
function series(reading: Reading, words: Words, from: number): Name[] {
  const names: Name[] = [];
  let at = from;
  while (AND.has(reading.lower[at] ?? '') && joined(reading, at) && joined(reading, at + 1)) {
    const name = nameAt(reading, words, behindTitles(reading, at + 1), 'told');
    if (name === null) break;
    names.push(name);
    at = name.to;
  }
  return names;
}

/** Plural and general forms, which a name does not follow. */
const NOT_NAMING = /(?:innen|ern|schaft)$/u;

/** `Bürgermeisterin Anna Klein`, `der Zeuge Bauer`, `Vater: Peter` */
export function offices(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    const lower = reading.lower[index] as string;
    const shape = reading.shape[index];
    if (
      (shape !== SHAPE.capital && shape !== SHAPE.upper) ||
      !(isRole(reading, index) || (shape === SHAPE.upper && isRank(lower))) ||
      NOT_NAMING.test(lower)
    )
      continue;
    let start = index + 1;
    // `Bürgermeister a. D. Klein`, `Richter am Amtsgericht Dr. Klein`
    start = behindOffice(reading, start);
    start = behindTitles(reading, start);
    if (linked(reading, start)) start++;
    if (
      start >= reading.words.length ||
      !joined(reading, start) ||
      SALUTATION.has(reading.lower[start] as string)
    )
      continue;
    if (!carriesName(reading, words, start)) continue;
    const name = nameAt(reading, words, start, 'likely');
    if (name === null) continue;
    found.push({
      name: isKin(lower) ? asGiven(reading, name) : name,
      rule: 'office',
      sure: 2,
      gender: genderOfRole(lower),
      plural: false,
    });
    for (const other of following(reading, words, name.to, 'none'))
      found.push({ name: other, rule: 'office', sure: 2, gender: null, plural: false });
    index = Math.max(index, name.to - 1);
  }
  return found;
}

/** `Ihr Sohn Lukas`: behind a relation a name that can be a given one is one. */
function asGiven(reading: Reading, name: Name): Name {
  const sole = name.to - name.from === 1 && is(reading, name.from, GIVEN);
  return sole ? { ...name, given: [name.from, name.to], surname: [name.to, name.to] } : name;
}

/** `Dolmetscherin ist Hodan` */
function linked(reading: Reading, at: number): boolean {
  return (
    /^(?:ist|war|heißt|heisst)$/u.test(reading.lower[at] ?? '') &&
    joined(reading, at) &&
    reading.shape[at + 1] === SHAPE.capital &&
    !is(reading, at + 1, COMMON | PLACE)
  );
}

function behindOffice(reading: Reading, from: number): number {
  if (reading.lower[from] === 'a' && reading.lower[from + 1] === '.' && reading.lower[from + 2] === 'd')
    return reading.lower[from + 3] === '.' ? from + 4 : from + 3;
  if (reading.lower[from] === 'am' || reading.lower[from] === 'beim') {
    let at = from + 1;
    while (
      at < from + 5 &&
      (/gericht/u.test(reading.lower[at] ?? '') ||
        (at > from + 1 && is(reading, at, PLACE) && !is(reading, at, NAMED)))
    )
      at++;
    return at > from + 1 ? at : from;
  }
  return from;
}

/** Behind an office stands a name only where the word is one, or none that we know. */
function carriesName(reading: Reading, words: Words, at: number): boolean {
  if (ABBREVIATION.has(reading.lower[at] as string)) return false;
  const flags = reading.flags[at] as number;
  if (reading.shape[at] === SHAPE.initial) return true;
  if ((flags & WORD.function) !== 0) return false;
  // `Richter Richter` and `Rechtsanwalt König` are persons, `Vorsitzender Richter` is an office.
  if (
    isRole(reading, at) &&
    /(?:vorsitzende[nr]?|beisitzende[nr]?|ehrenamtliche[nr]?)$/u.test(reading.lower[at - 1] ?? '')
  )
    return false;
  if ((flags & NAMED) !== 0) {
    if ((flags & PLACE) !== 0 && (flags & (WORD.givenFemale | WORD.givenMale)) === 0) return true;
    return true;
  }
  if (flags === 0) return !words.isCompound(reading.words[at]?.text ?? '');
  return (flags & COMMON) === 0 && (flags & PLACE) === 0;
}
