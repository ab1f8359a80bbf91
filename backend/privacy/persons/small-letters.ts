import type { Found } from './found.ts';
import { COMMON, GAP, GIVEN, NAMED, type Reading, SHAPE, is, joined } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import type { Words } from './words.ts';

/** Who stands before a name also where nothing has a capital. */
const RELATION = new Set(
  'frau herr herrn mann sohn tochter bruder schwester vater mutter oma opa onkel tante freundin freund nachbar nachbarin kollege kollegin chef chefin neffe nichte enkel enkelin'.split(
    ' ',
  ),
);
const MAX_LINE = 3;

/** Names in texts without capitals: `hallo frau schuck`, `mein mann daniel`, a line `marlies hoffstadt`. */
export function smallLetters(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  const put = (from: number, to: number, rule: string, given: boolean) =>
    found.push({
      name: given
        ? { from, to, given: [from, to], surname: [to, to] }
        : { from, to, given: [from, to - 1], surname: [to - 1, to] },
      rule,
      sure: 2,
      gender: null,
      plural: false,
    });
  for (let index = 0; index < reading.words.length; index++) {
    if (reading.shape[index] !== SHAPE.lower || reading.closed[index] === 1) continue;
    const lower = reading.lower[index] as string;
    if (
      joined(reading, index) &&
      index > 0 &&
      reading.shape[index - 1] === SHAPE.lower &&
      RELATION.has(reading.lower[index - 1] as string)
    ) {
      const titled = /^(?:frau|herrn?)$/u.test(reading.lower[index - 1] as string);
      const two = !titled && followsSmall(reading, words, index + 1);
      if (lower.length > 2 && isSmallName(reading, words, index, titled))
        put(index, index + (two ? 2 : 1), 'small-letters', !titled && !two);
    } else if (joined(reading, index) && index > 0 && PREPOSITION.test(reading.lower[index - 1] as string)) {
      if (lower.length > 3 && isSmallName(reading, words, index, false))
        put(
          index,
          index + 1 + (followsSmall(reading, words, index + 1) ? 1 : 0),
          'small-letters',
          !followsSmall(reading, words, index + 1),
        );
    } else if (addressed(reading, index)) {
      put(index, index + 2, 'small-letters', false);
      index++;
    } else if (
      isSmallName(reading, words, index, false) &&
      lower.length > 3 &&
      followsSmall(reading, words, index + 1) &&
      !is(reading, index, WORD.area)
    ) {
      put(index, index + 2, 'small-letters', false);
      index++;
    } else if (reading.gap[index] !== GAP.none) {
      const to = smallLine(reading, index);
      if (to > index) put(index, to, 'small-letters', false);
    }
  }
  return found;
}

const PREPOSITION = /^(?:mit|bei|von|für|an)$/u;

/** The surname behind a given name in small letters. */
function followsSmall(reading: Reading, words: Words, at: number): boolean {
  if (
    at >= reading.words.length ||
    !joined(reading, at) ||
    reading.shape[at] !== SHAPE.lower ||
    reading.closed[at] === 1
  )
    return false;
  const flags = reading.flags[at] as number;
  return (
    (flags & COMMON) === 0 &&
    (flags === 0 || (flags & NAMED) !== 0) &&
    !words.isCompound(reading.words[at]?.text ?? '') &&
    (reading.lower[at] as string).length > 3
  );
}

/** `ellen arnold <…>`: two words in small letters before an address. */
function addressed(reading: Reading, at: number): boolean {
  if (
    reading.shape[at + 1] !== SHAPE.lower ||
    !joined(reading, at + 1) ||
    reading.words[at + 2]?.text !== '<'
  )
    return false;
  return is(reading, at, GIVEN) && reading.closed[at + 1] === 0;
}

function isSmallName(reading: Reading, words: Words, at: number, titled: boolean): boolean {
  const flags = reading.flags[at] as number;
  if (titled)
    return (
      ((flags & NAMED) !== 0 && (flags & COMMON) === 0) ||
      (flags === 0 && !words.isCompound(reading.words[at]?.text ?? ''))
    );
  return (flags & GIVEN) !== 0 && (flags & COMMON) === 0;
}

/** A line of a given name and one or two further words that mean nothing else. */
function smallLine(reading: Reading, from: number): number {
  if (!is(reading, from, GIVEN) || is(reading, from, COMMON)) return from;
  let to = from;
  while (to < reading.words.length && (to === from || joined(reading, to)) && to - from <= MAX_LINE) {
    const flags = reading.flags[to] as number;
    if (reading.words[to]?.kind !== 'word' || reading.closed[to] === 1) return from;
    if ((flags & (WORD.function | WORD.verb | WORD.noun)) !== 0 && (flags & NAMED) === 0) return from;
    to++;
  }
  return to - from >= 2 && to - from <= MAX_LINE ? to : from;
}
