import type { Candidate } from '../span.ts';
import type { Token } from '../tokens.ts';
import { WORD } from '../lexicon/lexicon.ts';
import type { Words } from './words.ts';

/** How a word is written: `herr`, `Herr`, `HERR`, `H`, `BauR`; numbers and signs are `none`. */
export const SHAPE = { none: 0, lower: 1, capital: 2, upper: 3, initial: 4, mixed: 5 } as const;

/** What stands before a word: at most two spaces, the space between columns, the end of a line, an empty line. */
export const GAP = { none: 0, column: 1, line: 2, paragraph: 3 } as const;

/** A text as the rules read it: no markup, no line ends; what they need to know of each word in arrays beside it. */
export interface Reading {
  words: readonly Token[];
  /** Word in small letters; empty for numbers and signs other than themselves. */
  lower: readonly string[];
  flags: Uint16Array;
  shape: Uint8Array;
  gap: Uint8Array;
  /** 1 where a sentence, a line or a cell begins: there every word has a capital. */
  opens: Uint8Array;
  /** 1 where no name may stand: other recognisers' spans, placeholders, bodies, citations. */
  closed: Uint8Array;
  /** 1 for offices, relations and the like. */
  roles: Uint8Array;
  /** 1 within citations of judgments and law books: there a name needs a cue. */
  cited: Uint8Array;
  /** Whether the text is written in small letters throughout, so that case says nothing in it. */
  small: boolean;
  text: string;
}

/** A line this long may go on in the next one (mails wrapped at 72 characters). */
const WRAPPED_CHARS = 48;
/** A line with more signs between cells is a row of a table. */
const MAX_SEPARATORS = 3;
const MARKUP = new Set(['*', '_', '`', '~', '#']);
const OPENERS = new Set([
  '.',
  '!',
  '?',
  ':',
  '|',
  '„',
  '"',
  '“',
  '»',
  '«',
  '•',
  '–',
  '-',
  '>',
  '(',
  ';',
  '…',
]);
const CAPITAL = /^\p{Lu}/u;
const UPPER = /^\p{Lu}[\p{Lu}'’-]*\p{Lu}$/u;
const MAX_NAME_WORD = 80;
/** `al-Nuaimi` */
const ARTICLED = /^(?:al|el|as|ash|asch|ad|ed|ibn|ben)-\p{Lu}\p{Ll}/u;
const MIXED = /[\p{L}]\p{Lu}/u;
/** `McCain`, `LeBron`, `D’Angelo` */
const INNER_CAPITAL = /^(?:Mc|Mac|De|Di|Da|Du|Le|La|Fitz|Van|Von|Al|El)\p{Lu}\p{Ll}+s?$/u;
const ABBREVIATION =
  /^(?:\p{L}{1,2}|Dr|Prof|Dipl|med|phil|jur|rer|nat|bzw|vgl|geb|str|ca|evtl|ggf|inkl|Str|Nr|Abs|Art|St)$/u;

/**
 * @param text the view's text
 * @param tokens its tokens
 * @param taken what other recognisers hold, in any order
 * @param vocabulary knows the flags of words
 */
export function readingOf(
  text: string,
  tokens: readonly Token[],
  taken: readonly Candidate[],
  vocabulary: Words,
): Reading {
  const words: Token[] = [];
  const gaps: number[] = [];
  let lineStart = 0;
  let gap: number = GAP.paragraph;
  let separators = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (token.kind === 'break') {
      const lines = token.text.split('\n').length - 1;
      const next = tokens[index + 1];
      const wraps =
        lines === 1 &&
        separators < MAX_SEPARATORS &&
        !isLabel(tokens, index + 1) &&
        token.start - lineStart >= WRAPPED_CHARS &&
        next?.kind === 'word' &&
        !/^[-|=+>:]$/u.test(tokens[index - 1]?.text ?? '');
      if (!wraps) gap = Math.max(gap, lines > 1 ? GAP.paragraph : GAP.line);
      lineStart = token.end;
      separators = 0;
      continue;
    }
    if (token.text === ';' || (token.text === ',' && tokens[index + 1]?.spaced === false)) separators++;
    if (token.kind === 'sign' && MARKUP.has(token.text)) continue;
    const before = words.at(-1);
    if (gap === GAP.none && before !== undefined && isColumn(text, before.end, token.start)) gap = GAP.column;
    if (gap === GAP.column) separators++;
    words.push(token);
    gaps.push(gap);
    gap = GAP.none;
  }
  const size = words.length;
  const reading: Reading = {
    text,
    words,
    lower: words.map((word) => (word.kind === 'word' ? word.text.toLowerCase() : word.text)),
    flags: new Uint16Array(size),
    shape: new Uint8Array(size),
    gap: Uint8Array.from(gaps),
    opens: new Uint8Array(size),
    closed: new Uint8Array(size),
    cited: new Uint8Array(size),
    roles: new Uint8Array(size),
    small: isSmall(words),
  };
  for (let index = 0; index < size; index++) {
    const word = words[index] as Token;
    reading.opens[index] = opensAt(words, gaps, index) ? 1 : 0;
    if (word.kind !== 'word') continue;
    reading.shape[index] = shapeOf(word.text);
    reading.flags[index] = vocabulary.flags(word.text);
    // `Hofmeister` is only a name.
    const name =
      ((reading.flags[index] as number) & NAMED) !== 0 &&
      ((reading.flags[index] as number) & WORD.noun) === 0;
    if (reading.shape[index] !== SHAPE.lower && !name && vocabulary.isRole(reading.lower[index] as string))
      reading.roles[index] = 1;
  }
  closeTaken(reading, taken);
  return reading;
}

/** Shorter texts say nothing about their letters. */
const MIN_SMALL_WORDS = 12;
/** In German about every third word has a capital; in texts of small letters hardly one. */
const MAX_CAPITALS = 0.05;

function isSmall(words: readonly Token[]): boolean {
  let letters = 0;
  let capitals = 0;
  for (const { kind, text } of words) {
    if (kind !== 'word') continue;
    letters++;
    if (CAPITAL.test(text)) capitals++;
  }
  return letters >= MIN_SMALL_WORDS && capitals <= letters * MAX_CAPITALS;
}

/** `Cc:`, `Aktenzeichen:` */
function isLabel(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.text === ':' || (tokens[at + 2]?.text === ':' && tokens[at + 1]?.kind !== 'break');
}

const COLUMN_SPACES = 3;

function isColumn(text: string, from: number, to: number): boolean {
  return to - from >= COLUMN_SPACES || (to > from && text[from] === '\t');
}

function shapeOf(word: string): number {
  // Nothing that long is a name.
  if (word.length > MAX_NAME_WORD) return SHAPE.mixed;
  if (ARTICLED.test(word)) return SHAPE.capital;
  if (!CAPITAL.test(word)) return SHAPE.lower;
  if (word.length === 1) return SHAPE.initial;
  if (UPPER.test(word)) return SHAPE.upper;
  return MIXED.test(word) && !INNER_CAPITAL.test(word) ? SHAPE.mixed : SHAPE.capital;
}

function opensAt(words: readonly Token[], gaps: readonly number[], index: number): boolean {
  if (index === 0 || (gaps[index] as number) > GAP.none) return true;
  const before = words[index - 1] as Token;
  if (before.kind !== 'sign' || !OPENERS.has(before.text)) return false;
  if (before.text !== '.') return true;
  const earlier = words[index - 2];
  return earlier === undefined || !(earlier.kind === 'word' && ABBREVIATION.test(earlier.text));
}

function closeTaken(reading: Reading, taken: readonly Candidate[]): void {
  const spans = taken.filter(({ kind }) => kind !== 'person').sort((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end } of spans) {
    while (at < reading.words.length && (reading.words[at] as Token).end <= start) at++;
    for (let index = at; index < reading.words.length && (reading.words[index] as Token).start < end; index++)
      reading.closed[index] = 1;
  }
}

/** Whether the word at a place is written as a name is: with a capital, and free. */
export function mayName(reading: Reading, index: number): boolean {
  const shape = reading.shape[index];
  return (shape === SHAPE.capital || shape === SHAPE.upper) && reading.closed[index] === 0;
}

/** Whether the word at a place follows the one before it without a line end between. */
export function joined(reading: Reading, index: number): boolean {
  return reading.gap[index] === GAP.none;
}

export const GIVEN = WORD.givenFemale | WORD.givenMale;
export const NAMED = GIVEN | WORD.surname;
/** What makes a word something else than a name. */
export const COMMON = WORD.noun | WORD.adjective | WORD.verb | WORD.function;
export const PLACE = WORD.town | WORD.area;

/** Whether the word at a place is an office, a relation or a part in a proceeding. */
export function isRole(reading: Reading, index: number): boolean {
  return reading.roles[index] === 1;
}

/** Whether a word has one of these flags. */
export function is(reading: Reading, index: number, flag: number): boolean {
  return ((reading.flags[index] ?? 0) & flag) !== 0;
}
