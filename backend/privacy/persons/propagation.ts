import type { Found } from './found.ts';
import { COMMON, GIVEN, NAMED, PLACE, type Reading, SHAPE, is, joined, mayName, isRole } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { folded } from './mail-names.ts';
import { BRAND, STOP, isBody } from './stops.ts';
import { particlesEnd } from './particles.ts';
import { isVerbOfPerson } from './verbs.ts';
import type { Words } from './words.ts';

/** What one word of a found name is in the request. */
export interface KnownWord {
  part: 'given' | 'surname';
  sure: 1 | 2 | 3;
  gender: 'female' | 'male' | null;
  /** Particles before it, in small letters (`von und zu`). */
  particles: readonly string[];
  /** Whether it stood there in small letters. */
  small: boolean;
}

/** The words of the names that were found, in small letters. */
export type KnownWords = ReadonlyMap<string, KnownWord>;

/** Collects the words of names that stand beside a cue or together: `readings` and `found` go side by side. */
export function knownWords(
  readings: readonly Reading[],
  found: readonly (readonly Found[])[],
  words: Words,
): Map<string, KnownWord> {
  const known = new Map<string, KnownWord>();
  for (const [number, reading] of readings.entries())
    for (const one of found[number] ?? []) {
      if (one.sure < 2 && !isStrange(reading, one)) continue;
      keep(known, reading, one, one.name.given, 'given', words);
      keep(known, reading, one, one.name.surname, 'surname', words);
    }
  for (const reading of readings) forget(known, reading);
  return known;
}

/** Drops the words that are only likely to be names where one stands as a noun or an adjective does. */
function forget(known: Map<string, KnownWord>, reading: Reading): void {
  for (let index = 0; index < reading.words.length; index++) {
    const lower = reading.lower[index] as string;
    if (known.get(lower)?.sure !== 1) continue;
    const before = index > 0 && joined(reading, index) ? (reading.lower[index - 1] as string) : '';
    const next = index + 1 < reading.words.length && joined(reading, index + 1) ? index + 1 : -1;
    const attribute =
      next > 0 && (reading.shape[next] === SHAPE.capital || is(reading, next, WORD.adjective | WORD.noun));
    if (
      DETERMINER.has(before) ||
      LOCATIVE.test(before) ||
      (attribute && !isVerbOfPerson(reading.lower[next] as string)) ||
      reading.shape[index] === SHAPE.lower
    )
      known.delete(lower);
  }
}

/** One word that means nothing else: likely to be the same person wherever it stands. */
function isStrange(reading: Reading, { name, rule }: Found): boolean {
  return (
    name.to - name.from === 1 &&
    rule !== 'propagation' &&
    reading.shape[name.from] === SHAPE.capital &&
    !is(reading, name.from, COMMON | PLACE) &&
    (reading.words[name.from]?.text.length ?? 0) > 3 &&
    !(reading.words[name.from]?.text ?? '').includes('-')
  );
}

function keep(
  known: Map<string, KnownWord>,
  reading: Reading,
  one: Found,
  [from, to]: readonly [number, number],
  part: 'given' | 'surname',
  words: Words,
): void {
  const behind = part === 'surname' ? particlesEnd(reading, from) : from;
  const particles = reading.lower.slice(from, behind);
  for (let index = behind; index < to; index++) {
    const token = reading.words[index];
    if (token?.kind !== 'word' || token.text.length < 3) continue;
    // A name in small letters (`lg stefan`) makes the one with a capital known.
    if (reading.shape[index] === SHAPE.lower && one.rule === 'salutation') continue;
    const value: KnownWord = {
      part,
      sure: one.sure,
      gender: one.gender,
      particles: index === to - 1 ? particles : [],
      small: reading.shape[index] === SHAPE.lower,
    };
    put(known, token.text.toLowerCase(), value);
    // `Frau Müllers Antrag` makes `Müller` known.
    const stem = token.text.slice(0, -1);
    if (
      index === to - 1 &&
      /[^s]s$/u.test(token.text) &&
      (words.own(token.text) & NAMED) === 0 &&
      (words.own(stem) & NAMED) !== 0
    )
      put(known, stem.toLowerCase(), value);
    for (const piece of token.text.includes('-') ? token.text.split('-') : [])
      if (
        piece.length > 3 &&
        ((words.flags(piece) & COMMON) === 0 || (words.flags(piece) & WORD.surname) !== 0)
      )
        put(known, piece.toLowerCase(), { ...value, sure: 2, particles: [] });
  }
}

function put(known: Map<string, KnownWord>, word: string, value: KnownWord): void {
  const before = known.get(word);
  const small = value.small || before?.small === true;
  if (before === undefined || before.sure < value.sure) known.set(word, { ...value, small });
  else if (small && !before.small) known.set(word, { ...before, small });
}

const ENDINGS = [
  's',
  '’s',
  "'s",
  'sche',
  'schen',
  'scher',
  'sches',
  '’sche',
  '’schen',
  "'sche",
  "'schen",
] as const;

/** A known word as it stands in a text. */
interface Match {
  word: KnownWord;
  /** Whether it is inflected (`Müllers`). */
  inflected: boolean;
}

/** The known word that a word is an inflection of; null where none is. */
function lookUp(known: KnownWords, lower: string): Match | null {
  const whole = known.get(lower);
  if (whole !== undefined)
    return { word: whole, inflected: lower.endsWith('s') && known.has(lower.slice(0, -1)) };
  for (const ending of ENDINGS) {
    if (lower.length < ending.length + 3 || !lower.endsWith(ending)) continue;
    const word = known.get(lower.slice(0, -ending.length));
    if (word !== undefined) return { word, inflected: true };
  }
  return null;
}

const DETERMINER = new Set(
  (
    'der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner jeder jede jedes jeden jedem dieser diese dieses diesen diesem ' +
    'mein meine meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer eure euren eurem eurer ' +
    'im am zum zur beim vom ins ans aller alle viele einige mehrere beide zwei drei vier welcher welche welches manche solche'
  ).split(' '),
);

/** Finds the known names again, wherever they stand in the request and however they are inflected. */
export function propagated(reading: Reading, known: KnownWords, mails: ReadonlySet<string>): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    if (!mayName(reading, index) && !isSmall(reading, index, known)) continue;
    const lower = reading.lower[index] as string;
    const match =
      lookUp(known, lower) ??
      hyphened(known, lower) ??
      (mails.size > 0 && mails.has(folded(lower)) ? FROM_MAIL : null);
    if (match === null) continue;
    const core = particlesBefore(reading, index, match.word);
    const from = match.word.part === 'surname' ? initialsBefore(reading, core) : core;
    if (core === index && !standsAsName(reading, index, match)) continue;
    const given = from === index && match.word.part === 'given';
    found.push({
      name: given
        ? { from, to: index + 1, given: [from, index + 1], surname: [index + 1, index + 1] }
        : { from, to: index + 1, given: [from, core], surname: [core, index + 1] },
      rule: 'propagation',
      sure: match.word.sure > 1 ? 2 : 1,
      gender: null,
      plural: match.inflected && /s$/u.test(lower) && isFamily(reading, index),
    });
  }
  return found;
}

/** `ronny` in a text that has written a name in small letters before. */
function isSmall(reading: Reading, at: number, known: KnownWords): boolean {
  if (reading.shape[at] !== SHAPE.lower || reading.closed[at] === 1) return false;
  const word = known.get(reading.lower[at] as string);
  if (word?.small !== true) return false;
  if (!is(reading, at, COMMON)) return true;
  // `der welker`, `frau schön … die schön`: with another meaning only where a noun would stand, and a verb behind it.
  return (
    reading.small &&
    is(reading, at, WORD.surname) &&
    /^(?:der|die|den|dem|frau|herr|herrn|von|bei|mit)$/u.test(reading.lower[at - 1] ?? '') &&
    isVerbOfPerson(reading.lower[at + 1] ?? '')
  );
}

const FROM_MAIL: Match = {
  word: { part: 'surname', sure: 2, gender: null, particles: [], small: false },
  inflected: false,
};

/** `della Porta` is found with its particle. */
function particlesBefore(reading: Reading, at: number, { particles }: KnownWord): number {
  let from = at;
  for (const particle of [...particles].reverse()) {
    if (!joined(reading, from) || reading.lower[from - 1] !== particle) return at;
    from--;
  }
  return from;
}

/** `R. Helfrich`, `J.-P. Klein` */
function initialsBefore(reading: Reading, at: number): number {
  const from = at - 2;
  if (from < 0 || !joined(reading, at) || reading.words[at - 1]?.text !== '.') return at;
  if (reading.shape[from] !== SHAPE.initial || reading.closed[from] === 1) return at;
  // `i. A. Klein`
  if (reading.words[from - 1]?.text === '.' && reading.words[from - 2]?.text.length === 1) return at;
  // `Haus 3 B. Klein wohnt …`: behind a number the letter belongs to that.
  return reading.words[from - 1]?.kind === 'number' && joined(reading, from) ? at : from;
}

/** `Müller-Nagy` where both halves are known, not `Müller-Gutachten`. */
function hyphened(known: KnownWords, lower: string): Match | null {
  const dash = lower.indexOf('-');
  if (dash < 3) return null;
  const word = known.get(lower.slice(0, dash));
  const last = lookUp(known, lower.slice(dash + 1));
  return word !== undefined && last !== null ? { word, inflected: last.inflected } : null;
}

const LOCATIVE =
  /^(?:in|nach|aus|bis|ab|gemeinde|ortsgemeinde|verbandsgemeinde|stadt|landkreis|kreis|ort|ortsteil|am|im)$/u;
const BEFORE_NAME = /^(?:und|von|mit|für|durch|bei|oder|an|gegen|über|zu)$/u;

/** A word with another meaning must stand as a name does. */
function standsAsName(reading: Reading, at: number, { word, inflected }: Match): boolean {
  const flags = reading.flags[at] as number;
  const lower = reading.lower[at] as string;
  // `das Müllersche Haus`
  if (/sche[nrs]?$/u.test(lower) && inflected) return true;
  if (STOP.has(lower) && word.sure < 3) return false;
  const next = at + 1 < reading.words.length && joined(reading, at + 1) ? at + 1 : -1;
  if (
    next > 0 &&
    isBody((reading.lower[next] as string).replace(/^.{0,40}-/u, '')) &&
    reading.shape[next] !== SHAPE.lower
  )
    return false;
  // `Richter Richter`: the first one is the office.
  if (isRole(reading, at) && next > 0 && mayName(reading, next) && is(reading, next, NAMED)) return false;
  const common = (flags & (COMMON | PLACE)) !== 0 || STOP.has(lower) || isRole(reading, at);
  if (!common) return !(BRAND.has(lower) && word.sure < 3);
  const before = at > 0 && joined(reading, at) ? (reading.lower[at - 1] as string) : '';
  // `die Bauers` are a family; `des Bauers` and `die Bauern` are none.
  if (DETERMINER.has(before) && standsBehindArticle(reading, at, word)) return true;
  if (DETERMINER.has(before))
    return inflected && before === 'die' && (flags & WORD.noun) !== 0 && nounless(reading, next);
  if (LOCATIVE.test(before) || isPlace(reading, next)) return false;
  if (
    before !== '' &&
    !BEFORE_NAME.test(before) &&
    (is(reading, at - 1, WORD.adjective) || reading.words[at - 1]?.kind === 'number') &&
    reading.shape[at - 1] !== SHAPE.capital
  )
    return false;
  if (reading.shape[at] === SHAPE.upper) return is(reading, at, GIVEN) || word.sure === 3;
  if (reading.opens[at] === 1) return opensAsName(reading, next, inflected);
  // Nouns behind a preposition alone (`mit Koch`) or before a verb (`Klein hat …`) stand as names do.
  return true;
}

/** `die Klein habe`, `der Hilgert`, `, die Reich seit Jahren kennt`: an article before a name that was introduced. */
function standsBehindArticle(reading: Reading, at: number, word: KnownWord): boolean {
  if (word.sure < 2 || !/^(?:der|die|den|dem)$/u.test(reading.lower[at - 1] as string)) return false;
  const next = at + 1;
  if (next < reading.words.length && joined(reading, next) && reading.shape[next] === SHAPE.capital)
    return false;
  // An adjective without an ending is no noun: `die Klein`, not `die Kleine`.
  if (!is(reading, at, WORD.noun) && is(reading, at, WORD.surname)) return !is(reading, at, WORD.area);
  return (
    reading.lower[at - 2] === ',' &&
    reading.lower[at - 1] !== 'der' &&
    /^(?:seit|schon|gut|nicht|noch|auch|persönlich|aus|als)$/u.test(reading.lower[next] ?? '')
  );
}

/** `die Bauers sind`, `bei Bauers` */
function isFamily(reading: Reading, at: number): boolean {
  if (at === 0 || !joined(reading, at)) return false;
  const next = at + 1 < reading.words.length && joined(reading, at + 1) ? at + 1 : -1;
  return /^(?:die|den|bei|zu)$/u.test(reading.lower[at - 1] as string) && nounless(reading, next);
}

function nounless(reading: Reading, next: number): boolean {
  return next < 0 || reading.shape[next] !== SHAPE.capital;
}

/** `Berg am Stein`, `Richter am Amtsgericht` */
function isPlace(reading: Reading, next: number): boolean {
  return (
    next > 0 &&
    /^(?:am|im|an|bei|beim|in|ob)$/u.test(reading.lower[next] as string) &&
    reading.shape[next + 1] === SHAPE.capital &&
    (is(reading, next + 1, WORD.noun | PLACE) || /gericht/u.test(reading.lower[next + 1] ?? ''))
  );
}

/** Where every word has a capital, what follows tells: `Klein hat …`, `Bauers Sohn …`, `Koch (SPD)`, `Klein` alone. */
function opensAsName(reading: Reading, next: number, inflected: boolean): boolean {
  if (next < 0) return true;
  const lower = reading.lower[next] as string;
  if (reading.shape[next] === SHAPE.capital)
    return (
      inflected ||
      (is(reading, next, NAMED) && !is(reading, next, COMMON)) ||
      (reading.flags[next] as number) === 0
    );
  // „Schön war der Weg nicht.“
  if (is(reading, next - 1, WORD.adjective) && /^(?:ist|war|wird|wurde|sind|waren)$/u.test(lower))
    return false;
  if (isVerbOfPerson(lower) || /^(?:und|sowie|[,(:.|]|selbst|\/)$/u.test(lower)) return true;
  return is(reading, next, WORD.verb) && !is(reading, next, WORD.function);
}
