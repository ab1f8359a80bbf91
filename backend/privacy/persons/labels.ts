import type { Found } from './found.ts';
import { type Name, initialEnd, nameAt } from './grammar.ts';
import { COMMON, GAP, GIVEN, NAMED, type Reading, SHAPE, is, joined, mayName } from './reading.ts';
import { behindTitles } from './salutations.ts';
import { particlesEnd } from './particles.ts';
import { reversedAt } from './reversed.ts';
import { isRoleWord } from './roles.ts';
import { ABBREVIATION, STOP, isBody } from './stops.ts';
import type { Words } from './words.ts';

/** What a label says of what stands behind it. */
export type LabelKind = 'name' | 'given' | 'surname';

const NAME_LABEL =
  /^(?:tn|name|namen|nachname[n]?|familienname[n]?|zuname|geburtsname[n]?|mädchenname|vorname[n]?|rufname[n]?|\p{L}{0,24}(?:bearbeiter|ansprechpartner|ansprechperson|verfasser|antragsteller|eigentümer|inhaber|vertreter|vertretung|betreuer|berater|leiter|leitung|führer|halter|mieter|fahrer|empfänger|kläger|zeuge|zeugen|schuldner|gläubiger|absender|unterzeichner|melder|anrufer|besucher|beteiligte|beteiligter|bevollmächtigte|bevollmächtigter|patient|bauherr|bauherrschaft|vater|mutter|kind|kinder|ehegatte|ehegattin|partner|ehefrau|ehemann|sohn|tochter|eltern|vorsitz|vorsitzender|vorsitzende|protokoll|protokollant|protokollführung|schriftführung|schriftführer|moderation|teilnehmer|teilnehmende|teilnehmerinnen|anwesend|anwesende|abwesend|entschuldigt|gäste|verteiler|mitzeichnung|kontoinhaber|kunde|kundin|bewerber|schüler|lehrer|arzt|hausarzt|sachverständiger|gutachter|kontakt|kontaktperson|kollege|referent|koordination|redaktion|freigabe|geprüft|erstellt|bearbeitet|verfasst|aufgenommen|gesehen|genehmigt|zuständig|aushilfe|mitglied|ratsmitglied|mitglieder|ratsmitglieder|gruppenleitung|schulleitung|fraktion|zahlungspflichtige|zahlungspflichtiger|bevollmächtigter|dolmetscher|trainer|betreff|hausverwaltung|vertretung|kursleitung|kasse|erfasst|unterschrift|gezeichnet|person|personen|zuständig|betroffene|betroffener|verstorbene|verstorbener|verantwortlich|verantwortliche|verantwortlicher)(?:in|innen|s|n|en)?)$/u;
const GIVEN_LABEL = /^(?:vorname[n]?|rufname[n]?)$/u;
const SURNAME_LABEL = /^(?:nachname[n]?|familienname[n]?|zuname|geburtsname[n]?|mädchenname)$/u;
const HEADER_LABEL = new Set(['von', 'an', 'cc', 'bcc', 'from', 'to', 'kopie']);
/** Behind these nothing but persons is listed. */
const PRESENCE =
  /^(?:anwesend|anwesende|abwesend|abwesende|entschuldigt|teilnehmer|teilnehmende|teilnehmerinnen|tn|unentschuldigt)$/u;
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
    const colon = behindLabel(reading, index + 1) ?? behindBlanks(reading, index, kind);
    if (colon === null) continue;
    // The value may stand on the line below, but not behind an empty one.
    if (
      reading.gap[colon] === GAP.paragraph ||
      (reading.gap[colon] === GAP.line && nextIsLabel(reading, colon))
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

/** `Familienname        Klein`: rows of a form apart by blanks, of which at least two stand one below the other. */
function behindBlanks(reading: Reading, label: number, kind: LabelKind): number | null {
  const value = label + 1;
  if (reading.gap[value] !== GAP.column) return null;
  let start = label;
  while (start > 0 && label - start < 3 && joined(reading, start)) start--;
  if (joined(reading, start)) return null;
  const end = lineEnd(reading, value + 1);
  if (hasColumn(reading, value + 1, end)) return null;
  const below = lineEnd(reading, end + 1);
  const above = lineStart(reading, start - 1);
  const beside =
    (end < reading.words.length && reading.gap[end] === GAP.line && hasColumn(reading, end + 1, below)) ||
    (start > 0 && reading.gap[start] === GAP.line && hasColumn(reading, above + 1, start));
  return beside && (kind !== 'name' || labelKind(reading.lower[value] ?? '') === null) ? value : null;
}

const MAX_ROW = 16;

function lineEnd(reading: Reading, from: number): number {
  let at = from;
  while (at < reading.words.length && at < from + MAX_ROW && (reading.gap[at] as number) < GAP.line) at++;
  return at;
}

function lineStart(reading: Reading, from: number): number {
  let at = Math.max(from, 0);
  while (at > 0 && from - at < MAX_ROW && (reading.gap[at] as number) < GAP.line) at--;
  return at;
}

function hasColumn(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (reading.gap[at] === GAP.column) return true;
  return false;
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
  const told = PRESENCE.test(reading.lower[from - 2] ?? '') && !header;
  return told || (names.length > doubtful.length && names.length > 1) ? [...names, ...doubtful] : names;
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
  const lower = reading.lower[at] as string;
  if (isBody(lower) || ABBREVIATION.has(lower) || (labelKind(lower) !== null && !is(reading, at, NAMED)))
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
  if ((labelKind(lower) !== null || ABBREVIATION.has(lower)) && !is(reading, at, NAMED)) return null;
  if (ABBREVIATION.has(lower) && reading.words[at + 1]?.text === '.') return null;
  if (initialEnd(reading, at) === at && !mayName(reading, at) && reading.shape[at] !== SHAPE.lower)
    return null;
  const turned = kind === 'given' ? null : reversedAt(reading, words, at, true);
  if (turned !== null) return turned;
  const surely = kind !== 'name';
  const core = particlesEnd(reading, at);
  const noun = is(reading, core, COMMON) && !is(reading, core, NAMED) && core === at;
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
