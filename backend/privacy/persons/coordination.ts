import type { Found } from './found.ts';
import { nameAt } from './grammar.ts';
import { COMMON, GIVEN, NAMED, PLACE, type Reading, SHAPE, is, isRole, joined, mayName } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { particlesEnd } from './particles.ts';
import { isDegree } from './roles.ts';
import { ABBREVIATION, BRAND, STOP, isBody } from './stops.ts';
import type { Words } from './words.ts';

const BETWEEN = new Set(['und', 'sowie', 'oder', 'u', '&', ',', '/']);
const BOUND = /^(?:[,;:.()/|]|und|sowie|oder|u)$/u;
/** Longer nouns are hardly surnames. */
const MAX_NOUN = 10;

/**
 * Words beside a person in a list: unknown ones (`Dahler und Mohrbacher`) and, among bare surnames, common nouns too
 * (`Stolz, Frost, Sperling und Kern`).
 */
export function coordinated(reading: Reading, words: Words, found: readonly Found[]): Found[] {
  const held: (Found | undefined)[] = new Array<Found | undefined>(reading.words.length + 1);
  for (const one of found)
    if (one.sure > 1 || is(reading, one.name.from, GIVEN)) held.fill(one, one.name.from, one.name.to);
  const more: Found[] = [];
  for (let index = 1; index + 1 < reading.words.length; index++)
    if (isBetween(reading, index)) take(index + 1, index - 1);
  for (let index = reading.words.length - 2; index > 1; index--)
    if (isBetween(reading, index)) take(index - 1, index + 1);
  return more;

  function take(at: number, beside: number) {
    const neighbour = held[beside];
    if (neighbour === undefined || held[at] !== undefined) return;
    const particled =
      at > beside && particlesEnd(reading, at) > at ? nameAt(reading, words, at, 'likely') : null;
    if (particled === null && !isCandidate(reading, at)) return;
    const one =
      particled !== null && reading.words[at - 1]?.text === ','
        ? { ...entry(particled.from, particled.to, 2), name: particled }
        : listedName(reading, words, at, neighbour);
    if (one === null) return;
    more.push(one);
    held.fill(one, one.name.from, one.name.to);
  }
}

function isBetween(reading: Reading, at: number): boolean {
  return BETWEEN.has(reading.lower[at] as string) && joined(reading, at) && joined(reading, at + 1);
}

function isCandidate(reading: Reading, at: number): boolean {
  const lower = reading.lower[at] as string;
  if (!mayName(reading, at) || reading.shape[at] !== SHAPE.capital || reading.cited[at] === 1) return false;
  return (
    !isDegree(lower) &&
    !STOP.has(lower) &&
    !ABBREVIATION.has(lower) &&
    !BRAND.has(lower) &&
    !isBody(lower) &&
    !is(reading, at, WORD.function)
  );
}

function listedName(reading: Reading, words: Words, at: number, neighbour: Found): Found | null {
  const flags = reading.flags[at] as number;
  const text = reading.words[at]?.text ?? '';
  if (words.isCompound(text)) return null;
  // `Emilia und Leon`: given names, though one is a place, too.
  if ((flags & GIVEN) !== 0 && (flags & COMMON) === 0 && reading.shape[at + 1] !== SHAPE.capital)
    return {
      ...entry(at, at + 1, 1),
      name: { from: at, to: at + 1, given: [at, at + 1], surname: [at + 1, at + 1] },
    };
  if (neighbour.sure === 1) return null;
  const alone = isBound(reading, at - 1, at) && isBound(reading, at + 1, at + 1);
  const beside = reading.words[at - 1]?.text !== 'und' && reading.words[at + 1]?.text !== 'und';
  if ((flags & (COMMON | PLACE)) === 0 && !isRole(reading, at)) {
    // Beside a comma only a word that stands alone between two.
    if (beside && !alone) return null;
    const name = nameAt(reading, words, at, 'likely');
    return name === null || name.to - name.from > 2
      ? null
      : entry(name.from, name.to, (flags & NAMED) !== 0 || alone ? 2 : 1);
  }
  const bare =
    neighbour.name.to - neighbour.name.from === 1 &&
    neighbour.rule !== 'salutation' &&
    neighbour.rule !== 'greeting';
  const noun = (flags & WORD.surname) !== 0 || ((flags & PLACE) === 0 && text.length <= MAX_NOUN);
  // `Schramm und Kara mit …`: two surnames side by side.
  const pair =
    !beside &&
    bare &&
    (flags & WORD.surname) !== 0 &&
    (reading.words[at - 1]?.text !== 'und' || reading.shape[at + 1] !== SHAPE.capital) &&
    neighbour.rule !== 'coordination' &&
    !is(reading, at - 2, GIVEN);
  if (pair && (flags & (WORD.adjective | WORD.verb)) === 0) return entry(at, at + 1, 2);
  return bare &&
    alone &&
    noun &&
    isBound(reading, neighbour.name.to, neighbour.name.to) &&
    (!isRole(reading, at) || !beside)
    ? entry(at, at + 1, 2)
    : null;
}

/** Whether the list's item ends here: a separator, or the end of the line. */
function isBound(reading: Reading, at: number, edge: number): boolean {
  if (at < 0 || at >= reading.words.length || !joined(reading, edge)) return true;
  return BOUND.test(reading.lower[at] as string) || !joined(reading, at);
}

function entry(from: number, to: number, sure: 1 | 2): Found {
  return {
    name: { from, to, given: [from, to - 1], surname: [to - 1, to] },
    rule: 'coordination',
    sure,
    gender: null,
    plural: false,
  };
}
