import type { Check, FactMention } from '../../contract/checks.ts';
import type { TextBlock } from '../../contract/forms.ts';
import { findNormal, normalText, type NormalText, type Span, toSource } from '../../contract/normal-text.ts';
import type { Hearing, Heard } from '../tasks/hearing.ts';
import type { Reading } from '../tasks/reading.ts';
import { MarkerReader } from './markers.ts';

/** What a text without its Textbausteine is, and how they come back. */
export interface Locked {
  /** The reading with a marker in place of each Textbaustein. */
  reading: Reading;
  /** The same for another text that goes to the model, such as an earlier answer. */
  lock(text: string): string;
  /**
   * Puts the words of the Textbausteine back where the model wrote their markers, however the answer is cut. A marker
   * of the reading that it dropped is listed as a missing reference.
   */
  restore(hearing: Hearing): Hearing;
}

/** What stands in place of a gap of a Textbaustein may have so many characters. */
const MAX_FILLED_CHARS = 400;
/** So many places that begin like a Textbaustein are looked at. */
const MAX_TRIES = 1_000;
/** A Textbaustein whose pieces between the gaps are all shorter says too little to be known again. */
const MIN_CHARS = 12;
const WORD = /[\p{L}\p{N}]/u;
const GAP = /\[\[[^[\]]{1,500}\]\]/;
const MARKER_NUMBER = /Textbaustein\s{0,5}(\d{1,4})/giu;

interface Taken {
  label: string;
  /** Word for word as the source has it. */
  words: string;
}

/**
 * Locks the Textbausteine of a document: what a model does not see it cannot rewrite. They are found whatever white
 * space, quotation marks and Markdown the document has, and with their gaps filled in.
 * @param textBlocks the approved texts of the house
 */
export function lockTextBlocks(reading: Reading, textBlocks: readonly TextBlock[]): Locked {
  const patterns = textBlocks
    .map(({ label, text }) => patternOf(label, text))
    .filter(({ pieces }) => pieces.some((piece) => piece.length >= MIN_CHARS))
    // Of two that begin alike the longer one is meant.
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  const source = reading.kind === 'document' ? reading.text : '';
  const offset = highestNumber(source);
  const taken: Taken[] = [];

  const lock = (text: string): string => {
    const found = placesOf(text, patterns);
    let locked = '';
    let from = 0;
    for (const { label, span } of found) {
      const words = text.slice(span.start, span.end);
      let number = taken.findIndex((known) => known.words === words);
      if (number < 0) number = taken.push({ label, words }) - 1;
      locked += `${text.slice(from, span.start)}[[Textbaustein ${offset + number + 1}]]`;
      from = span.end;
    }
    return locked + text.slice(from);
  };

  const locked = reading.kind === 'document' ? { ...reading, text: lock(reading.text) } : reading;
  const expected = taken.length;
  return {
    reading: locked,
    lock,
    restore: (hearing) => restoring(hearing, taken, offset, expected),
  };
}

/** A Textbaustein as it is looked for. */
interface Pattern {
  label: string;
  /** The words between its gaps, normalised. */
  pieces: string[];
  /** Ends with a gap, with or without a full stop behind it: what was filled in goes on to the end of its line. */
  openEnd: boolean;
}

function patternOf(label: string, text: string): Pattern {
  const all = text.split(GAP).map((piece) => normalText(piece).text.trim());
  // A sign alone, such as a comma between two gaps, may stand in what was filled in as well.
  const pieces = all.filter((piece) => WORD.test(piece));
  return { label, pieces, openEnd: all.length > 1 && !WORD.test(all.at(-1) ?? '') };
}

function lengthOf({ pieces }: Pattern): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** A document may hold the words of a marker itself: ours count on behind them. */
function highestNumber(text: string): number {
  let highest = 0;
  for (const [, number] of text.matchAll(MARKER_NUMBER)) highest = Math.max(highest, Number(number));
  return highest;
}

interface Place {
  label: string;
  span: Span;
}

/** Where Textbausteine stand in a text, in their order; none overlaps another. */
function placesOf(text: string, patterns: readonly Pattern[]): Place[] {
  const places: Place[] = [];
  if (patterns.length === 0) return places;
  const normal = normalText(text);
  for (const { label, pieces, openEnd } of patterns) {
    let from = 0;
    for (let found = findPieces(normal, pieces, from); found; found = findPieces(normal, pieces, from)) {
      const words = toSource(text, normal, found);
      const span = withMarks(text, openEnd ? toEndOfLine(text, words) : words);
      from = found.end;
      const free = places.every(({ span: other }) => span.end <= other.start || span.start >= other.end);
      if (free) places.push({ label, span });
    }
  }
  return places.sort((a, b) => a.span.start - b.span.start);
}

/** The first place where all pieces follow each other, with something bounded between them. */
function findPieces({ text }: NormalText, pieces: readonly string[], from: number): Span | null {
  const [first, ...others] = pieces;
  if (first === undefined) return null;
  let start = findNormal(text, first, from);
  for (let tries = 0; start !== null && tries < MAX_TRIES; tries++) {
    const end = endOf(text, others, start.end);
    if (end !== null) return { start: start.start, end };
    start = findNormal(text, first, start.start + 1);
  }
  return null;
}

function endOf(text: string, pieces: readonly string[], from: number): number | null {
  let end = from;
  for (const piece of pieces) {
    const near = text.slice(end, end + MAX_FILLED_CHARS + piece.length);
    const at = near.indexOf(piece);
    if (at < 0) return null;
    end += at + piece.length;
  }
  return end;
}

function toEndOfLine(text: string, { start, end }: Span): Span {
  const line = /^[^\n]*/.exec(text.slice(end, end + MAX_FILLED_CHARS))?.[0] ?? '';
  return { start, end: end + line.trimEnd().length };
}

/** Takes along the signs of Markdown that stand around the words: they would be left over. */
function withMarks(text: string, { start, end }: Span): Span {
  const before = /(?:^|\n)([ \t]{0,3}(?:#{1,6}[ \t]+)?[*_]{0,3})$/.exec(
    text.slice(Math.max(0, start - 20), start),
  );
  const after = /^[*_]{1,3}(?![*_\p{L}\p{N}])/u.exec(text.slice(end, end + 4));
  return { start: start - (before?.[1]?.length ?? 0), end: end + (after?.[0].length ?? 0) };
}

function restoring(hearing: Hearing, taken: readonly Taken[], offset: number, expected: number): Hearing {
  const reader = new MarkerReader((number) => taken[number - offset - 1]?.words ?? null);
  const said = (text: string): Heard[] => (text === '' ? [] : [...hearing.hear(text)]);
  return {
    hear: (text) => said(reader.read(text)),
    ...(hearing.call ? { call: hearing.call.bind(hearing) } : {}),
    async end() {
      const last = said(reader.end());
      const { rest, result } = await hearing.end();
      const missing = taken
        .slice(0, expected)
        .filter((_, at) => !reader.seen.has(offset + at + 1))
        .map(({ label }): FactMention => ({ kind: 'reference', text: label }));
      return { rest: [...last, ...rest], result: { ...result, checks: withMissing(result.checks, missing) } };
    },
  };
}

function withMissing(checks: readonly Check[], missing: readonly FactMention[]): Check[] {
  if (missing.length === 0) return [...checks];
  const at = checks.findIndex(({ kind }) => kind === 'survival');
  if (at < 0) return [{ kind: 'survival', missing: [...missing], added: [] }, ...checks];
  return checks.map((check) =>
    check.kind === 'survival' ? { ...check, missing: [...missing, ...check.missing] } : check,
  );
}
