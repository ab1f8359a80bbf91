import { tidyText } from '../../documents/characters.ts';
import type { Reading } from '../../tasks/reading.ts';

/** Where a line stands, as far as it matters for a marking. */
export type Place =
  | 'margin'
  | 'title'
  | 'subject'
  | 'top'
  | 'bottom'
  | 'inside'
  | 'thread'
  | 'attachment-name'
  | 'attachment'
  | 'typed'
  | 'earlier';

/** A text of its own. */
export interface Section {
  of: 'document' | 'mail' | 'thread' | 'attachment' | 'typed' | 'earlier';
  text: string;
}

/** What a class is suggested from. Every text is tidied (`tidyText`): composed letters, nothing invisible. */
export interface ClassText {
  /** A mail is at least internal; without a source, what was typed may be all of a text that was pasted. */
  kind: Reading['kind'];
  /** Values of one line that name what follows. */
  names: { place: 'title' | 'subject' | 'attachment-name'; text: string }[];
  /** Headers and footers of the pages where they are known apart from the text. */
  margins: string;
  sections: Section[];
}

/** A line that is short enough to be a marking or a title. */
export interface ShortLine {
  place: Place;
  /** Without the signs of Markdown and of quotation around it. */
  text: string;
  /** Whether the mark of a list stands before it. */
  item: boolean;
}

/** What else belongs to a text besides its reading. */
export interface Beside {
  /** Headers and footers of the pages. */
  margins?: string;
  /** What the person typed themselves: points, wishes. */
  typed?: readonly string[];
  /** Earlier answers of the conversation. */
  earlier?: readonly string[];
}

/** Lines at the top and at the bottom of a text among which its letterhead, its title and its footer stand. */
const EDGE_LINES = 12;
/** Lines among which fields and the salutation of a letter stand. */
const LETTER_LINES = 60;
const SHORT_CHARS = 200;
/** Raw characters that a short line may have: a row of a table is padded with blanks. */
const RAW_CHARS = 600;
const MIN_RAW_CHARS = 2;
/** Letters that stand alone, as in „V S - N f D“. */
const SPACED = /(?<!\p{L})\p{L}[ .-]{1,2}\p{L}(?!\p{L})/u;
const TELLING =
  /§|art|vs|nfd|nur f|dienstge|streng|geheim|verschlu|vertraulich|intern|öffentlich|sperrfrist|gebrauch|verwendung|weitergabe/u;
const JOINED = /(?<=\p{L})-[ \t]{0,8}\n[ \t]{0,8}(?=\p{Ll})/gu;
const QUOTED = /^[>\s]{1,40}/u;
const LIST_MARK = /^(?:[-*+•·▪◦–]\s+(?=[^\s])|\d{1,3}[.)]\s+|[a-z]\)\s+)/u;
const SIGNS = /[#*_\\`~="„“”»«]+/gu;

/** The texts of a reading, told apart by where a marking counts. */
export function classTextOf(
  reading: Reading,
  { margins = '', typed = [], earlier = [] }: Beside = {},
): ClassText {
  const beyond: Section[] = [
    ...typed.map((text): Section => ({ of: 'typed', text: joined(tidyText(text)) })),
    ...earlier.map((text): Section => ({ of: 'earlier', text: joined(tidyText(text)) })),
  ];
  switch (reading.kind) {
    case 'nothing':
      return { kind: 'nothing', names: [], margins, sections: beyond };
    case 'document':
      return {
        kind: 'document',
        names: [{ place: 'title', text: reading.title }],
        margins,
        sections: [
          { of: 'document', text: joined(reading.text) },
          ...(reading.thread === undefined ? [] : [{ of: 'thread' as const, text: joined(reading.thread) }]),
          ...beyond,
        ],
      };
    case 'mail':
      return {
        kind: 'mail',
        names: [
          { place: 'subject', text: reading.subject },
          ...reading.attachments.map(({ name }) => ({ place: 'attachment-name' as const, text: name })),
        ],
        margins,
        sections: [
          { of: 'mail', text: joined(reading.newest) },
          { of: 'mail', text: joined(reading.notices) },
          { of: 'thread', text: joined(reading.thread) },
          ...reading.attachments.map(({ text }): Section => ({ of: 'attachment', text: joined(text) })),
          ...beyond,
        ],
      };
  }
}

/** Words that were hyphenated at a line end in one piece. */
function joined(text: string): string {
  return text.replace(JOINED, '');
}

/** The first lines of a source that have words: letterhead, title, fields. */
export function headOf({ kind, sections: [first] }: ClassText): string[] {
  const head: string[] = [];
  for (const { text } of first && kind !== 'nothing' ? linesFrom(first.text, 0, first.text.length) : []) {
    const line = plain(text);
    if (line !== '' && head.push(line) === EDGE_LINES) break;
  }
  return head;
}

/**
 * The lines that are short enough to be a marking or a title: all where a letter begins and ends, further inside those
 * that may be one. Linear in the length of the texts.
 */
export function* shortLines({ kind, names, margins, sections }: ClassText): Generator<ShortLine> {
  for (const { place, text } of names) yield { place, text: plain(text), item: false };
  for (const { text } of linesFrom(margins, 0, margins.length)) yield* shortLine(text, 'margin');
  for (const { of, text } of sections) {
    const edgeAt = edgesOf(text);
    const letter = edgeAfter(text, LETTER_LINES);
    const edged = of === 'document' || of === 'mail' || (of === 'typed' && kind === 'nothing');
    for (const line of linesFrom(text, 0, text.length)) {
      const edge = edgeAt(line.start);
      if (edge === 'inside' && line.start >= letter && !mayBeMarking(line.text)) continue;
      yield* shortLine(line.text, edged ? edge : of);
    }
  }
}

/** What tells of an offset in a text whether it is among its first lines, its last, or between. */
export function edgesOf(text: string): (offset: number) => 'top' | 'bottom' | 'inside' {
  const top = edgeAfter(text, EDGE_LINES);
  const bottom = edgeBefore(text);
  return (offset) => {
    // In a short text a line can be near both.
    if (offset < top && (offset < bottom || offset < text.length / 2)) return 'top';
    return offset >= bottom ? 'bottom' : 'inside';
  };
}

/** Cheap, and true for every marking and paragraph that is looked for, also with spaced letters. */
function mayBeMarking(raw: string): boolean {
  if (raw.length < MIN_RAW_CHARS || raw.length > RAW_CHARS) return false;
  return TELLING.test(raw.toLowerCase()) || SPACED.test(raw);
}

function* shortLine(raw: string, place: Place): Generator<ShortLine> {
  if (raw.length > RAW_CHARS) return;
  const bare = raw.replace(QUOTED, '');
  // „- VS-NfD -“ is no list.
  const item = LIST_MARK.test(bare) && !/[-–—*]\s{0,8}$/u.test(bare);
  const text = plain(bare);
  if (text !== '' && text.length <= SHORT_CHARS) yield { place, text, item };
}

/** Columns that were set with blanks are parted by tabs. */
function plain(raw: string): string {
  return raw
    .slice(0, RAW_CHARS)
    .replace(QUOTED, '')
    .replace(SIGNS, ' ')
    .replace(/ {3,}/g, '\t')
    .replace(/ {2}/g, ' ')
    .trim();
}

function* linesFrom(text: string, from: number, to: number): Generator<{ start: number; text: string }> {
  for (let start = from; start < to;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? to : found;
    if (end > start) yield { start, text: text.slice(start, end) };
    start = end + 1;
  }
}

/** The offset behind the first lines that have words. */
function edgeAfter(text: string, lines: number): number {
  let count = 0;
  for (const line of linesFrom(text, 0, text.length)) {
    if (count === lines) return line.start;
    if (/\S/.test(line.text)) count++;
  }
  return text.length;
}

/** The offset of the lines at the bottom. */
function edgeBefore(text: string): number {
  let count = 0;
  for (let end = text.length; end > 0;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (/\S/.test(text.slice(start, end)) && ++count === EDGE_LINES) return start;
    end = start - 1;
  }
  return 0;
}
