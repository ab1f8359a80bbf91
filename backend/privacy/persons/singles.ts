import type { Found } from './found.ts';
import { type Name, nameAt } from './grammar.ts';
import { COMMON, GIVEN, NAMED, PLACE, type Reading, SHAPE, is, joined, mayName, isRole } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { EPONYM } from './eponyms.ts';
import { isDegree } from './roles.ts';
import { ABBREVIATION, AMBIGUOUS, BRAND, STOP, isBody } from './stops.ts';
import { isVerbOfPerson, isVerbOfSpeech } from './verbs.ts';
import type { Words } from './words.ts';

const POSSESSIVE = /^(?:mein|dein|sein|ihr|unser|euer|eur)(?:e|en|em|er|es)?$/u;
/** Articles behind which no person stands without a title. */
const NEUTER = new Set([
  'das',
  'ein',
  'eine',
  'einen',
  'einem',
  'einer',
  'eines',
  'kein',
  'keine',
  'dieses',
  'jedes',
  'dem',
  'im',
  'ins',
  'am',
  'zum',
  'beim',
  'zur',
  'vom',
  'in',
  'pro',
  'je',
]);
const LOCATIVE =
  /^(?:in|nach|aus|bei|bis|ab|um|zwischen|stadt|gemeinde|kreis|landkreis|ort|ortsteil|stadtteil|ovg|vg|olg|lg|ag|vgh|amtsgericht|landgericht|verwaltungsgericht|oberverwaltungsgericht|oberlandesgericht|finanzamt|raum|richtung|bahnhof|\p{N}+)$/u;
/** Longer words that no list knows are rather compounds. */
const MAX_UNKNOWN = 12;
const SUBJECT_BEFORE = new Set(['sich', 'dass', 'daß', 'weil', 'ob', 'nachdem', 'obwohl']);
const NO_NAME_END =
  /(?:ig|isch|lich|end|bar|sam|haft|los|weise|wärts|ens|ung|ungen|gemäß|zufolge|frei|eres|vant|zu|ziff|hausen|heim|dorf|stadt|weiler|ingen|kirchen|furt|burg)$/u;
/** Behind these a word that no list holds is most likely a person. */
const PERSONAL = new Set(['so', 'laut', 'und']);

/** One word that is a name and nothing else, and unknown words where only persons stand (`sagte Petkovic`). */
export function singles(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    const particled = withParticle(reading, words, index);
    if (particled !== null) {
      found.push({ name: particled, rule: 'single', sure: 1, gender: null, plural: false });
      index = particled.to - 1;
      continue;
    }
    if (!mayName(reading, index) || reading.shape[index] !== SHAPE.capital) continue;
    const name = singleAt(reading, words, index);
    if (name === null) continue;
    found.push({ name, rule: 'single', sure: 1, gender: null, plural: false });
    index = name.to - 1;
  }
  return found;
}

/** Particles that are no preposition. */
const SURE_PARTICLE = /^(?:van|ter|ten|della|del|degli)$/u;

/** `ter Horst`, `van der Vaart`, `von und zu Steinach` */
function withParticle(reading: Reading, words: Words, at: number): Name | null {
  const lower = reading.lower[at] as string;
  if (reading.cited[at] === 1) return null;
  // `Von der Leyen kam`
  if (
    lower === 'von' &&
    reading.opens[at] === 1 &&
    reading.lower[at + 1] === 'der' &&
    is(reading, at + 2, WORD.surname) &&
    !is(reading, at + 2, COMMON | PLACE)
  )
    return nameAt(reading, words, at, 'likely');
  if (reading.shape[at] !== SHAPE.lower) return null;
  if (
    !SURE_PARTICLE.test(lower) &&
    !(lower === 'von' && reading.lower[at + 1] === 'und' && reading.lower[at + 2] === 'zu')
  )
    return null;
  // `Felsschlucht Gorge de la …`: behind a foreign word they belong to that.
  if (
    at > 0 &&
    joined(reading, at) &&
    reading.shape[at - 1] === SHAPE.capital &&
    !is(reading, at - 1, COMMON)
  )
    return null;
  return nameAt(reading, words, at, 'likely');
}

function singleAt(reading: Reading, words: Words, at: number): Name | null {
  const lower = reading.lower[at] as string;
  const flags = reading.flags[at] as number;
  if (
    STOP.has(lower) ||
    ABBREVIATION.has(lower) ||
    AMBIGUOUS.has(lower) ||
    isDegree(lower) ||
    BRAND.has(lower) ||
    EPONYM.has(lower) ||
    isBody(lower) ||
    lower.length < 3
  )
    return null;
  if (
    reading.cited[at] === 1 ||
    // `Weber et al. (2005)`
    reading.lower[at + 1] === 'et' ||
    bearsBody(reading, at) ||
    isQuoted(reading, at) ||
    inTitle(reading, at) ||
    isLatin(reading, at)
  )
    return null;
  const before = at > 0 && joined(reading, at) ? (reading.lower[at - 1] as string) : '';
  if (NEUTER.has(before) || isProduct(reading, at)) return null;
  // `mein Sample`, `schönes Cover`: foreign words are surnames elsewhere.
  if ((flags & GIVEN) === 0 && before !== '' && (POSSESSIVE.test(before) || isAttribute(reading, at - 1)))
    return null;
  if ((flags & NAMED) !== 0) {
    if ((flags & COMMON) !== 0 || isRole(reading, at)) return null;
    // `Wolfgang` is a town, too; a surname that is one (`Hagen`) needs a cue.
    if (
      (flags & PLACE) !== 0 &&
      ((flags & GIVEN) === 0 || (flags & WORD.area) !== 0 || LOCATIVE.test(before))
    )
      return null;
    return sole(reading, at);
  }
  if (flags !== 0 || lower.length > MAX_UNKNOWN || words.isCompound(reading.words[at]?.text ?? ''))
    return null;
  return speaks(reading, at) ? (nameAt(reading, words, at, 'likely') ?? sole(reading, at)) : null;
}

/** An inflected adjective before a noun (`schönes`, not `beendete`). */
function isAttribute(reading: Reading, at: number): boolean {
  return (
    reading.shape[at] === SHAPE.lower &&
    is(reading, at, WORD.adjective) &&
    !is(reading, at, WORD.function | WORD.verb) &&
    /e[nrsm]?$/u.test(reading.lower[at] as string)
  );
}

/** `sagte Petkovic`, `, meint Ketterer .`, `Kolb sagte` */
function speaks(reading: Reading, at: number): boolean {
  const before = joined(reading, at) ? (reading.lower[at - 1] ?? '') : '';
  const behind =
    at + 1 < reading.words.length && joined(reading, at + 1) ? (reading.lower[at + 1] as string) : '';
  if (isVerbOfSpeech(before) && !is(reading, at, COMMON)) return true;
  if (isVerbOfSpeech(behind) || isGenitive(reading, at)) return true;
  // `wollte Riis`, `fand Church`: behind a finite verb.
  if (
    reading.opens[at] === 0 &&
    reading.shape[at - 1] === SHAPE.lower &&
    is(reading, at - 1, WORD.verb) &&
    !is(reading, at - 1, WORD.function | WORD.adjective) &&
    !NOUN_END.test(reading.lower[at] as string)
  )
    return true;
  if (
    SUBJECT_BEFORE.has(before) &&
    !NO_NAME_END.test(reading.lower[at] as string) &&
    reading.shape[at + 1] !== SHAPE.capital
  )
    return true;
  if (at === 0 || !joined(reading, at) || reading.opens[at] === 1) return startsSentence(reading, at);
  return (
    PERSONAL.has(before) &&
    before === 'so' &&
    /^[.,"“»]$/u.test(behind) &&
    /^[,“"«–]$/u.test(reading.lower[at - 2] ?? '')
  );
}

const NOUN_END = /(?:ung|heit|keit|schaft|ion|tät|chen|lein|hausen|heim|dorf|stadt|ingen|en|em)$/u;

/** `Buurmanns Ausscheiden`: an unknown genitive without an article before a noun. */
function isGenitive(reading: Reading, at: number): boolean {
  const next = at + 1;
  if (
    reading.opens[at] === 1 ||
    !/[^suio]s$/u.test(reading.lower[at] as string) ||
    next >= reading.words.length ||
    !joined(reading, next)
  )
    return false;
  return (
    reading.shape[next] === SHAPE.capital &&
    is(reading, next, WORD.noun) &&
    !ARTICLE.test(reading.lower[at - 1] as string)
  );
}

const ARTICLE = /^(?:d(?:er|ie|as|en|em|es)|eine?[nmrs]?|jede[nmrs]?|diese[nmrs]?)$/u;

/** They have things for subjects as often: `Marcumar wurde pausiert`. */
const PASSIVE = /^(?:ist|war|wird|wurde|sei|werde)$/u;

/** `Demirović hatte …`, `Middelhoffs Anwalt …` */
function startsSentence(reading: Reading, at: number): boolean {
  const lower = reading.lower[at] as string;
  const next = at + 1;
  if (NO_NAME_END.test(lower) || next >= reading.words.length || !joined(reading, next)) return false;
  return isVerbOfPerson(reading.lower[next] as string) && !PASSIVE.test(reading.lower[next] as string);
}

const QUOTES = new Set(['„', '"', '“', '”', '»', '«', '‚', '‘', "'", '’', '›', '‹']);

/** A word alone in quotation marks is a title or a brand. */
function isQuoted(reading: Reading, at: number): boolean {
  return QUOTES.has(reading.lower[at - 1] ?? '') && QUOTES.has(reading.lower[at + 1] ?? '');
}

const FOREIGN = new Set([
  'of',
  'the',
  'and',
  '&',
  'or',
  'for',
  'to',
  'in',
  'on',
  'at',
  'de',
  'la',
  'el',
  'del',
  'di',
]);
const FOREIGN_BEFORE = new Set([
  'of',
  'the',
  'and',
  '&',
  'for',
  'to',
  'my',
  'your',
  'meu',
  'old',
  'new',
  'las',
  'los',
]);

/** A part of a longer foreign name (`Golden Eagle`, `Earl of Totnes`, `Hertz 87`). */
function inTitle(reading: Reading, at: number): boolean {
  const before = at > 0 && joined(reading, at) ? at - 1 : -1;
  const next = at + 1 < reading.words.length && joined(reading, at + 1) ? at + 1 : -1;
  if (next > 0) {
    const lower = reading.lower[next] as string;
    if (lower !== 'in' && FOREIGN.has(lower) && reading.shape[next] !== SHAPE.capital) return true;
    if (
      reading.words[next]?.kind === 'number' ||
      reading.shape[next] === SHAPE.upper ||
      reading.shape[next] === SHAPE.mixed
    )
      return true;
    if (
      reading.shape[next] === SHAPE.capital &&
      ((reading.flags[next] as number) === 0 || is(reading, next, PLACE)) &&
      !is(reading, at, GIVEN)
    )
      return true;
  }
  if (before < 0) return false;
  if (FOREIGN_BEFORE.has(reading.lower[before] as string)) return true;
  const shape = reading.shape[before];
  if (shape === SHAPE.upper || shape === SHAPE.mixed) return true;
  return shape === SHAPE.capital && reading.opens[before] === 0 && !is(reading, before, COMMON);
}

/** `Candida albicans`: behind it a word that no German text has. */
function isLatin(reading: Reading, at: number): boolean {
  const next = at + 1;
  return (
    next < reading.words.length &&
    joined(reading, next) &&
    reading.shape[next] === SHAPE.lower &&
    reading.flags[next] === 0 &&
    /(?:us|um|is|ae|ans|ens|a|i)$/u.test(reading.lower[next] as string) &&
    (reading.lower[next] as string).length > 4
  );
}

/** `Hersteller: Mercedes-Benz`, `Opel Adam` */
function isProduct(reading: Reading, at: number): boolean {
  const lower = reading.lower[at] as string;
  if (lower.includes('-') && lower.split('-').some((part) => BRAND.has(part))) return true;
  const before = reading.lower[at - 1] ?? '';
  if (BRAND.has(before) && joined(reading, at)) return true;
  return (
    before === ':' && /^(?:hersteller|marke|fabrikat|modell|typ|rasse)$/u.test(reading.lower[at - 2] ?? '')
  );
}

function bearsBody(reading: Reading, at: number): boolean {
  const next = at + 1;
  if (next >= reading.words.length || !joined(reading, next)) return false;
  const lower = reading.lower[next] as string;
  // `Beethoven -Sonate`: a hyphen set apart joins the name to a thing.
  if (lower.startsWith('-') && reading.words[next]?.spaced === false) return true;
  // `Robert Koch-Instituts`
  const dash = lower.lastIndexOf('-');
  if (dash > 0 && isBody(lower.slice(dash + 1))) return true;
  return isBody(lower) && reading.shape[next] !== SHAPE.lower;
}

function sole(reading: Reading, at: number): Name {
  // `Peter`, `Martin`: alone the given name is likelier.
  const given = is(reading, at, GIVEN);
  return given
    ? { from: at, to: at + 1, given: [at, at + 1], surname: [at + 1, at + 1] }
    : { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] };
}
