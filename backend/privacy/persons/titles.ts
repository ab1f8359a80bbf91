import type { Found } from './found.ts';
import { nameAt } from './grammar.ts';
import { COMMON, NAMED, PLACE, type Reading, SHAPE, is, joined, isRole } from './reading.ts';
import { NAMING_DEGREE, SALUTATION, genderOfRole, isRank } from './roles.ts';
import { behindTitles, following } from './salutations.ts';
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
    index = Math.max(index, name.to - 1);
  }
  return found;
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
      name,
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
  const flags = reading.flags[at] as number;
  if (reading.shape[at] === SHAPE.initial) return true;
  if ((flags & WORD.function) !== 0) return false;
  if ((flags & NAMED) !== 0) {
    if ((flags & PLACE) !== 0 && (flags & (WORD.givenFemale | WORD.givenMale)) === 0) return true;
    return true;
  }
  if (flags === 0) return !words.isCompound(reading.words[at]?.text ?? '');
  return (flags & COMMON) === 0 && (flags & PLACE) === 0;
}
