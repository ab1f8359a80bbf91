import type { Found } from './found.ts';
import { PLACE, type Reading, is, joined, mayName, NAMED } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { STOP, isBody } from './stops.ts';
import type { Words } from './words.ts';

/** The two sides of a dispute: `Sonnenschein ./. Wolke`; bodies and towns are none. */
export function parties(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 1; index + 3 < reading.words.length; index++) {
    if (
      reading.words[index]?.text !== '.' ||
      reading.words[index + 1]?.text !== '/' ||
      reading.words[index + 2]?.text !== '.'
    )
      continue;
    for (const at of [index - 1, index + 3])
      if (isParty(reading, words, at, index))
        found.push({
          name: { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] },
          rule: 'party',
          sure: 2,
          gender: null,
          plural: false,
        });
  }
  return found;
}

function isParty(reading: Reading, words: Words, at: number, stroke: number): boolean {
  const lower = reading.lower[at] as string;
  if (!mayName(reading, at) || !joined(reading, Math.max(at, stroke)) || STOP.has(lower) || isBody(lower))
    return false;
  if (is(reading, at, NAMED)) return true;
  return !is(reading, at, PLACE | WORD.function) && !words.isCompound(reading.words[at]?.text ?? '');
}
