import type { Found } from './found.ts';
import { type Name, nameAt } from './grammar.ts';
import { GIVEN, NAMED, PLACE, type Reading, SHAPE, is, isRole, joined, mayName } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { genderOfRole, isDegree, isKin, isRank } from './roles.ts';
import { behindTitles } from './salutations.ts';
import { ABBREVIATION, BRAND, STOP, isBody } from './stops.ts';
import { isVerbOfPerson } from './verbs.ts';
import type { Words } from './words.ts';

/** Offices and ranks that stand with a full stop: `1. Beig. Käfer`. */
const SHORT_ROLE = new Set(
  'beig bgm obgm vors stv hptm ltn olt maj insp amtm pfr dir sachb sachv ehel psych med ing verw betr'.split(
    ' ',
  ),
);
/** Ranks and functions in capitals: `OAR Nest`, `PL Klein`. */
const ACRONYM =
  /^(?:voi|vi|var|ovr|oar|ar|oi|ai|roi|rr|orr|stoi|sti|sta|osta|bgm|obm|obgm|bm|ob|al|fbl|pl|sb|ra|rain|rin|boi|vfa|vfw|bfd|hbm|obm|lbm|pdl|wbl|stpdl|wf|bez|rechn)$/u;
/** Who works in a field is often called by it: `Sachbearbeiterin Wohngeld`, `Leiter Finanzen`. */
const OF_FIELD =
  /(?:leiter|leiterin|leitung|bearbeiter|bearbeiterin|mitarbeiter|mitarbeiterin|referent|referentin|dezernent|dezernentin|beauftragter?|lehrer|lehrerin|trainer|ingenieur|assistent|assistentin|berater|beraterin|techniker|experte|expertin|student|studentin|vorstand|minister|ministerin|planer)$/u;
/** Things that are given to a person, told to one or asked of one: `dem Antragsteller Auskunft geben`. */
const GIVEN_THINGS = new Set(
  (
    'anspruch auskunft einsicht akteneinsicht urlaub gelegenheit kenntnis zugang beihilfe widerspruch klage beschwerde recht geld ' +
    'hilfe schutz rat rechte pflichten angaben kosten leistungen daten akten zeit zutritt gehör rente sorge unterhalt fragen antwort ' +
    'bescheid post bericht vorrang ersatz schaden mehrarbeit teilzeit elternzeit pflege arbeit dienst heimat teil stellung partei ' +
    'mitteilung beweis beweise vollmacht sonderurlaub wohngeld bezüge trennungsgeld reisekosten asyl folge grund anlass gewalt ' +
    'person einspruch einwände fehler ruhe platz nachricht rechnung strafe glauben vertrauen mut respekt dank lob kritik geschenke blumen'
  ).split(' '),
);
/** Behind the plural of a role a noun is a thing. */
const PLURAL_ROLE = /(?:innen|schaft|ern|eltern|leute|[^sau]s)$/u;
const NO_NAME =
  /(?:ung|ungen|heit|keit|schaft|ion|ionen|tät|nis|nisse|ismus|mäßig|weise|gemäß|ens|eln|ern|kosten|zeit|recht|geld|amt|dienst|stelle|bereich|wesen)$/u;
const MAX_NOUN = 10;
/** `Vorsitzender Richter` is an office. */
const FIRST_OFFICE = /(?:vorsitzende[nr]?|beisitzende[nr]?|ehrenamtliche[nr]?)$/u;

/** `Beig. Käfer`, `OAR Nest`, `der Messbeamte Grell,`, `Bruder Bosse`: any word that stands where only a name does. */
export function behindRoles(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index + 1 < reading.words.length; index++) {
    const start = behindRole(reading, index);
    if (start === null || start >= reading.words.length || !joined(reading, start)) continue;
    const lower = reading.lower[index] as string;
    const kin = isKin(lower);
    const name = calledAt(reading, words, index, start, kin);
    if (name === null) continue;
    found.push({
      name,
      rule: 'role',
      sure: 2,
      gender: genderOfRole(lower),
      plural: lower === 'ehel',
    });
    index = name.to - 1;
  }
  return found;
}

/** Behind the role that begins at a place; null where none does. */
function behindRole(reading: Reading, at: number): number | null {
  const lower = reading.lower[at] as string;
  const shape = reading.shape[at];
  if (shape === SHAPE.lower || shape === SHAPE.none || reading.cited[at] === 1) return null;
  const dotted = reading.words[at + 1]?.text === '.';
  if (dotted && (SHORT_ROLE.has(lower) || lower === 'dipl')) return behindTitles(reading, at + 1);
  if (/^(?:dipl|diplom)-\p{L}{2,24}$/u.test(lower)) return behindTitles(reading, at + 1);
  if (
    (shape === SHAPE.upper || shape === SHAPE.mixed) &&
    (ACRONYM.test(lower) || isRank(lower.replace(/['’]/u, '')))
  )
    return behindTitles(reading, at + 1);
  if (lower === 'vertretung' || lower === 'enthaltung') return at + 1;
  if (!isRole(reading, at) || PLURAL_ROLE.test(lower)) return null;
  return at + 1;
}

function calledAt(reading: Reading, words: Words, role: number, at: number, kin: boolean): Name | null {
  const lower = reading.lower[at] as string;
  const text = reading.words[at]?.text ?? '';
  if (
    !mayName(reading, at) ||
    STOP.has(lower) ||
    ABBREVIATION.has(lower) ||
    (BRAND.has(lower) && isRole(reading, role)) ||
    isBody(lower) ||
    isDegree(lower) ||
    GIVEN_THINGS.has(lower) ||
    words.isCompound(text) ||
    (is(reading, at, WORD.function) && !is(reading, at, NAMED)) ||
    (isRole(reading, at) && (!is(reading, at, NAMED) || FIRST_OFFICE.test(reading.lower[role] as string)))
  )
    return null;
  const named = is(reading, at, NAMED);
  const noun = is(reading, at, WORD.noun) && !named;
  if (reading.shape[at] === SHAPE.upper && text.length < 4 && !named) return null;
  if (!named && (text.length > MAX_NOUN + 3 || NO_NAME.test(lower))) return null;
  if (!named && is(reading, at, PLACE) && OF_FIELD.test(reading.lower[role] as string)) return null;
  const two = nameAt(reading, words, at, 'likely');
  if (two !== null && two.to - two.from > 1) return two;
  const strong = !isRole(reading, role) && named;
  const end = strong && reading.shape[at + 1] !== SHAPE.capital ? 'end' : endOf(reading, at + 1);
  if (
    end === 'none' ||
    (noun && end === 'word' && reading.lower[at + 1] !== 'von' && isRole(reading, role)) ||
    (noun && (text.length > MAX_NOUN || /en$/u.test(lower)) && end !== 'verb')
  )
    return null;
  // `Sachbearbeiterin Wohngeld,` `Trainer Fußball`
  if (noun && OF_FIELD.test(reading.lower[role] as string) && end !== 'verb' && end !== 'bracket')
    return null;
  const given = kin && !(is(reading, at, WORD.surname) && !is(reading, at, GIVEN));
  return given
    ? { from: at, to: at + 1, given: [at, at + 1], surname: [at + 1, at + 1] }
    : { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] };
}

/** What stands behind a name that ends there. */
function endOf(reading: Reading, at: number): 'verb' | 'bracket' | 'end' | 'word' | 'none' {
  if (at >= reading.words.length || !joined(reading, at)) return 'end';
  const lower = reading.lower[at] as string;
  if (lower === '(') return 'bracket';
  if (/^[,:;.!?)/|–]$/u.test(lower)) return 'end';
  if (reading.shape[at] !== SHAPE.lower) return 'none';
  // `Beamte Ausnahmen zulassen`: the infinitive of a person has an object before it.
  if (isVerbOfPerson(lower)) return 'verb';
  if (/e[rl]?n$/u.test(lower) && is(reading, at, WORD.verb)) return 'none';
  if (is(reading, at, WORD.verb) && !is(reading, at, WORD.function | WORD.adjective)) return 'verb';
  return /^(?:und|oder|sowie|von|vom|aus|als|mit|auf|bei|am|im|da|in|nach)$/u.test(lower) ? 'word' : 'none';
}
