import type { Found } from './found.ts';
import { type Name, nameAt } from './grammar.ts';
import { COMMON, GIVEN, NAMED, PLACE, type Reading, SHAPE, is, isRole, joined, mayName } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { EPONYM } from './eponyms.ts';
import { ABBREVIATION, AMBIGUOUS, BRAND, STOP, isBody } from './stops.ts';
import type { Words } from './words.ts';

/** What in an office only a person does, in the singular. */
const ACTS =
  /^(?:sagt|sagte|meint|meinte|fragt|fragte|berichtet|berichtete|erklärt|erklärte|erläutert|erläuterte|bittet|bat|möchte|will|wollte|schlägt|schlug|bemängelt|bemängelte|fordert|forderte|kritisiert|kritisierte|betont|betonte|ergänzt|ergänzte|verspricht|versprach|ruft|rief|meldet|meldete|bestätigt|bestätigte|antwortet|antwortete|kennt|kannte|vermisst|lacht|lachte|weint|weinte|weiß|wusste|weigert|weigerte|verkauft|verkaufte|übernimmt|übernahm|moniert|monierte|wünscht|bezweifelt|erinnert|erinnerte|dankt|dankte|begrüßt|begrüßte|kümmert|telefoniert|unterschreibt|unterschrieb|entgegnet|entgegnete|behauptet|behauptete|erzählt|erzählte|schimpft|schimpfte|glaubt|hofft|verneint|bejaht)$/u;
/** … and with these only in company of another verb: `regt an`, `stellt vor`. */
const SPLIT = new Map([
  ['regt', 'an'],
  ['regte', 'an'],
  ['stellt', 'vor'],
  ['stellte', 'vor'],
  ['teilt', 'mit'],
  ['teilte', 'mit'],
  ['lehnt', 'ab'],
  ['lehnte', 'ab'],
  ['trägt', 'vor'],
  ['trug', 'vor'],
  ['gibt', 'an'],
  ['gab', 'an'],
  ['stimmt', 'zu'],
  ['stimmte', 'zu'],
  ['sagt', 'ab'],
  ['lädt', 'ein'],
  ['weist', 'hin'],
  ['wies', 'hin'],
]);
const MAX_SPLIT = 14;
/** Bodies that speak as persons do, and matter without an article. */
const INSTITUTION =
  /(?:polizei|presse|behörden?|gericht|kirche|politik|opposition|kammer|senat|ministerium|bank|kasse|justiz|schule|verein|kita|wehr|amt|publikum|volk|firma|literatur|lehre|schrifttum|mehrheit|minderheit|hälfte|rat|tag|kommission|kabinett|ausschuss|fraktion|koalition|union|zeitung|studie|bericht|industrie|handel|wirtschaft|wissenschaft|forschung|medien|radio|sender|verlag|gesetz|recht|norm|satz|vorschrift|niemand|jemand|jeder|keiner|alles|nichts|wasser|geld|post|strom|gas|öl|holz|luft|regen|schnee|fernsehen|internet|kundschaft|personal|jugend|nachwuchs|akte|akten|dritter?|dritte|einzelne|mancher|wer|seite|gegenseite|partei)$/u;
/** Before these and a preposition somebody is meant: `Rückruf an Wurm`, `abgestimmt mit Specht`. */
const CONTACT =
  /^(?:rückruf|telefonat|telefongespräch|telefonisch|anruf|rücksprache|rückfrage|nachfrage|rs|gespräch|kopie|weiterleitung|weitergeleitet|abgestimmt|abstimmung|besprochen|besprechung|geklärt|vereinbart|genehmigt|gezeichnet|mail|info|gesprochen|angerufen|verpachtet|vermietet|treffen|absprache|abgesprochen|vorgang|auf|antrag|enthaltung|gegenstimme|zusage|absage|zuruf|hinweis|übergabe|vorgestellt|geprüft|erstellt|unterschrieben|mitgeteilt|vertreten|begleitet|grüße|gruß|grüß)$/u;
const PREPOSITION = /^(?:mit|an|von|bei)$/u;
const MAX_NOUN = 10;
const NO_NAME =
  /(?:ung|heit|keit|schaft|ion|tät|nis|ismus|chen|lein|ik|ie|um|ment|anz|enz|tum|sal|ling|erei|age|ur|en|ern|eln)$/u;

/** Names that mean something else, told by what they do or by who deals with them: `Wurm bittet`, `Rückruf an Wurm`. */
export function agents(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    if (!isFree(reading, words, index)) continue;
    const family = household(reading, words, index);
    const name = family ?? acting(reading, index) ?? contacted(reading, words, index);
    if (name === null) continue;
    found.push({
      name,
      rule: 'agent',
      sure: is(reading, index, NAMED) || reading.flags[index] === 0 ? 2 : 1,
      gender: null,
      plural: family !== null,
    });
    index = name.to - 1;
  }
  return found;
}

function isFree(reading: Reading, words: Words, at: number): boolean {
  const lower = reading.lower[at] as string;
  return (
    mayName(reading, at) &&
    reading.shape[at] === SHAPE.capital &&
    reading.cited[at] === 0 &&
    lower.length > 2 &&
    !STOP.has(lower) &&
    !ABBREVIATION.has(lower) &&
    !AMBIGUOUS.has(lower) &&
    !BRAND.has(lower) &&
    !EPONYM.has(lower) &&
    !isBody(lower) &&
    !is(reading, at, WORD.function | WORD.area) &&
    !isRole(reading, at) &&
    !INSTITUTION.test(lower) &&
    !words.isCompound(reading.words[at]?.text ?? '')
  );
}

/** A word that a list of surnames holds, one in no list, or a short noun that has no mark of an abstract one. */
function mayBeNoun(reading: Reading, at: number): boolean {
  const lower = reading.lower[at] as string;
  if (is(reading, at, NAMED)) return !is(reading, at, WORD.verb) || is(reading, at, WORD.noun);
  if (is(reading, at, PLACE) || lower.length > MAX_NOUN || NO_NAME.test(lower)) return false;
  return is(reading, at, WORD.noun) && !is(reading, at, WORD.adjective | WORD.verb);
}

function sole(reading: Reading, at: number): Name {
  return is(reading, at, GIVEN) && !is(reading, at, WORD.surname)
    ? { from: at, to: at + 1, given: [at, at + 1], surname: [at + 1, at + 1] }
    : { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] };
}

/** `Wurm bittet um Rückruf`: in the singular no noun begins a sentence without an article. */
function acting(reading: Reading, at: number): Name | null {
  const next = at + 1;
  if (reading.opens[at] === 0 || next >= reading.words.length || !joined(reading, next)) return null;
  if (reading.shape[next] !== SHAPE.lower || !mayBeNoun(reading, at)) return null;
  const verb = reading.lower[next] as string;
  const particle = SPLIT.get(verb);
  const acts = ACTS.test(verb) || (particle !== undefined && isSplit(reading, next + 1, particle));
  return acts ? sole(reading, at) : null;
}

/** Whether the particle of a verb closes its sentence: `regt an, dass …`, `lehnt den Antrag ab.` */
function isSplit(reading: Reading, from: number, particle: string): boolean {
  for (let at = from; at < from + MAX_SPLIT && at < reading.words.length; at++) {
    if (!joined(reading, at) || /^[.;!?]$/u.test(reading.lower[at] as string)) return false;
    const behind = reading.lower[at + 1] ?? '.';
    if (reading.lower[at] === particle && (at + 1 >= reading.words.length || /^[.,;:!]$/u.test(behind)))
      return true;
  }
  return false;
}

/** `Rückruf an Wurm.` */
function contacted(reading: Reading, words: Words, at: number): Name | null {
  const preposition = at - 1;
  if (preposition < 1 || !joined(reading, at) || !joined(reading, preposition)) return null;
  if (!PREPOSITION.test(reading.lower[preposition] as string)) return null;
  if (!CONTACT.test(reading.lower[preposition - 1] as string)) return null;
  const next = at + 1;
  const ends =
    next >= reading.words.length ||
    !joined(reading, next) ||
    /^(?:[,.;:!?()/]|vom|von|und|am|im|wegen|wird|gehalten|besprochen|geklärt|vereinbart|zurück|zur|zu)$/u.test(
      reading.lower[next] as string,
    );
  const strange = reading.flags[at] === 0 && !NO_NAME.test(reading.lower[at] as string);
  if (!strange && !mayBeNoun(reading, at)) return null;
  const name = nameAt(reading, words, at, 'likely');
  if (name !== null && name.to - name.from > 1) return name;
  return ends ? sole(reading, at) : null;
}

/** `bei Löfflers`: the plural of a surname. */
function household(reading: Reading, words: Words, at: number): Name | null {
  const text = reading.words[at]?.text ?? '';
  if (reading.lower[at - 1] !== 'bei' || !joined(reading, at) || !/[^s]s$/u.test(text)) return null;
  if (reading.shape[at + 1] === SHAPE.capital && joined(reading, at + 1)) return null;
  const stem = words.own(text.slice(0, -1));
  const plural = (words.own(text) & COMMON) === 0 || (stem & WORD.surname) !== 0;
  return plural && (stem & WORD.surname) !== 0 && (stem & PLACE) === 0
    ? { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] }
    : null;
}
