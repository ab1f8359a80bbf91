import type { Found } from './found.ts';
import { type Name, nameAt } from './grammar.ts';
import { COMMON, GIVEN, NAMED, PLACE, type Reading, SHAPE, is, isRole, joined, mayName } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { EPONYM } from './eponyms.ts';
import { ABBREVIATION, BRAND, STOP, isBody } from './stops.ts';
import { isVerbOfPerson, isVerbOfSpeech } from './verbs.ts';
import type { Words } from './words.ts';

const PERSONAL = /^(?:dir|mir|dich|mich|ihm|ihn|euch|uns|ihnen|du|ich)$/u;
const ARTICLE = /^(?:der|die|den|dem|unsere?|unserem|unseren|unserer|eure?|euer|meine?|deine?)$/u;
const POSSESSIVE = /^(?:unsere?|eure?|euer|meine?|deine?)$/u;
const SMALL = /^(?:alte|alten|junge|jungen|kleine|kleinen|gute|guten|selige|seligen)$/u;
/** What only persons do. */
const HUMAN =
  /^(?:lässt|lassen|kennt|kannte|kommt|kam|hört|hilft|half|geht|ging|ruft|rief|weint|lacht|schläft|fährt|fuhr|will|wollte|möchte|streitet|spielt|wohnt|wohnte|macht|meldet|freut|bringt|holt|trifft|besucht|heiratet)$/u;
const NOUN_END =
  /(?:ung|heit|keit|schaft|ion|tät|lein|hausen|heim|dorf|stadt|weiler|ingen|bach|en|er|or|ist|ik|ie|um|us|ing)$/u;
const WITH = /^(?:mit|zu|bei)$/u;
const MAX_LENGTH = 12;
const BODY_BEFORE =
  /(?:rat|amt|büro|vertretung|leitung|abteilung|fachbereich|referat|sekretariat|vorstand|verwaltung|stelle|chef|chefin)$/u;

/** `dir und Chike`, `Unser Bertl geht`, `Die Trixi lässt grüßen`, `der alte Mayer sei`, `Der Chef (Klein) meint` */
export function companions(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 1; index < reading.words.length; index++) {
    const name = reading.cited[index] === 1 ? null : companionAt(reading, words, index);
    if (name === null) continue;
    found.push({ name, rule: 'companion', sure: 2, gender: null, plural: false });
    index = name.to - 1;
  }
  return found;
}

function companionAt(reading: Reading, words: Words, at: number): Name | null {
  const before = reading.lower[at - 1] as string;
  if (before === '(') return bracketed(reading, words, at);
  if (!joined(reading, at) || !isFree(reading, words, at)) return null;
  if (before === 'und' && PERSONAL.test(reading.lower[at - 2] ?? '')) return beside(reading, at);
  const unknown = WITH.test(before) ? unknownCompanion(reading, at) : null;
  if (unknown !== null) return unknown;
  if (ARTICLE.test(before) && /[^aeiou]i$/u.test(reading.lower[at] as string)) {
    const pet = acts(reading, at + 1) ? unknownCompanion(reading, at) : null;
    if (pet !== null) return pet;
  }
  if (
    SMALL.test(before) &&
    reading.shape[at - 1] === SHAPE.lower &&
    /^(?:d(?:er|ie|en|em)|vom|beim|zum)$/u.test(reading.lower[at - 2] ?? '')
  )
    return surnameOf(reading, at);
  return ARTICLE.test(before) ? doing(reading, at, before) : null;
}

/** Whether nothing but its capital speaks against a word as a name. */
function isFree(reading: Reading, words: Words, at: number): boolean {
  const lower = reading.lower[at] as string;
  return (
    mayName(reading, at) &&
    reading.shape[at] === SHAPE.capital &&
    lower.length > 2 &&
    lower.length <= MAX_LENGTH &&
    !STOP.has(lower) &&
    !ABBREVIATION.has(lower) &&
    !BRAND.has(lower) &&
    !EPONYM.has(lower) &&
    !isBody(lower) &&
    !isRole(reading, at) &&
    !words.isCompound(reading.words[at]?.text ?? '')
  );
}

function sole(reading: Reading, at: number): Name {
  return is(reading, at, GIVEN)
    ? { from: at, to: at + 1, given: [at, at + 1], surname: [at + 1, at + 1] }
    : { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] };
}

function beside(reading: Reading, at: number): Name | null {
  const closes =
    at + 1 >= reading.words.length ||
    !joined(reading, at + 1) ||
    /^[,.!?:;)]$/u.test(reading.lower[at + 1] as string);
  if (is(reading, at, COMMON) || (is(reading, at, PLACE) && !is(reading, at, NAMED))) return null;
  return closes || is(reading, at, GIVEN)
    ? { from: at, to: at + 1, given: [at, at + 1], surname: [at + 1, at + 1] }
    : null;
}

/** `die Gitti morgen kommt`, `den Rudi fragen` */
function acts(reading: Reading, at: number): boolean {
  const lower = reading.lower[at] ?? '';
  return (
    HUMAN.test(lower) ||
    isVerbOfPerson(lower) ||
    /^(?:morgen|heute|gestern|nicht|noch|auch|schon|mal|fragen|und|mit|nie|immer|doch|dann|jetzt)$/u.test(
      lower,
    )
  );
}

/** `mit Dascha`, `zu Moni`: a word that no list holds and that ends as pet names do. */
function unknownCompanion(reading: Reading, at: number): Name | null {
  const lower = reading.lower[at] as string;
  if (reading.flags[at] !== 0 || lower.length < 4 || lower.length > 8 || !/[^aeiou][ai]$/u.test(lower))
    return null;
  const next = at + 1;
  const ends =
    next >= reading.words.length ||
    !joined(reading, next) ||
    reading.shape[next] === SHAPE.lower ||
    reading.words[next]?.kind === 'sign';
  return ends ? sole(reading, at) : null;
}

/** `der alte Mayer,` `dem jungen Steuerwald hab ich`: a name, or a word that no list holds. */
function surnameOf(reading: Reading, at: number): Name | null {
  const named = is(reading, at, WORD.surname);
  if (named ? is(reading, at, WORD.noun) : reading.flags[at] !== 0) return null;
  const next = at + 1;
  const ends =
    next >= reading.words.length || !joined(reading, next) || reading.shape[next] !== SHAPE.capital;
  return ends ? sole(reading, at) : null;
}

/** `Der Hilgert hat angerufen`, `Unser Bertl geht`: an article, a name that may be a town or a word no list holds, a verb. */
function doing(reading: Reading, at: number, article: string): Name | null {
  const next = at + 1;
  if (next >= reading.words.length || !joined(reading, next) || reading.shape[next] !== SHAPE.lower)
    return null;
  const verb = reading.lower[next] as string;
  const lower = reading.lower[at] as string;
  const human = HUMAN.test(verb) || isVerbOfSpeech(verb);
  if (reading.flags[at] === 0) {
    if (NOUN_END.test(lower) && !/l$/u.test(lower)) return null;
    return human || (POSSESSIVE.test(article) && isVerbOfPerson(verb)) ? sole(reading, at) : null;
  }
  const named = is(reading, at, NAMED) && !is(reading, at, COMMON) && !is(reading, at, WORD.area);
  return named && (human || /^(?:hat|hatte|wird|habe|soll)$/u.test(verb)) ? sole(reading, at) : null;
}

/** `Der Chef (von Zitzewitz)`, `Personalrat (Klein)` */
function bracketed(reading: Reading, words: Words, at: number): Name | null {
  const role = at - 2;
  if (role < 0 || !joined(reading, at - 1)) return null;
  const office = isRole(reading, role);
  if (!office && !BODY_BEFORE.test(reading.lower[role] as string)) return null;
  const name = nameAt(reading, words, at, 'likely');
  const fits =
    name ??
    (office && is(reading, at, WORD.noun) && is(reading, at + 2, WORD.verb) && isFree(reading, words, at)
      ? sole(reading, at)
      : null);
  if (fits === null || reading.words[fits.to]?.text !== ')') return null;
  const last = fits.to - 1;
  if (fits.to - fits.from === 1) {
    if (reading.shape[at] === SHAPE.upper || ABBREVIATION.has(reading.lower[at] as string)) return null;
    if (is(reading, last, PLACE) && !is(reading, last, GIVEN) && !is(reading, last, WORD.surname))
      return null;
    if (
      is(reading, last, WORD.noun) &&
      !is(reading, last, NAMED) &&
      /(?:en|ung|in)$/u.test(reading.lower[last] as string)
    )
      return null;
  }
  return fits;
}
