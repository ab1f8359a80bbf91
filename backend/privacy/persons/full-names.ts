import type { Found } from './found.ts';
import { GROUND, type Name, initialEnd, nameAt } from './grammar.ts';
import {
  COMMON,
  GAP,
  GIVEN,
  NAMED,
  PLACE,
  type Reading,
  SHAPE,
  is,
  joined,
  mayName,
  isRole,
} from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { EPONYM } from './eponyms.ts';
import { BRAND, STOP, isBody } from './stops.ts';
import { contactBelow } from './sign-offs.ts';
import { isSureParticle, particlesEnd } from './particles.ts';
import { reversedAt } from './reversed.ts';
import type { Words } from './words.ts';

/** `Lena-Sophie Müller`, `P. Müller`, `MÜLLER, Lena-Sophie`, `Giese Carolin` */
export function fullNames(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    const name =
      reversedAt(reading, words, index, false) ??
      nobleAt(reading, words, index) ??
      initialledAt(reading, words, index) ??
      pairedAt(reading, words, index);
    if (
      name === null ||
      isBorne(reading, name.from) ||
      reading.cited[index] === 1 ||
      (isBody(reading.lower[name.to] ?? '') && joined(reading, name.to))
    )
      continue;
    found.push({ name, rule: 'full-name', sure: 2, gender: null, plural: false });
    index = name.to - 1;
  }
  return found;
}

/** `Lasse Matz` as a line of its own, though both words mean something else, too. */
function aloneInLine(reading: Reading, words: Words, at: number): Name | null {
  if (joined(reading, at) || !is(reading, at, GIVEN)) return null;
  const name = nameAt(reading, words, at, 'likely');
  if (name === null || name.to - name.from < 2 || name.to - name.from > 3) return null;
  const closes =
    name.to >= reading.words.length || (!joined(reading, name.to) && reading.gap[name.to] !== GAP.column);
  return closes && is(reading, name.to - 1, NAMED) ? name : null;
}

const DATED = /^(?:im|am|ende|anfang|mitte|bis|ab|seit|vom|zum|\.|\d+)$/u;

/** `mit August Kopff`, not `im August Müller …` */
function monthAsName(reading: Reading, at: number): boolean {
  if (!is(reading, at, GIVEN) || !joined(reading, at + 1)) return false;
  const before = at > 0 ? (reading.lower[at - 1] as string) : '';
  return (
    !DATED.test(before) &&
    ((((reading.flags[at + 1] as number) & NAMED) !== 0 && !is(reading, at + 1, COMMON)) ||
      reading.flags[at + 1] === 0)
  );
}

/** What is called by a person's whole name: `Haus Albert Schweitzer`, `TuS „Friedrich Ludwig Jahn“`. */
const BEARER =
  /^(?:haus|wohnheim|heim|stift|kita|\p{L}{0,12}schule|gymnasium|halle|\p{L}{0,10}halle|klinik|haltestelle|verlag|tus|tsv|sv|fc|vfl|vfb|sg|tv|sc|firma|band|schiff|saal|musical|film|sorten?|erzengel|ms|preis|orden)$/u;

function isBorne(reading: Reading, from: number): boolean {
  let at = from - 1;
  if (at > 0 && joined(reading, at + 1) && /^[„"»“]$/u.test(reading.words[at]?.text ?? '')) at--;
  return (
    at >= 0 &&
    joined(reading, at + 1) &&
    reading.lower[at] !== 'firma' &&
    BEARER.test(reading.lower[at] as string)
  );
}

function pairedAt(reading: Reading, words: Words, at: number): Name | null {
  if (!mayName(reading, at) || !is(reading, at, NAMED)) return null;
  const flags = reading.flags[at] as number;
  const turned = surnameFirst(reading, at);
  if (turned !== null) return turned;
  if ((STOP.has(reading.lower[at] as string) && !monthAsName(reading, at)) || (flags & WORD.function) !== 0)
    return null;
  if ((flags & GIVEN) === 0 && (flags & (COMMON | PLACE)) !== 0) return null;
  const name = nameAt(reading, words, at, 'none');
  const alone = aloneInLine(reading, words, at);
  if (alone !== null) return alone;
  if (name === null || name.to - name.from < 2) return null;
  const last = reading.flags[name.to - 1] as number;
  const shape = reading.shape[at];
  if ((flags & GIVEN) !== 0) {
    // `Mark Zuckerberg` yes, `Rosa Kleid` and `Christian Verlag` no.
    if ((flags & COMMON) !== 0 && (last & NAMED) === 0 && name.to - name.from === 2)
      return last === 0 && !reading.opens[at] ? name : null;
    if (BRAND.has(reading.lower[at] as string)) return null;
    if (shape === SHAPE.upper && (last & NAMED) === 0 && reading.lower[name.to] !== 'geb') return null;
    return name;
  }
  // `Giacomo della Porta`, though no list has the given name.
  if (
    name.surname[0] > name.from &&
    name.surname[1] - name.surname[0] > 1 &&
    isSureParticle(reading.lower[name.surname[0]] as string)
  )
    return (flags & COMMON) === 0 ? name : null;
  // `Giese Carolin`: surname first.
  return (last & GIVEN) !== 0 &&
    (last & COMMON) === 0 &&
    !BRAND.has(reading.lower[at] as string) &&
    !isRole(reading, at)
    ? name
    : null;
}

/** `Bauer Markus, Reiß Dominik`: a list's item of a surname, whatever else it means, and a given name. */
function surnameFirst(reading: Reading, at: number): Name | null {
  const given = at + 1;
  const end = at + 2;
  const before = reading.lower[at - 1] ?? '';
  const lower = reading.lower[at] as string;
  if (STOP.has(lower) && !GROUND.has(lower)) return null;
  if ((reading.opens[at] === 0 && before !== ',' && before !== 'und') || !joined(reading, given)) return null;
  if (!is(reading, at, WORD.surname) || is(reading, at, GIVEN) || reading.shape[given] !== SHAPE.capital)
    return null;
  if (!mayName(reading, given) || !is(reading, given, GIVEN) || is(reading, given, COMMON)) return null;
  // In a sentence `Bauer Heinrich` is as likely an office and a name.
  if (is(reading, given, WORD.surname) && reading.opens[at] === 0) return null;
  const ends =
    end >= reading.words.length || !joined(reading, end) || /^[,;(/–|]$/u.test(reading.lower[end] as string);
  return ends ? { from: at, to: end, given: [given, end], surname: [at, given] } : null;
}

/** `Freiherr von Brück` */
function nobleAt(reading: Reading, words: Words, at: number): Name | null {
  if (reading.shape[at] !== SHAPE.capital || reading.shape[at + 1] !== SHAPE.lower) return null;
  if (!/^(?:freiherrn?|freifrau|freiin|edler|edle)$/u.test(reading.lower[at] as string)) return null;
  return particlesEnd(reading, at) > at ? nameAt(reading, words, at, 'told') : null;
}

/** `P. Müller`, `H.-J. Weber`; behind a line's beginning `A.` may count paragraphs. */
function initialledAt(reading: Reading, words: Words, at: number): Name | null {
  const end = initialEnd(reading, at);
  if (end === at) return null;
  if (
    at > 0 &&
    joined(reading, at) &&
    /^(?:\.|§|\d.*)$/u.test(reading.words[at - 1]?.text ?? '') &&
    (reading.words[at]?.spaced === false || reading.shape[at - 2] === SHAPE.lower)
  )
    return null;
  const name = nameAt(
    reading,
    words,
    at,
    joined(reading, at) || !contactBelow(reading, end, 3) ? 'none' : 'likely',
  );
  if (name === null || name.surname[1] === name.surname[0]) return null;
  if (!joined(reading, at) && contactBelow(reading, end, 3)) return name;
  const last = reading.flags[name.to - 1] as number;
  if (reading.shape[name.to - 1] === SHAPE.upper && (last & NAMED) === 0) return null;
  // `M. Crohn`
  if (reading.lower[at] === 'm' && EPONYM.has(reading.lower[name.to - 1] as string)) return null;
  // `A. Allgemeines` counts paragraphs; a line that is a name and nothing else does not.
  const starts = !joined(reading, at);
  const alone =
    starts &&
    (name.to >= reading.words.length ||
      !joined(reading, name.to) ||
      /^[,(|]$/u.test(reading.lower[name.to] as string));
  const surname = (last & WORD.surname) !== 0;
  if ((last & NAMED) === 0 && starts && !(alone && last === 0)) return null;
  if ((last & COMMON) !== 0 && (!surname || (starts && !alone))) return null;
  if ((last & PLACE) !== 0 && !surname) return null;
  return name;
}
