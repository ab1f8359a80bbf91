import { COMMON, GIVEN, NAMED, PLACE, type Reading, SHAPE, is, joined, mayName, isRole } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { SALUTATION, isDegree } from './roles.ts';
import { isParticle, isSureParticle, particlesEnd } from './particles.ts';
import { STOP, isBody } from './stops.ts';
import type { Words } from './words.ts';

/** Places of words, the end not included. */
export type Range = readonly [from: number, to: number];

/** A name as it stands in a reading; an empty range where it has no such part. */
export interface Name {
  from: number;
  to: number;
  given: Range;
  surname: Range;
}

/**
 * How much the place itself says that a name begins: behind `Herr` everything is one; behind an office or a label most
 * words are; elsewhere the words themselves must say it.
 */
export type Trust = 'told' | 'likely' | 'none';

const MAX_PARTS = 7;
/** Nouns for grounds and seasons, which are surnames behind a salutation. */
export const GROUND = new Set(
  'damm ring ufer gasse weg platz allee herbst haus raum zimmer kreis land bund punkt woche'.split(' '),
);
const ROMAN = /^(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI)$/u;

interface Part {
  from: number;
  to: number;
  kind: 'word' | 'initial' | 'particle' | 'numeral';
}

/**
 * Reads the name that begins at a place.
 * @returns null where none does
 */
export function nameAt(reading: Reading, words: Words, from: number, trust: Trust): Name | null {
  const parts: Part[] = [];
  let at = from;
  while (parts.length < MAX_PARTS && at < reading.words.length) {
    if (at > from && !joined(reading, at)) break;
    // The office in the line below a name is none of it.
    if (at > from && isRole(reading, at) && !is(reading, at, NAMED) && beginsLine(reading, at)) break;
    const part = partAt(reading, words, at, parts, trust);
    if (part === null) break;
    parts.push(part);
    at = part.to;
  }
  while (parts.length > 0 && (parts.at(-1) as Part).kind === 'particle') parts.pop();
  return parts.some(({ kind }) => kind !== 'initial' && kind !== 'numeral') ||
    (trust === 'told' && parts.length > 0)
    ? arranged(reading, parts)
    : null;
}

/** Also where a line that was wrapped goes on. */
function beginsLine({ text, words }: Reading, at: number): boolean {
  return text.slice(words[at - 1]?.end, words[at]?.start).includes('\n');
}

function partAt(
  reading: Reading,
  words: Words,
  at: number,
  parts: readonly Part[],
  trust: Trust,
): Part | null {
  const before = parts.at(-1);
  if (reading.closed[at] === 1) return null;
  const initial = initialEnd(reading, at);
  if (initial > at) {
    const next = reading.words[initial];
    const goesOn =
      next !== undefined &&
      joined(reading, initial) &&
      (mayName(reading, initial) ||
        initialEnd(reading, initial) > initial ||
        isParticle(next.text) ||
        particlesEnd(reading, initial) > initial);
    // `Nico G.` and `Herr M.` hide the rest of a name.
    if (goesOn || before?.kind === 'word' || trust === 'told')
      return { from: at, to: initial, kind: 'initial' };
    return null;
  }
  const text = reading.words[at]?.text ?? '';
  if (before?.kind === 'word' && ROMAN.test(text) && is(reading, before.from, GIVEN))
    return {
      from: at,
      to: reading.words[at + 1]?.text === '.' && joined(reading, at + 1) ? at + 2 : at + 1,
      kind: 'numeral',
    };
  if (before?.kind !== 'particle') {
    const end = particlesEnd(reading, at);
    if (end > at && fitsParticle(reading, at, end, parts, trust))
      return { from: at, to: end, kind: 'particle' };
    if (end > at && reading.shape[at] === SHAPE.lower) return null;
  }
  if (!mayName(reading, at)) {
    // `Herr X`
    if (trust === 'told' && parts.length === 0 && reading.shape[at] === SHAPE.initial)
      return { from: at, to: at + 1, kind: 'initial' };
    return null;
  }
  const lower = reading.lower[at] as string;
  if (STOP.has(lower) && !stopsNot(reading, at, parts, trust)) return null;
  if (isDegree(lower) && parts.length === 0) return null;
  return fits(reading, words, at, parts, trust) ? { from: at, to: at + 1, kind: 'word' } : null;
}

/** `Herr August`, `Jana Mai`: months and the like where a name must go on. */
function stopsNot(reading: Reading, at: number, parts: readonly Part[], trust: Trust): boolean {
  const before = parts.at(-1);
  // `Familie Damm`, `Frau Ring`
  if (
    before === undefined &&
    trust === 'told' &&
    joined(reading, at) &&
    is(reading, at, WORD.noun) &&
    SALUTATION.has(reading.lower[at - 1] ?? '') &&
    GROUND.has(reading.lower[at] as string)
  )
    return true;
  if (!is(reading, at, NAMED)) return false;
  if (before === undefined) return trust === 'told' || (trust === 'none' && is(reading, at, GIVEN));
  const dated = reading.words[at + 1]?.kind === 'number' && joined(reading, at + 1);
  return (
    before.kind === 'particle' ||
    (is(reading, before.from, GIVEN) && !is(reading, before.from, COMMON) && !dated)
  );
}

/** Behind `P.`, `H.-J.` or `P` with its full stop apart; the place itself where no initial stands. */
export function initialEnd(reading: Reading, at: number): number {
  if (reading.shape[at] !== SHAPE.initial || reading.closed[at] === 1) return at;
  if (reading.words[at + 1]?.text !== '.') return at;
  let end = at + 2;
  if (
    reading.words[end]?.text === '-' &&
    reading.shape[end + 1] === SHAPE.initial &&
    reading.words[end + 2]?.text === '.'
  )
    end += 3;
  return end;
}

/** `Maria von der Heide`, but not `Frau Müller von der Stadt` or `Anna von der Verwaltung`. */
function fitsParticle(
  reading: Reading,
  from: number,
  at: number,
  parts: readonly Part[],
  trust: Trust,
): boolean {
  const before = parts.at(-1);
  const common = is(reading, at, COMMON) && !is(reading, at, NAMED);
  if (STOP.has(reading.lower[at] as string) || isBody(reading.lower[at] as string)) return false;
  // `Ludwig Freiherr von Türckheim`
  if (reading.shape[from] !== SHAPE.lower && reading.shape[at - 1] === SHAPE.lower)
    return !common || trust !== 'none';
  if (before === undefined)
    return (
      trust === 'told' ||
      (trust === 'likely' && at - from > 1) ||
      (!common && (trust === 'likely' || is(reading, at, WORD.surname)))
    );
  if (before.kind === 'initial') return !common || trust !== 'none';
  const given = parts.some((part) => part.kind === 'word' && is(reading, part.from, GIVEN));
  if (
    !given &&
    !isSureParticle(reading.lower[from] as string) &&
    (is(reading, before.from, WORD.surname) || parts.length > 1)
  )
    return false;
  // `Frau Inge zum Felde`, `Giacomo della Porta`
  if (common && isSureParticle(reading.lower[from] as string)) return true;
  if (common) return trust !== 'none' && given && !/^(?:von|vom|bei)$/u.test(reading.lower[from] as string);
  return given || !(is(reading, at, WORD.area) && !is(reading, at, NAMED));
}

function fits(reading: Reading, words: Words, at: number, parts: readonly Part[], trust: Trust): boolean {
  const flags = reading.flags[at] as number;
  const lower = reading.lower[at] as string;
  const named = (flags & NAMED) !== 0;
  const common = (flags & COMMON) !== 0;
  const before = parts.at(-1);
  const strange = flags === 0 && !words.isCompound(reading.words[at]?.text ?? '');
  if (before === undefined) {
    if (trust === 'told')
      return (
        named ||
        ((flags & WORD.function) === 0 && !(isRole(reading, at) && !named) && !isNounish(reading, words, at))
      );
    if (trust === 'likely')
      return (named && (flags & WORD.function) === 0) || (strange && reading.shape[at] === SHAPE.capital);
    return named && (flags & WORD.function) === 0;
  }
  if ((flags & WORD.function) !== 0 && (flags & WORD.surname) === 0) return false;
  if (before.kind === 'particle') return true;
  if (before.kind === 'initial')
    return named || strange || (trust !== 'none' && !isNounish(reading, words, at));
  if (before.kind === 'numeral') return false;
  const earlier = reading.flags[before.from] as number;
  // `Antoninos Mama`: behind a genitive the name is complete.
  if (words.isInflected(reading.words[before.from]?.text ?? '') && trust !== 'told') return false;
  if ((earlier & GIVEN) !== 0) {
    if ((flags & WORD.surname) !== 0) return !common || trust !== 'none' || (earlier & COMMON) === 0;
    if ((flags & GIVEN) !== 0) return !common || trust !== 'none';
    if ((flags & PLACE) !== 0) return parts.length < 3 && (earlier & COMMON) === 0;
    if (strange)
      return (
        reading.shape[at] === SHAPE.capital || reading.shape[before.from] === SHAPE.upper || trust !== 'none'
      );
    // „Peter Lustig“, „Klaus Breitschopf“: behind a name that is nothing else any word may be a surname.
    const clean = (earlier & COMMON) === 0 || trust !== 'none';
    return (
      clean &&
      flags !== 0 &&
      !reading.opens[at] &&
      !words.isCompound(reading.words[at]?.text ?? '') &&
      !isBody(lower) &&
      !isRelation(lower, trust)
    );
  }
  if ((earlier & WORD.surname) !== 0) {
    if (parts.length === 1 && (flags & GIVEN) !== 0) return !common;
    if (trust === 'told' && parts.length < 4 && named && !common && parts.length > 1) return true;
    return (flags & WORD.surname) !== 0 && !common && (earlier & COMMON) === 0 && parts.length < 3;
  }
  // An unknown word, most likely a rare given name.
  if (earlier === 0) return strange || (named && (!common || trust !== 'none'));
  return named && !common && trust === 'told';
}

const KIN =
  /^(?:vater|mutter|sohn|tochter|bruder|schwester|onkel|tante|oma|opa|freundin|freund|partner|partnerin|ehemann|ehefrau|mann|frau|kind)$/u;

/** `Frau Anna Mutter` is one, `Anna Mutter` none. */
function isRelation(lower: string, trust: Trust): boolean {
  return trust !== 'told' && KIN.test(lower);
}

/** A common noun that no list of names holds and that looks like one. */
function isNounish(reading: Reading, words: Words, at: number): boolean {
  const text = reading.words[at]?.text ?? '';
  return (reading.flags[at] as number) === 0
    ? words.isCompound(text)
    : words.isCompound(text) && text.length > 9;
}

function arranged(reading: Reading, parts: readonly Part[]): Name {
  const from = (parts[0] as Part).from;
  const to = (parts.at(-1) as Part).to;
  const particle = parts.findIndex(({ kind }) => kind === 'particle');
  if (particle >= 0) {
    const cut = (parts[particle] as Part).from;
    return { from, to, given: [from, cut], surname: [cut, to] };
  }
  const first = parts[0] as Part;
  const last = parts.at(-1) as Part;
  if (parts.length === 1) {
    const given = is(reading, from, GIVEN) && !is(reading, from, WORD.surname);
    return given
      ? { from, to, given: [from, to], surname: [to, to] }
      : { from, to, given: [from, from], surname: [from, to] };
  }
  if (last.kind === 'numeral') return { from, to, given: [from, to], surname: [to, to] };
  const capitals = (part: Part) => reading.shape[part.from] === SHAPE.upper;
  const turned =
    first.kind === 'word' &&
    last.kind === 'word' &&
    ((capitals(first) && !capitals(last)) ||
      (!capitals(last) &&
        !is(reading, first.from, GIVEN) &&
        (is(reading, first.from, WORD.surname) || reading.flags[first.from] === 0) &&
        is(reading, last.from, GIVEN) &&
        !is(reading, last.from, WORD.surname)));
  if (turned) return { from, to, given: [first.to, to], surname: [from, first.to] };
  return { from, to, given: [from, last.from], surname: [last.from, to] };
}
