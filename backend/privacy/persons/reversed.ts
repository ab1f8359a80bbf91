import { type Name, initialEnd } from './grammar.ts';
import { particlesEnd } from './particles.ts';
import { COMMON, GAP, GIVEN, NAMED, type Reading, SHAPE, is, joined, mayName } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { behindTitles } from './salutations.ts';
import { STOP } from './stops.ts';
import type { Words } from './words.ts';

const CLOSING = new Set([
  ';',
  '(',
  ')',
  '|',
  ',',
  '.',
  '/',
  '-',
  '–',
  ':',
  'geb',
  'geboren',
  'geborene',
  '<',
  '*',
  '†',
  '"',
  '“',
  '”',
]);
const MAX_GIVEN = 4;

/**
 * `Müller, Lena-Sophie`, `MÜLLER, Lena`, `von Hagen, Reinhold`, `DE LA CRUZ, Inés`: a list's form; in a running sentence
 * two words beside a comma are no name.
 * @param told whether the place says that a name stands here (a label, a column)
 */
export function reversedAt(reading: Reading, words: Words, from: number, told: boolean): Name | null {
  const surname = particlesEnd(reading, from);
  if (!mayName(reading, surname)) return null;
  if (STOP.has(reading.lower[surname] as string) && !(told && is(reading, surname, WORD.surname)))
    return null;
  const comma = surname + 1;
  if (reading.words[comma]?.text !== ',' || !joined(reading, comma) || comma + 1 >= reading.words.length)
    return null;
  const given = behindTitles(reading, comma + 1);
  if (!joined(reading, given)) return null;
  const upper = reading.shape[surname] === SHAPE.upper;
  const born = bornBehind(reading, given);
  const end = givenEnd(reading, words, given, upper || born ? 'any' : told ? 'strange' : 'known');
  if (end === given || !closes(reading, end)) return null;
  if (!fitsReversed(reading, words, { from, surname, given, end }, told)) return null;
  return { from, to: end, given: [given, end], surname: [from, surname + 1] };
}

/** @param which whether given names must be known, may be unknown words, or surnames of other lists as well */
function givenEnd(reading: Reading, words: Words, from: number, which: 'known' | 'strange' | 'any'): number {
  let end = from;
  while (end < from + MAX_GIVEN && end < reading.words.length && (end === from || joined(reading, end))) {
    const initial = initialEnd(reading, end);
    if (initial > end) {
      end = initial;
      continue;
    }
    const flags = reading.flags[end] as number;
    const strange =
      which !== 'known' &&
      (flags === 0 || (which === 'any' && (flags & NAMED) !== 0 && (flags & COMMON) === 0)) &&
      !words.isCompound(reading.words[end]?.text ?? '') &&
      reading.shape[end] === SHAPE.capital;
    if (
      !mayName(reading, end) ||
      !(is(reading, end, GIVEN) || strange) ||
      STOP.has(reading.lower[end] as string)
    )
      break;
    end++;
  }
  return end;
}

/** `Hartenstein, Dörthe (geb. …`, `Hartenstein, Dörthe, 3.4.1970` */
function bornBehind(reading: Reading, given: number): boolean {
  for (let at = given + 1; at < given + 5; at++)
    if (reading.lower[at] === 'geb' || reading.lower[at] === 'geboren') return true;
  return false;
}

function closes(reading: Reading, end: number): boolean {
  return (
    end >= reading.words.length ||
    !joined(reading, end) ||
    CLOSING.has(reading.lower[end] as string) ||
    reading.words[end]?.kind === 'number' ||
    reading.closed[end] === 1
  );
}

function fitsReversed(
  reading: Reading,
  words: Words,
  { from, surname, given, end }: { from: number; surname: number; given: number; end: number },
  told: boolean,
): boolean {
  const flags = reading.flags[surname] as number;
  const first = reading.flags[given] as number;
  const isSurname = (flags & WORD.surname) !== 0;
  const listed = reading.opens[from] === 1 || told;
  const particle = surname > from;
  const strange = flags === 0 && !words.isCompound(reading.words[surname]?.text ?? '');
  if ((flags & WORD.function) !== 0 && !isSurname) return false;
  if (reading.shape[given] === SHAPE.initial)
    return (isSurname && ((flags & COMMON) === 0 || told)) || ((strange || particle) && listed);
  if ((first & GIVEN) === 0)
    return (
      listed &&
      (isSurname ||
        strange ||
        particle ||
        is(reading, surname, WORD.town) ||
        reading.shape[surname] === SHAPE.upper)
    );
  // `Klein, Peter, Groß` lists surnames; `Anna, Peter, Paul` given names.
  const several = reading.words[end]?.text === ',' && end - given === 1;
  if (several && (first & WORD.surname) !== 0) return false;
  if (reading.shape[surname] === SHAPE.upper && reading.shape[given] !== SHAPE.upper) return true;
  if ((first & COMMON) !== 0 && !listed) return false;
  if ((flags & GIVEN) !== 0 && !isSurname) return false;
  if ((flags & GIVEN) !== 0 && several && !told) return false;
  if (particle) return true;
  if (isSurname) return (flags & COMMON) === 0 || listed;
  if (strange || (flags & WORD.town) !== 0) return listed && (told || !several);
  // „Froh, Bilal |“: any word, where a row or the line's end closes the name.
  const cell = reading.lower[from - 1] === '|' || reading.gap[from] === GAP.column;
  const clean = (first & COMMON) === 0 || cell;
  const row =
    end >= reading.words.length || !joined(reading, end) || /^[|(]$/u.test(reading.lower[end] as string);
  return listed && clean && row && (told || cell);
}
