import type { Found } from './found.ts';
import { type Name, initialEnd, nameAt } from './grammar.ts';
import { COMMON, GAP, GIVEN, NAMED, type Reading, SHAPE, is, joined, mayName } from './reading.ts';
import { behindTitles } from './salutations.ts';
import { particlesEnd } from './particles.ts';
import { reversedAt } from './reversed.ts';
import { isRoleWord } from './roles.ts';
import { STOP, isBody } from './stops.ts';
import type { Words } from './words.ts';

/** What a label says of what stands behind it. */
export type LabelKind = 'name' | 'given' | 'surname';

const NAME_LABEL =
  /^(?:name|namen|nachname[n]?|familienname[n]?|zuname|geburtsname[n]?|mädchenname|vorname[n]?|rufname[n]?|\p{L}{0,24}(?:bearbeiter|ansprechpartner|ansprechperson|verfasser|antragsteller|eigentümer|inhaber|vertreter|vertretung|betreuer|berater|leiter|leitung|führer|halter|mieter|fahrer|empfänger|kläger|zeuge|zeugen|schuldner|gläubiger|absender|unterzeichner|melder|anrufer|besucher|beteiligte|beteiligter|bevollmächtigte|bevollmächtigter|patient|bauherr|bauherrschaft|vater|mutter|kind|kinder|ehegatte|ehegattin|partner|ehefrau|ehemann|sohn|tochter|eltern|vorsitz|vorsitzender|vorsitzende|protokoll|protokollant|protokollführung|schriftführung|schriftführer|moderation|teilnehmer|teilnehmende|teilnehmerinnen|anwesend|anwesende|abwesend|entschuldigt|gäste|verteiler|mitzeichnung|kontoinhaber|kunde|kundin|bewerber|schüler|lehrer|arzt|hausarzt|sachverständiger|gutachter|kontakt|kontaktperson|kollege|referent|koordination|redaktion|freigabe|geprüft|erstellt|bearbeitet|verfasst|aufgenommen|gesehen|genehmigt|zuständig|aushilfe|mitglied|ratsmitglied|mitglieder|ratsmitglieder|gruppenleitung|schulleitung|fraktion|zahlungspflichtige|zahlungspflichtiger|bevollmächtigter|dolmetscher|trainer|betreff|hausverwaltung|vertretung|kursleitung|kasse|erfasst|unterschrift|gezeichnet|person|personen|zuständig|betroffene|betroffener|verstorbene|verstorbener|verantwortlich|verantwortliche|verantwortlicher)(?:in|innen|s|n|en)?)$/u;
const GIVEN_LABEL = /^(?:vorname[n]?|rufname[n]?)$/u;
const SURNAME_LABEL = /^(?:nachname[n]?|familienname[n]?|zuname|geburtsname[n]?|mädchenname)$/u;
const HEADER_LABEL = new Set(['von', 'an', 'cc', 'bcc', 'from', 'to', 'kopie']);
const MAX_LISTED = 40;

/** Which kind of label a word in small letters is, or none. */
export function labelKind(lower: string): LabelKind | null {
  if (lower.length > 40) return null;
  if (GIVEN_LABEL.test(lower)) return 'given';
  if (SURNAME_LABEL.test(lower)) return 'surname';
  return NAME_LABEL.test(lower) || isRoleWord(lower) ? 'name' : null;
}

/** `Name: Müller`, `Bearbeiterin: A. Weber`, `Teilnehmer: Klein, Groß, Yıldız`, `Von: Petra Klein <…>`, `z. Hd. Frau …` */
export function labels(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    const lower = reading.lower[index] as string;
    const header =
      HEADER_LABEL.has(lower) && reading.gap[index] !== GAP.none && reading.words[index + 1]?.text === ':';
    const kind = header ? 'name' : labelKind(lower);
    if (kind === null) continue;
    const colon = behindLabel(reading, index + 1);
    if (colon === null) continue;
    // The value may stand on the line below, but not behind an empty one.
    if (
      reading.gap[colon] === GAP.paragraph ||
      (reading.gap[colon] !== GAP.none && nextIsLabel(reading, colon))
    )
      continue;
    for (const name of listed(reading, words, colon, kind, header))
      found.push({ name, rule: header ? 'header' : 'label', sure: 3, gender: null, plural: false });
  }
  return found;
}

/** Behind `Name:`, `Name, Vorname:`, `Antragsteller/in:`, `Sachbearbeiter(in) :`; null where no colon closes the label. */
function behindLabel(reading: Reading, from: number): number | null {
  for (let at = from; at < from + 8 && at < reading.words.length; at++) {
    const text = reading.words[at]?.text ?? '';
    if (text === ':') return at + 1;
    if (!joined(reading, at)) return null;
    const lower = reading.lower[at] as string;
    if (
      !/^(?:[,/()&.-]|in|innen|r|und|oder|der|des|am|vom|von|durch|\*|person|kindes|datum|\d{1,2})$/u.test(
        lower,
      ) &&
      labelKind(lower) === null &&
      !/^(?:antragstellers|antragstellerin|mutter|vaters|kindes|patienten|ehegatten|ehefrau|halters)$/u.test(
        lower,
      )
    )
      return null;
  }
  return null;
}

function nextIsLabel(reading: Reading, at: number): boolean {
  return (
    labelKind(reading.lower[at] ?? '') !== null ||
    reading.words[at + 1]?.text === ':' ||
    reading.words[at + 2]?.text === ':'
  );
}

/** The names of a value, apart by commas, semicolons and `und`, to the end of its line. */
export function listed(
  reading: Reading,
  words: Words,
  from: number,
  kind: LabelKind,
  header: boolean,
): Name[] {
  const names: Name[] = [];
  const doubtful: Name[] = [];
  let at = from;
  while (
    names.length < MAX_LISTED &&
    at < reading.words.length &&
    (at === from || reading.gap[at] === GAP.none)
  ) {
    while (QUOTES.has(reading.lower[at] ?? '')) at++;
    const start = behindTitles(reading, at);
    const name =
      start < reading.words.length && (start === from || joined(reading, start))
        ? valueAt(reading, words, start, kind)
        : null;
    if (name !== null) {
      names.push(name);
      at = name.to;
    } else if (isDoubtful(reading, words, start))
      doubtful.push({ from: start, to: start + 1, given: [start, start], surname: [start, start + 1] });
    // Behind the name: a function in brackets, an address, then the next one.
    const end = behindItem(reading, at);
    if (end >= reading.words.length || !joined(reading, end) || !isSeparator(reading, end)) break;
    if (name === null && !header && names.length === 0 && doubtful.length === 0) break;
    at = end + 1;
  }
  // `Hahn, Müller, Prinz, Yıldız`: among names a noun is one, too.
  return names.length > doubtful.length && names.length > 1 ? [...names, ...doubtful] : names;
}

const QUOTES = new Set(['"', '„', '“', '”', "'", '»', '«']);
const MAX_ITEM = 14;

function behindItem(reading: Reading, from: number): number {
  let at = from;
  let depth = 0;
  for (let count = 0; count < MAX_ITEM && at < reading.words.length && joined(reading, at); count++) {
    const text = reading.words[at]?.text;
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if (text === ':' || (depth <= 0 && isSeparator(reading, at))) break;
    at++;
  }
  return at;
}

/** A common noun that stands alone between two separators. */
function isDoubtful(reading: Reading, words: Words, at: number): boolean {
  if (at >= reading.words.length || !mayName(reading, at) || STOP.has(reading.lower[at] as string))
    return false;
  if (!is(reading, at, COMMON) || words.isCompound(reading.words[at]?.text ?? '')) return false;
  const next = at + 1;
  return next >= reading.words.length || !joined(reading, next) || isSeparator(reading, next);
}

function isSeparator(reading: Reading, at: number): boolean {
  return [',', ';', 'und', '/', '&', 'sowie'].includes(reading.lower[at] as string);
}

function valueAt(reading: Reading, words: Words, at: number, kind: LabelKind): Name | null {
  const lower = reading.lower[at] ?? '';
  if (STOP.has(lower) && !is(reading, at, NAMED) && particlesEnd(reading, at) === at) return null;
  if (labelKind(lower) !== null && !is(reading, at, NAMED)) return null;
  if (initialEnd(reading, at) === at && !mayName(reading, at) && reading.shape[at] !== SHAPE.lower)
    return null;
  const turned = kind === 'given' ? null : reversedAt(reading, words, at, true);
  if (turned !== null) return turned;
  const surely = kind !== 'name';
  const noun = is(reading, at, COMMON) && !is(reading, at, NAMED);
  if (noun && !surely) return null;
  if (reading.shape[at] === SHAPE.lower) {
    const small = smallValue(reading, at);
    if (small !== null) return small;
  }
  const name = nameAt(reading, words, at, surely ? 'told' : 'likely');
  if (name === null) return null;
  if (kind === 'given') return { ...name, given: [name.from, name.to], surname: [name.to, name.to] };
  if (kind === 'surname' && name.to - name.from === 1)
    return { ...name, given: [name.from, name.from], surname: [name.from, name.to] };
  return name;
}

const MAX_SMALL = 3;

/** `heiko stemler <…>`: a name in small letters before an address or the line's end. */
function smallValue(reading: Reading, from: number): Name | null {
  let at = from;
  while (
    at < from + MAX_SMALL &&
    at < reading.words.length &&
    (at === from || joined(reading, at)) &&
    reading.shape[at] === SHAPE.lower &&
    reading.closed[at] === 0
  )
    at++;
  const closes =
    at >= reading.words.length ||
    !joined(reading, at) ||
    reading.words[at]?.text === '<' ||
    reading.closed[at] === 1;
  const given = is(reading, from, GIVEN) && !is(reading, from, COMMON);
  if (at === from || !closes || !given) return null;
  for (let index = from + 1; index < at; index++)
    if (is(reading, index, COMMON) && !is(reading, index, NAMED)) return null;
  return at - from === 1
    ? { from, to: at, given: [from, at], surname: [at, at] }
    : { from, to: at, given: [from, at - 1], surname: [at - 1, at] };
}

interface Marker {
  words: readonly string[];
  /** Whether a Kürzel may stand behind it. */
  short: boolean;
}

const MARKERS: readonly Marker[] = [
  { words: ['i', '.', 'a', '.'], short: true },
  { words: ['i', '.', 'v', '.'], short: true },
  { words: ['im', 'auftrag'], short: true },
  { words: ['in', 'vertretung'], short: true },
  { words: ['gez', '.'], short: true },
  { words: ['z', '.', 'hd', '.'], short: false },
  { words: ['z', '.', 'h', '.'], short: false },
  { words: ['zu', 'händen'], short: false },
  { words: ['zhd', '.'], short: false },
  { words: ['c', '/', 'o'], short: false },
  { words: ['bearb', '.'], short: true },
  { words: ['bearb', '.', ':'], short: true },
  { words: ['geb', '.'], short: false },
  { words: ['geborene'], short: false },
  { words: ['geborener'], short: false },
  { words: ['geborenen'], short: false },
  { words: ['verw', '.'], short: false },
  { words: ['verwitwete'], short: false },
  { words: ['geschiedene'], short: false },
  { words: ['alias'], short: false },
  { words: ['mein', 'name', 'ist'], short: false },
  { words: ['ich', 'heiße'], short: false },
  { words: ['ich', ','], short: false },
  { words: ['namens'], short: false },
  { words: ['unterzeichnet', ':'], short: true },
  { words: ['gezeichnet'], short: true },
  { words: ['attn', '.'], short: false },
  { words: ['attn', ':'], short: false },
];
const FIRST = new Map<string, Marker[]>();
for (const marker of MARKERS) {
  const first = marker.words[0] as string;
  FIRST.set(first, [...(FIRST.get(first) ?? []), marker]);
}

/** `i. A. Müller`, `gez. Kl`, `z. Hd. Frau …`, `c/o Klein`, `geb. Schäfer`, `mein Name ist …` */
export function markers(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    const resubmitted = resubmission(reading, words, index);
    if (resubmitted !== null)
      found.push({ name: resubmitted, rule: 'marker', sure: 3, gender: null, plural: false });
    for (const marker of FIRST.get(reading.lower[index] as string) ?? []) {
      const name = behindMarker(reading, words, index, marker);
      if (name === null) continue;
      found.push({ name, rule: 'marker', sure: 3, gender: null, plural: false });
    }
  }
  return found;
}

const MAX_RESUBMISSION = 10;

/** `Wv. 13.10.2026 bei Schäfer` */
function resubmission(reading: Reading, words: Words, at: number): Name | null {
  if (reading.lower[at] !== 'bei') return null;
  for (let before = at - 1; before >= 0 && at - before < MAX_RESUBMISSION; before--) {
    const lower = reading.lower[before] as string;
    if (lower === 'wv' || lower === 'wiedervorlage') {
      const start = behindTitles(reading, at + 1);
      return start < reading.words.length && joined(reading, start) && is(reading, start, NAMED)
        ? nameAt(reading, words, start, 'likely')
        : strangeAt(reading, words, start);
    }
    if (reading.gap[before] !== GAP.none) return null;
  }
  return null;
}

/** The last word of a line, whatever it means. */
function strangeAt(reading: Reading, words: Words, at: number): Name | null {
  if (
    at >= reading.words.length ||
    !mayName(reading, at) ||
    STOP.has(reading.lower[at] as string) ||
    isBody(reading.lower[at] as string)
  )
    return null;
  const closes =
    at + 1 >= reading.words.length ||
    !joined(reading, at + 1) ||
    /^[,;)|]$/u.test(reading.words[at + 1]?.text ?? '');
  const bodies = words.isCompound(reading.words[at]?.text ?? '') || !closes;
  return bodies ? null : { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] };
}

function behindMarker(reading: Reading, words: Words, from: number, marker: Marker): Name | null {
  for (const [offset, word] of marker.words.entries()) if (reading.lower[from + offset] !== word) return null;
  let at = from + marker.words.length;
  if (reading.lower[at] === ':') at++;
  at = behindTitles(reading, at);
  // A signature stands below `i. A.`
  if (at >= reading.words.length || (!marker.short && !joined(reading, at))) return null;
  const born =
    marker.words[0]?.startsWith('gebor') || marker.words[0] === 'geb' || marker.words[0] === 'verw';
  if (is(reading, at, COMMON) && !is(reading, at, NAMED) && !marker.short && !born) return null;
  const name =
    nameAt(reading, words, at, 'likely') ?? (marker.short || born ? strangeAt(reading, words, at) : null);
  if (name !== null) {
    if (!born) return name;
    // `geb. Schäfer` names nothing but the surname.
    const surname = name.given[1] > name.given[0] && is(reading, name.from, 4) ? name.from + 1 : name.to;
    return { from: name.from, to: surname, given: [name.from, name.from], surname: [name.from, surname] };
  }
  const text = reading.words[at]?.text ?? '';
  const short =
    marker.short &&
    joined(reading, at) &&
    /^\p{Lu}\p{L}{0,3}$/u.test(text) &&
    !STOP.has(reading.lower[at] as string) &&
    reading.closed[at] === 0 &&
    (reading.flags[at] as number) === 0;
  return short ? { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] } : null;
}
