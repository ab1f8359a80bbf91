import type { Found } from './found.ts';
import { type Name, nameAt } from './grammar.ts';
import { GAP, type Reading, is, mayName, NAMED, COMMON } from './reading.ts';
import { type LabelKind, labelKind, listed } from './labels.ts';
import { behindTitles } from './salutations.ts';
import { isBody } from './stops.ts';
import type { Words } from './words.ts';

interface Row {
  /** Places of the first word of each cell and the one behind its last. */
  cells: [number, number][];
}

/** Names in columns whose heading says so (`| Name | Vorname |`) and beside labels (`| Antragsteller | Müller |`). */
export function tables(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  let columns: (LabelKind | null)[] = [];
  let last = -2;
  for (const [number, row] of rowsOf(reading)) {
    if (number !== last + 1) columns = [];
    last = number;
    const kinds = row.cells.map(([from, to]) => headingKind(reading, from, to));
    const heading =
      kinds.some((kind) => kind !== null) &&
      row.cells.every(([from, to], column) => kinds[column] !== null || !holdsName(reading, from, to));
    if (heading && columns.length === 0 && (row.cells.length > 2 || kinds.every((kind) => kind !== null))) {
      columns = kinds;
      continue;
    }
    for (const [column, [from, to]] of row.cells.entries()) {
      const kind = columns[column] ?? (column > 0 ? (kinds[column - 1] ?? null) : null);
      if (kind === null || (kinds[column] ?? null) !== null || from >= to) continue;
      for (const name of listed(reading, words, from, kind, false))
        if (name.to <= to) found.push({ name, rule: 'table', sure: 3, gender: null, plural: false });
    }
  }
  return found;
}

function headingKind(reading: Reading, from: number, to: number): LabelKind | null {
  if (from >= to || to - from > 6) return null;
  return labelKind(reading.lower[from] as string);
}

function holdsName(reading: Reading, from: number, to: number): boolean {
  return to > from && mayName(reading, from) && is(reading, from, NAMED) && !is(reading, from, COMMON);
}

/** Rows that are written with bars, with the number of their line. */
function* rowsOf(reading: Reading): Generator<[number, Row]> {
  let line = 0;
  let from = 0;
  for (let index = 1; index <= reading.words.length; index++) {
    const ends = index === reading.words.length || (reading.gap[index] as number) >= GAP.line;
    if (!ends) continue;
    const row = rowOf(reading, from, index);
    if (row !== null) {
      yield [line, row];
      line++;
    } else if (!isRule(reading, from, index)) line += 2;
    from = index;
  }
}

function isRule(reading: Reading, from: number, to: number): boolean {
  for (let index = from; index < to; index++)
    if (!/^[|:+=-]$/u.test(reading.words[index]?.text ?? '')) return false;
  return true;
}

function rowOf(reading: Reading, from: number, to: number): Row | null {
  const cells: [number, number][] = [];
  let start = from;
  let bars = 0;
  for (let index = from; index < to; index++) {
    if (reading.words[index]?.text !== '|') continue;
    bars++;
    if (index > from) cells.push([start, index]);
    start = index + 1;
  }
  if (start < to) cells.push([start, to]);
  return bars > 0 && !isRule(reading, from, to) ? { cells } : null;
}

/** Behind `CDU:` at the beginning of a line in a list of persons; the place itself where nothing of the kind stands. */
function partyEnd(reading: Reading, from: number): number {
  for (let at = from + 1; at < from + 5 && at < reading.words.length && reading.gap[at] === GAP.none; at++)
    if (reading.words[at]?.text === ':')
      return at + 1 < reading.words.length && reading.gap[at + 1] === GAP.none ? at + 1 : from;
  return from;
}

function nextLine(reading: Reading, from: number): number {
  let at = from;
  while (at < reading.words.length && (at === from || (reading.gap[at] as number) < GAP.line)) at++;
  return at;
}

const LIST_HEAD =
  /^(?:teilnehmer|teilnehmerinnen|teilnehmende|teilnehmerliste|anwesend|anwesende|anwesenheitsliste|abwesend|entschuldigt|verteiler|gäste|mitglieder|beteiligte|zeugen|unterzeichner|eingeladen|eingeladene|antragsteller|erben|eigentümer|ansprechpartner|personen|kinder|kindern)(?:in|innen|s|n)?$/u;
const MAX_LINES = 40;

/** Whether a word begins its line, a number or a bullet before it aside (`4. Verteiler:`). */
function startsLine(reading: Reading, index: number): boolean {
  let at = index;
  while (
    at > 0 &&
    reading.gap[at] === GAP.none &&
    index - at < 4 &&
    (reading.words[at - 1]?.kind === 'number' || /^[-–•>.)]$/u.test(reading.words[at - 1]?.text ?? ''))
  )
    at--;
  return reading.gap[at] !== GAP.none;
}

const UNIT = /^(?:fb|fd|abt|abteilung|ref|referat|sg|dez|dezernat|team|amt|zentrale)$/u;

/** `Rettich, Bauhof`, `Beil, FB 1`: in a list of persons any word before a unit of the house. */
function withUnit(reading: Reading, at: number): Name | null {
  if (!mayName(reading, at) || reading.words[at + 1]?.text !== ',' || isBody(reading.lower[at] as string))
    return null;
  const unit = reading.lower[at + 2] ?? '';
  return isBody(unit) || UNIT.test(unit)
    ? { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] }
    : null;
}

/** The lines under `Teilnehmer:`, each a name at its beginning. */
export function lists(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    if (!LIST_HEAD.test(reading.lower[index] as string) || !startsLine(reading, index)) continue;
    let at = index + 1;
    while (at < reading.words.length && (reading.gap[at] as number) < GAP.line) at++;
    if (at - index > 8) continue;
    let nameless = 0;
    for (let lines = 0; lines < MAX_LINES && nameless < 2 && at < reading.words.length; lines++) {
      if (lines > 0 && reading.gap[at] === GAP.paragraph) break;
      let start = at;
      while (/^[-–•>.)+]$/u.test(reading.words[start]?.text ?? '') || reading.words[start]?.kind === 'number')
        start++;
      const colon = partyEnd(reading, start);
      if (colon > start) {
        for (const name of listed(reading, words, colon, 'name', false))
          found.push({ name, rule: 'list', sure: 2, gender: null, plural: false });
        at = nextLine(reading, colon);
        continue;
      }
      start = behindTitles(reading, start);
      const name =
        start >= reading.words.length
          ? null
          : !is(reading, start, COMMON) || is(reading, start, NAMED)
            ? nameAt(reading, words, start, 'likely')
            : withUnit(reading, start);
      if (name !== null) found.push({ name, rule: 'list', sure: 2, gender: null, plural: false });
      nameless = name === null ? nameless + 1 : 0;
      at = nextLine(reading, name === null ? start : name.to - 1);
    }
    index = Math.max(index, at - 1);
  }
  return found;
}
