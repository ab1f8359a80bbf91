import type { Candidate } from '../span.ts';
import type { Token } from '../tokens.ts';
import { isCitation } from './citations.ts';
import { startOfDate } from './dates.ts';
import { farValue, isPostcode } from './far-values.ts';
import { labelsIn, type Mention } from './label-words.ts';
import { SOME_THING, type Label } from './labels.ts';
import { valueAt, type Value } from './label-values.ts';
import { cellBelow, nextLine, rowAt, type Row } from './table-cells.ts';

const SIGNS = /[ \t:=*_#|"„“”'’»«([>.–—-]{1,40}/uy;
/** A bracket or a hyphen before digits is a telephone number's own. */
const PHONE_SIGNS = /(?:[ \t:=*_#|"„“”'’»«[>.]|[–—(-](?![\d+])){1,40}/uy;
const WORDS =
  /(?:(?:hat|trägt|führt) die(?= Nummer| Nr)|lautet|lauten|ist|war|sind|die|der|das|dem|den|des|nrn|nr|nummer|no|n°|bei|uns|ihnen|wie|folgt|unter|mit|von|für|zu|meine[rs]?|ihre[rs]?|unsere[rs]?|folgende[rs]?|jetzt|neu|alt|intern|hier|privat|priv|dienstlich|dienstl|geschäftlich|mobil|tagsüber|abends|aktuell|am|und|auch|gerne|jederzeit)(?!\p{L})\.?/iuy;
const MAX_WORDS = 5;
const LEAD = /[ \t>|*_+#"„(-]{0,20}/uy;
const MAX_ROWS = 3000;
const MAX_LIST = 30;

const endOfLine = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
};

/** Goes over the signs and the small words between a label and its value. */
function skip(text: string, from: number, label: Label): { at: number; colon: boolean } {
  const signs = label.shape === 'phone' ? PHONE_SIGNS : SIGNS;
  let at = from;
  let colon = false;
  for (let count = 0; count <= MAX_WORDS;) {
    signs.lastIndex = at;
    const sign = signs.exec(text)?.[0] ?? '';
    if (/[:=|]/u.test(sign)) colon = true;
    at += sign.length;
    WORDS.lastIndex = at;
    const words = WORDS.exec(text)?.[0];
    const word = label.shape === 'secret' && words !== 'lautet' ? undefined : words;
    if (word === undefined || word === '') break;
    at += word.length;
    count++;
  }
  return { at, colon };
}

const REMARK = /^[.:]? ?\([^()\n]{0,60}\)[ \t]{0,8}:?[ \t]{0,20}$/u;

/** A full stop behind a label that is no abbreviation ends a sentence: what comes next is something else. */
function endsSentence(text: string, { start, end, colon }: Mention, line: number): boolean {
  const rest = text.slice(end, Math.min(line, end + 8));
  if (colon || rest.includes(':')) return false;
  return /^\s?[.!?]/u.test(rest) || (text[end - 1] === '.' && /\p{Ll}{5}\.$/u.test(text.slice(start, end)));
}

/** What stands in brackets behind its value: `280751 (Kundennummer)`. */
function valueBefore(text: string, { start, end, label }: Mention): Value | null {
  if (
    !/\( ?$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    !/^ ?[:.]?\)/u.test(text.slice(end, end + 3))
  )
    return null;
  const to = start - (text[start - 1] === ' ' ? 2 : 1);
  const close = text[to - 1] === ' ' ? to - 1 : to;
  if (label.shape === 'date') {
    const from = startOfDate(text, close);
    return from === null ? null : { start: from, end: close, kind: label.kind };
  }
  const from = Math.max(0, close - 32);
  const last = /(?<![^\s(:])[+(]?[\p{L}\d][\p{L}\d./:–()-]{2,31}$|(?<![^\s(:])[+(]?\d[\d ()/–-]{3,31}$/u.exec(
    text.slice(from, close),
  );
  if (last === null) return null;
  const value = valueAt(text, from + last.index, close, label, true);
  return value?.end === close ? value : null;
}

const JOINT = /(?: ?[,;/&+] ?(?:(?:und|oder|sowie) )?| (?:und|oder|sowie|bzw\.|bis|u\.) )/uy;

/** Further values that a list goes on with: `280751, 280752 und 280753`. */
function listed(text: string, first: Value, limit: number, label: Label): Value[] {
  const more: Value[] = [];
  if (!/^(?:file|number|phone|iban|plate|date)$/u.test(label.shape)) return more;
  let last = first;
  while (more.length < MAX_LIST) {
    JOINT.lastIndex = last.end;
    const joint = JOINT.exec(text)?.[0];
    if (joint === undefined || (label.shape === 'date' && !/[\p{L}/]/u.test(joint))) break;
    let at = last.end + joint.length;
    const short = label.shape === 'phone' && /[-–]/u.test(text[at] ?? '');
    if (short) at++;
    else if (label.shape === 'phone') {
      WORDS.lastIndex = at;
      const word = WORDS.exec(text)?.[0] ?? '';
      if (word !== '') at += word.length + (text[at + word.length] === ' ' ? 1 : 0);
    }
    if (!/[\d+(]|\p{Lu}{1,3}\d/u.test(text.slice(at, at + 4))) break;
    const value = valueAt(text, at, limit, short ? { ...label, digits: 2 } : label, false);
    const lengths = [value, first].map((span) => (span === null ? 0 : span.end - span.start));
    if (value === null || (label.shape !== 'phone' && Math.abs((lengths[0] ?? 0) - (lengths[1] ?? 0)) > 3))
      break;
    more.push(value);
    last = value;
  }
  return more;
}

const BESIDE_HEADING =
  /^\s{0,4}(?:$|[.:,;/()*-]|(?:und|bzw\.|des|der|von|am|in|den)(?!\p{L})|\p{Lu}[\p{L}.-]{1,30}$)/u;

/** The cells of a column below its heading. */
function columnValues(
  text: string,
  row: Row,
  mention: Mention,
  isLabel: (at: number) => boolean,
  rowOf: (at: number) => Row | null,
): Value[] {
  const column = row.cells.findIndex((cell) => cell.start <= mention.start && mention.end <= cell.end + 1);
  const cell = row.cells[column];
  if (cell === undefined || mention.start - cell.start > 24) return [];
  // A heading is its label, and at most something beside it: `Ihr Zeichen, Ihre Nachricht vom`.
  if (!BESIDE_HEADING.test(text.slice(mention.end, cell.end))) return [];
  const values: Value[] = [];
  let misses = 0;
  let line = nextLine(text, row.end);
  for (let rows = 0; rows < MAX_ROWS && line !== null && misses < 3; rows++) {
    const below = rowOf(line);
    if (below === null) break;
    const place = cellBelow(row, column, below);
    if (place !== null && isLabel(place.start)) break;
    const value =
      place === null || place.start === place.end
        ? null
        : valueAt(text, place.start, place.end, mention.label, true);
    if (value === null) misses++;
    else {
      misses = 0;
      values.push(value, ...listed(text, value, place?.end ?? value.end, mention.label));
    }
    line = nextLine(text, below.end);
  }
  return values;
}

/**
 * Values that their labels announce: beside them, on the next line, in the next cell, in the column below, a few words
 * away, or before them in brackets. What is a court's citation is left out.
 */
export function labelledIn(text: string, tokens: readonly Token[]): Candidate[] {
  const mentions = labelsIn(text, tokens);
  const starts = new Set(mentions.map((mention) => mention.start));
  const rows = new Map<number, Row | null>();
  const rowOf = (at: number): Row | null => {
    const known = rows.get(at);
    if (known !== undefined) return known;
    const row = rowAt(text, at);
    rows.set(at, row);
    return row;
  };
  const found: Candidate[] = [];
  let lineStart = 0;
  let line = endOfLine(text, 0);
  const put = ({ label, start }: Mention, value: Value) => {
    if (/^(?:file|mark)$/u.test(label.shape) && isCitation(text, start, value)) return;
    found.push({
      kind: value.kind,
      rule: `label-${label.shape}`,
      weight: label === SOME_THING ? 1 : 2,
      start: value.start,
      end: value.end,
    });
  };
  for (const [index, mention] of mentions.entries()) {
    const { label, end } = mention;
    while (line < mention.start) {
      lineStart = line + 1;
      line = endOfLine(text, lineStart);
    }
    const next = mentions.slice(index + 1, index + 3).find((other) => other.label.shape !== 'noun');
    const limit = next === undefined ? line : Math.min(line, Math.max(next.start, end));
    const { at, colon } = skip(text, end, label);
    // A number that is broken at the end of its line goes on in the next.
    const stop = limit === line && /[-–/]/u.test(text[line - 1] ?? '') ? endOfLine(text, line + 1) : limit;
    let value =
      at < limit
        ? valueAt(text, at, label.shape === 'iban' ? at + 80 : stop, label, colon || mention.colon)
        : null;
    if (value === null) {
      const row = rowOf(lineStart);
      const values =
        row === null ? [] : columnValues(text, row, mention, (place) => starts.has(place), rowOf);
      for (const below of values) put(mention, below);
      if (values.length > 0) continue;
    }
    if (
      value === null &&
      (at >= line || REMARK.test(text.slice(end, line))) &&
      label.shape !== 'noun' &&
      !endsSentence(text, mention, line)
    )
      value = valueBelow(text, line, label, starts);
    value ??= farValue(text, end, limit, line, label);
    value ??= valueBefore(text, mention);
    if (value === null) continue;
    put(mention, value);
    for (const other of listed(text, value, line, label)) put(mention, other);
  }
  return found;
}

/** A value that begins the next line, where the label ends its own. */
function valueBelow(text: string, end: number, label: Label, labels: ReadonlySet<number>): Value | null {
  const line = nextLine(text, end);
  if (line === null) return null;
  LEAD.lastIndex = line;
  const at = line + (LEAD.exec(text)?.[0].length ?? 0);
  if (labels.has(at) || isPostcode(text, at)) return null;
  const limit = label.shape === 'iban' ? at + 80 : endOfLine(text, at);
  return valueAt(text, at, limit, label, true);
}
