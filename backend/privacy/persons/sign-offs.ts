import type { Found } from './found.ts';
import { type Name, initialEnd, nameAt } from './grammar.ts';
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
import { behindTitles } from './salutations.ts';
import { STOP, isBody } from './stops.ts';
import type { Words } from './words.ts';

const CLOSING = new Set([
  'grüße',
  'grüßen',
  'gruß',
  'grüssen',
  'grüsse',
  'gruss',
  'gruesse',
  'gruessen',
  'lg',
  'vg',
  'mfg',
  'bg',
  'hg',
  'glg',
  'vlg',
  'gr',
  'hochachtungsvoll',
  'regards',
  'bussi',
  'bussis',
  'umarmung',
  'cheers',
  'gezeichnet',
  'unterschrift',
  'tschüss',
  'ciao',
  'gruesze',
  'grues',
  'grü',
]);
const PHRASES: readonly (readonly string[])[] = [
  ['bis', 'bald'],
  ['bis', 'dann'],
  ['bis', 'morgen'],
  ['vielen', 'dank'],
  ['herzlichen', 'dank'],
  ['besten', 'dank'],
  ['alles', 'liebe'],
  ['alles', 'gute'],
  ['im', 'voraus'],
  ['schöne', 'woche'],
  ['schönes', 'wochenende'],
  ['schönen', 'tag'],
  ['schönen', 'abend'],
  ['beste', 'wünsche'],
  ['danke'],
];
/** Between the closing word and the name: `Viele Grüße aus Jena,`, `und einen schönen Tag`. */
const MAX_TAIL = 12;
const MAX_NAME_LINES = 2;

/** The name under or behind a closing, also in small letters: `lg stefan`, `gruß m. weber`. */
export function signOffs(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    const behind = closingEnd(reading, index);
    if (behind === null) continue;
    const name = signed(reading, words, index, behind);
    if (name === null) continue;
    found.push({ name: asGiven(reading, name), rule: 'sign-off', sure: 3, gender: null, plural: false });
    index = Math.max(index, name.to - 1);
  }
  return found;
}

/** Below a closing a single word that may be a given name is one (`Stefan`, `Martin`). */
function asGiven(reading: Reading, name: Name): Name {
  const sole = name.to - name.from === 1 && is(reading, name.from, GIVEN);
  return sole ? { ...name, given: [name.from, name.to], surname: [name.to, name.to] } : name;
}

function closingEnd(reading: Reading, at: number): number | null {
  if (CLOSING.has(reading.lower[at] as string)) return at + 1;
  if (reading.opens[at] === 0) return null;
  const phrase = PHRASES.find((one) => one.every((word, offset) => reading.lower[at + offset] === word));
  return phrase === undefined ? null : at + phrase.length;
}

function signed(reading: Reading, words: Words, closing: number, behind: number): Name | null {
  const end = Math.min(reading.words.length, behind + MAX_TAIL);
  // In the same line: `lg stefan`, `Liebe Grüße, I. Rühl`, `MFG Nora Keil`
  let at = behind;
  while (
    at < end &&
    joined(reading, at) &&
    [
      ',',
      '!',
      '.',
      '-',
      '–',
      ':',
      ')',
      ';',
      'deine',
      'dein',
      'ihr',
      'ihre',
      'eure',
      'euer',
      'und',
      'von',
    ].includes(reading.lower[at] as string)
  )
    at++;
  if (at < end && joined(reading, at)) {
    const opens =
      reading.gap[closing] !== GAP.none ||
      reading.opens[closing] === 1 ||
      is(reading, closing - 1, WORD.adjective) ||
      /^(?:liebe|viele|beste|freundliche|freundlichen|herzliche|schöne)n?$/u.test(
        reading.lower[closing - 1] ?? '',
      );
    const name = opens ? nameLine(reading, words, at, 'same') : null;
    if (name !== null) return name;
  }
  // Below: at the first or second line that is a name and nothing else.
  while (at < end && joined(reading, at)) at++;
  for (let lines = 0; lines < MAX_NAME_LINES && at < reading.words.length; lines++) {
    if (joined(reading, at)) return null;
    let start = at;
    while (/^[-–—,.>(]$/u.test(reading.words[start]?.text ?? '') && start < at + 4) start++;
    start = behindTitles(reading, start);
    if (['deine', 'dein', 'ihr', 'ihre', 'eure', 'euer', 'gez', 'i'].includes(reading.lower[start] ?? '')) {
      start++;
      while (['.', 'a', 'v', 'A', 'V'].includes(reading.lower[start] ?? '') && start < at + 6) start++;
      start = behindTitles(reading, start);
    }
    const name = start < reading.words.length ? nameLine(reading, words, start, 'below') : null;
    if (name !== null) return name;
    while (at < reading.words.length && (at === start || joined(reading, at))) at++;
    if (at < start) return null;
  }
  return null;
}

function nameLine(reading: Reading, words: Words, at: number, place: 'same' | 'below'): Name | null {
  const lower = reading.lower[at] ?? '';
  if (reading.closed[at] === 1) return null;
  const small = reading.shape[at] === SHAPE.lower || (reading.shape[at] === SHAPE.initial && false);
  if (small) return smallName(reading, at);
  if (STOP.has(lower) || (isRole(reading, at) && !is(reading, at, NAMED)) || isBody(lower)) return null;
  const noun = is(reading, at, COMMON) && !is(reading, at, NAMED);
  // „Danke, Ufer“: the very last word of a text.
  if (noun)
    return at + 1 === reading.words.length &&
      reading.words[at - 1]?.text === ',' &&
      is(reading, at, WORD.noun) &&
      !words.isCompound(reading.words[at]?.text ?? '')
      ? { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] }
      : null;
  const name = nameAt(reading, words, at, 'likely');
  if (name === null) {
    // `J. B.` and a sole Kürzel say little; they stay.
    return null;
  }
  const closes = name.to >= reading.words.length || !joined(reading, name.to);
  const sole = name.to - name.from === 1;
  if (place === 'below') {
    if (sole && !closes && !/^[,.(|/!-]$/u.test(reading.lower[name.to] as string)) return null;
    if (sole && is(reading, at, PLACE) && !is(reading, at, NAMED)) return null;
    // A line of a noun that is also a surname is a name only if nothing else stands in it.
    return closes || !is(reading, at, COMMON) || !sole ? name : null;
  }
  if (sole && (reading.flags[at] as number) === 0 && !closes) return null;
  if (sole && is(reading, at, COMMON) && !(closes && is(reading, at, GIVEN))) return null;
  if (sole && is(reading, at, PLACE)) return null;
  return sole && !closes && !/^[,.(|/!;:-]$/u.test(reading.lower[name.to] as string) ? null : name;
}

/** `stefan`, `m. weber`, `anna müller` up to the end of the line. */
function smallName(reading: Reading, from: number): Name | null {
  let at = from;
  let named = 0;
  const alone = !joined(reading, from);
  while (at < from + 5 && at < reading.words.length && (at === from || joined(reading, at))) {
    if (reading.closed[at] === 1 || reading.words[at]?.kind !== 'word') break;
    if ((reading.words[at]?.text.length ?? 0) === 1 && reading.words[at + 1]?.text === '.') {
      at += 2;
      named++;
      continue;
    }
    const flags = reading.flags[at] as number;
    const name = (flags & NAMED) !== 0 && (flags & (WORD.function | WORD.verb)) === 0;
    // `leon kauf` below a closing: any noun is the surname.
    if (
      !name &&
      !(named > 0 && (flags & (WORD.function | WORD.verb)) === 0) &&
      !(named === 1 && alone && (flags & WORD.noun) !== 0)
    )
      break;
    named++;
    at++;
  }
  const closes =
    at >= reading.words.length || !joined(reading, at) || /^[,.!:;)]$/u.test(reading.lower[at] as string);
  if (named === 0 || !closes) return null;
  if (at - from === 1 && !is(reading, from, GIVEN) && is(reading, from, COMMON)) return null;
  const last = at - 1;
  if (reading.words[last]?.kind !== 'word') return null;
  const sole = at - from === 1;
  return sole && is(reading, from, GIVEN)
    ? { from, to: at, given: [from, at], surname: [at, at] }
    : { from, to: at, given: [from, last], surname: [last, at] };
}

const SIGNATURE_MARK = new Set(['tel', 'telefon', 'fon', 'fax', 'mobil', 'email', 'e-mail', 'mail', 'phone']);

/** A line that is a whole name right above address and telephone (signatures without a closing). */
export function signatures(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    if (reading.gap[index] === GAP.none || (!mayName(reading, index) && initialEnd(reading, index) === index))
      continue;
    const start = behindTitles(reading, index);
    if (start > index + 9 || !joinedOr(reading, start, index)) continue;
    const name = nameAt(reading, words, start, 'likely');
    if (
      name === null ||
      name.to - name.from < 2 ||
      (name.to < reading.words.length && joined(reading, name.to) && reading.lower[name.to] !== ',')
    )
      continue;
    if (!is(reading, name.from, NAMED) || is(reading, name.from, COMMON)) continue;
    if (!contactBelow(reading, name.to)) continue;
    found.push({ name, rule: 'signature', sure: 2, gender: null, plural: false });
  }
  return found;
}

function joinedOr(reading: Reading, at: number, index: number): boolean {
  return at === index || (at < reading.words.length && joined(reading, at));
}

const MAX_LINES = 7;

/** Whether a telephone, a mail address or a street stands in the lines below. */
export function contactBelow(reading: Reading, from: number, within = MAX_LINES): boolean {
  let lines = 0;
  for (let at = from; at < reading.words.length && lines < within && at < from + 60; at++) {
    if ((reading.gap[at] as number) >= GAP.line) lines++;
    if (reading.closed[at] === 1 || SIGNATURE_MARK.has(reading.lower[at] as string)) return true;
  }
  return false;
}
