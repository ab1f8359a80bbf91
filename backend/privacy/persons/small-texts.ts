import type { Found } from './found.ts';
import type { Name } from './grammar.ts';
import { COMMON, GIVEN, NAMED, PLACE, type Reading, SHAPE, is, joined } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { genderOfRole, isKin } from './roles.ts';
import { AMBIGUOUS, STOP, isBody } from './stops.ts';
import { isVerbOfPerson, isVerbOfSpeech } from './verbs.ts';
import type { Words } from './words.ts';

const TITLE = /^(?:frau|fr|herrn?|hr|dr|prof|familie|fam)$/u;
const ARTICLE =
  /^(?:der|die|den|dem|vom|unsere?|ein|eine|und|oder|von|bei|mit|für|an|durch|zu|dass|weil|bitte|anrufen)$/u;
const RELATION =
  /^(?:chef|chefin|nachbar|nachbarin|kollege|kollegin|freund|freundin|kumpel|hausmeister|pfarrer|lehrer|lehrerin)$/u;

/** Names in texts that are written in small letters throughout: `der nachbar kevin schuster`, `frau schön von der gemeinde`. */
export function smallTexts(reading: Reading, words: Words): Found[] {
  if (!reading.small) return [];
  const found: Found[] = [];
  for (let index = 1; index < reading.words.length; index++) {
    const before = beforeName(reading, index);
    const name = before === null ? null : nameBehind(reading, words, index, before);
    if (name === null) continue;
    found.push({ name, rule: 'small-text', sure: 2, gender: genderOfRole(before ?? ''), plural: false });
    index = name.to - 1;
  }
  return found;
}

/** The word that lets a name begin here: titles with their full stops looked through. */
function beforeName(reading: Reading, at: number): string | null {
  if (reading.shape[at] !== SHAPE.lower || reading.closed[at] === 1) return null;
  if (!joined(reading, at)) return '';
  let before = at - 1;
  if (reading.words[before]?.text === '.' && TITLE.test(reading.lower[before - 1] ?? '')) before--;
  return reading.lower[before] as string;
}

function nameBehind(reading: Reading, words: Words, at: number, before: string): Name | null {
  const lower = reading.lower[at] as string;
  if (lower.length < 3 || STOP.has(lower) || isBody(lower) || words.isRole(lower)) return null;
  const titled = TITLE.test(before);
  const related = words.isRole(before) || isKin(before) || RELATION.test(before);
  const given = is(reading, at, GIVEN) && !is(reading, at, WORD.function | WORD.verb | WORD.adjective);
  const clean = given && !is(reading, at, COMMON);
  if (titled) return isSurname(reading, words, at) ? sole(at, false) : null;
  if (related || clean) {
    const whole =
      given &&
      joined(reading, at + 1) &&
      isFollowing(reading, words, at + 1, related || ARTICLE.test(before));
    if (whole) return { from: at, to: at + 2, given: [at, at + 1], surname: [at + 1, at + 2] };
  }
  if (related) {
    if (given) return sole(at, true);
    const free =
      !is(reading, at, COMMON) &&
      !is(reading, at, WORD.area) &&
      !words.isCompound(lower) &&
      (is(reading, at, NAMED) || acts(reading, at + 1));
    return free ? sole(at, isKin(before)) : null;
  }
  if (
    clean &&
    !AMBIGUOUS.has(lower) &&
    standsAlone(reading, at + 1) &&
    lower.length > 3 &&
    (ARTICLE.test(before) || acts(reading, at + 1)) &&
    !is(reading, at, PLACE)
  )
    return sole(at, true);
  // `der welker guckt`
  const bare =
    /^(?:der|die)$/u.test(before) && is(reading, at, WORD.surname) && !is(reading, at, COMMON | PLACE);
  return bare && (acts(reading, at + 1) || isVerbOfPerson(reading.lower[at + 1] ?? ''))
    ? sole(at, false)
    : null;
}

function sole(at: number, given: boolean): Name {
  return given
    ? { from: at, to: at + 1, given: [at, at + 1], surname: [at + 1, at + 1] }
    : { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] };
}

/** Behind `frau` a surname may mean anything that is no finite verb and no preposition. */
function isSurname(reading: Reading, words: Words, at: number): boolean {
  const lower = reading.lower[at] as string;
  if (is(reading, at, WORD.function) || isVerbOfPerson(lower)) return false;
  if (is(reading, at, WORD.surname)) return true;
  return !is(reading, at, COMMON | PLACE) && !words.isCompound(lower);
}

/** The surname behind a given name: known, in no list, or behind a cue a noun before what a person does. */
function isFollowing(reading: Reading, words: Words, at: number, cue: boolean): boolean {
  const lower = reading.lower[at] ?? '';
  if (reading.shape[at] !== SHAPE.lower || reading.closed[at] === 1 || lower.length < 3) return false;
  if (
    is(reading, at, WORD.function) ||
    isBody(lower) ||
    words.isRole(lower) ||
    isKin(lower) ||
    isVerbOfPerson(lower)
  )
    return false;
  if (is(reading, at, WORD.surname) && !is(reading, at, WORD.verb | WORD.adjective)) return true;
  if (!is(reading, at, COMMON))
    return !words.isCompound(lower) && !is(reading, at, GIVEN) && lower.length > 3;
  const next = at + 1;
  const ends =
    next >= reading.words.length ||
    !joined(reading, next) ||
    reading.words[next]?.kind === 'sign' ||
    isVerbOfPerson(reading.lower[next] as string) ||
    /^(?:der|die|und|von|vom|aus)$/u.test(reading.lower[next] as string);
  return cue && ends && is(reading, at, WORD.noun);
}

/** `der holger von der zeitung`, not `die maria hilf kirche`. */
function standsAlone(reading: Reading, at: number): boolean {
  if (at >= reading.words.length || !joined(reading, at) || reading.words[at]?.kind !== 'word') return true;
  return is(reading, at, WORD.function) || isVerbOfPerson(reading.lower[at] as string) || acts(reading, at);
}

function acts(reading: Reading, at: number): boolean {
  const lower = reading.lower[at] ?? '';
  return (
    isVerbOfSpeech(lower) ||
    /^(?:hat|ist|war|wird|will|kommt|guckt|wohnt|meint|ruft|manchmal|hatte|kann)$/u.test(lower)
  );
}
