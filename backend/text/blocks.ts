import { isClosing } from './letter.ts';

/**
 * What a plain text or a simple Markdown text is made of. A `label` is a short line that stands alone or ends with a
 * colon ("Sachverhalt:"), as council papers use it in the place of a heading, or all in bold; a `row` is a line of a
 * table; a `footnote` begins with its number in brackets.
 */
export type BlockKind = 'heading' | 'label' | 'paragraph' | 'item' | 'row' | 'quote' | 'footnote';

export interface Block {
  kind: BlockKind;
  /** Offsets in the source, without the mark of a list, heading or quotation. */
  start: number;
  end: number;
  /** The source between the offsets, character for character, each line break and tab as one blank. */
  text: string;
  /** Text of the heading or label above; empty at the top. */
  section: string;
  /** Below the closing of a letter, with the names and addresses. */
  signed: boolean;
}

interface Line {
  start: number;
  text: string;
}

function* linesOf(text: string): Generator<Line> {
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield { start, text: text.slice(start, end) };
    start = end + 1;
  }
}

type Shape =
  { kind: 'gap' } | { kind: 'heading' | 'item' | 'row' | 'quote' | 'footnote' | 'text'; at: number };

const MARK = /^\s{0,8}(?:[-*+•·–▪◦:]\s+|\d{1,3}[.)]\s+|[a-z]{1,2}\)\s+|\(\d{1,3}[a-z]?\)\s+)/u;
/** A day of the month that begins a wrapped line is no number of a list. */
const DAY_OF_MONTH = /^\s*\d{1,2}\.\s+(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/u;

function shapeOf(line: string): Shape {
  const trimmed = line.trim();
  if (trimmed === '') return { kind: 'gap' };
  if (/^(?:-{3,}|\*{3,}|_{3,}|={3,})$/u.test(trimmed)) return { kind: 'gap' };
  if (/^[\s:|-]+$/u.test(trimmed) && trimmed.includes('|') && trimmed.includes('-')) return { kind: 'gap' };
  const heading = /^#{1,6}\s+/u.exec(line);
  if (heading) return { kind: 'heading', at: heading[0].length };
  const quote = /^\s{0,3}>[\s>]*/u.exec(line);
  if (quote) return { kind: 'quote', at: quote[0].length };
  const at = line.length - line.trimStart().length;
  if (trimmed.startsWith('|') || trimmed.includes('\t')) return { kind: 'row', at };
  if (/^\s{0,3}\\?\[\d{1,3}\\?\]\s/u.test(line)) return { kind: 'footnote', at };
  const mark = DAY_OF_MONTH.test(line) ? null : MARK.exec(line);
  if (mark) return { kind: 'item', at: mark[0].length };
  return { kind: 'text', at };
}

interface Open {
  kind: BlockKind | 'text';
  start: number;
  end: number;
  lines: number;
  lastLine: string;
  afterGap: boolean;
}

/** Mail programs wrap at 65 to 80 characters; a line that is shorter ended because somebody ended it … */
const WRAPPED_LINE_CHARS = 55;
/** … or because the next word had no room: German words are long. */
const LINE_CHARS = 66;
const MIN_WRAPPED_CHARS = 35;
const LABEL_CHARS = 80;
const LABEL_WORDS = 9;
const GREETING = /^(?:sehr geehrte|liebe|guten |hallo|hi\b|moin|werte|grüß gott|servus|dear )/iu;

function goesOn(open: Open, line: string): boolean {
  if (open.kind === 'heading' || open.kind === 'label' || open.kind === 'row') return false;
  const before = open.lastLine.trim();
  if (before.length < WRAPPED_LINE_CHARS && (GREETING.test(before) || before.endsWith(':'))) return false;
  if (open.kind === 'item' && /^\s{2,}/u.test(line)) return true;
  const word = /^\s*(\S{1,60})/u.exec(line)?.[1] ?? '';
  const noRoom = before.length >= MIN_WRAPPED_CHARS && before.length + 1 + word.length > LINE_CHARS;
  return (
    before.length >= WRAPPED_LINE_CHARS || noRoom || (/^\s*\p{Ll}/u.test(line) && !/[.!?]$/u.test(before))
  );
}

const BOLD_LINE = /^\*\*[^*]{2,200}(?<![.!?,;])\*\*$/u;
/** Headings of the parts below a signature, which often have their list directly under them. */
const TAIL = /^(?:Anlagen?|Anlage\/n|Anlage\(n\)|Verteiler|Nachrichtlich)$/u;
/** Below it stand names and offices, which head nothing. */
function closes(text: string): boolean {
  return isClosing(text) || /^(?:im auftrag|in vertretung)$/iu.test(text.trim());
}

function isLabel(text: string, alone: boolean, signed: boolean): boolean {
  if (BOLD_LINE.test(text) && !signed) return true;
  if (TAIL.test(text)) return true;
  if (text.length > LABEL_CHARS || text.split(/\s+/u).length > LABEL_WORDS) return false;
  if (/[.!?,;…]$/u.test(text) || GREETING.test(text)) return false;
  if (text.endsWith(':')) return true;
  // "Abgabefrist: 01.03.2027" stands alone too, but it says something.
  return alone && !signed && !closes(text) && !/[:§€]|\d{3}|\d\.\s?\d/u.test(text);
}

/** A longer block is cut at a blank, so that no step has to swallow a whole file that has no line break. */
const MAX_BLOCK_CHARS = 20_000;

function* slicesOf(source: string, start: number, end: number): Generator<[number, number]> {
  let at = start;
  while (end - at > MAX_BLOCK_CHARS) {
    const blank = source.lastIndexOf(' ', at + MAX_BLOCK_CHARS);
    const cut = blank > at ? blank + 1 : at + MAX_BLOCK_CHARS;
    yield [at, cut];
    at = cut;
  }
  yield [at, end];
}

interface Place {
  section: string;
  gapAfter: boolean;
  /** Below the closing of a letter. */
  signed: boolean;
}

function* closeBlock(open: Open, source: string, { section, gapAfter, signed }: Place): Generator<Block> {
  const oneLine = open.lines === 1;
  const alone = oneLine && open.afterGap && gapAfter;
  for (const [start, end] of slicesOf(source, open.start, open.end)) {
    const text = source.slice(start, end).replace(/[\r\n\t\u00a0]/gu, ' ');
    const label = open.kind === 'text' && oneLine && isLabel(text.trim(), alone, signed);
    const kind = open.kind !== 'text' ? open.kind : label ? 'label' : 'paragraph';
    yield { kind, start, end, text, section, signed };
  }
}

/** A heading without its marks and its colon. */
export function headingText(text: string): string {
  const plain = text.replace(/[*_#`]/gu, '').trim();
  return plain.endsWith(':') ? plain.slice(0, -1).trimEnd() : plain;
}

/**
 * Takes a text apart, block by block, in one pass over its lines. Line breaks inside a paragraph are understood as
 * wrapped lines where they look like it. The parts of the source between two blocks are marks and blanks.
 */
export function* blocksOf(source: string): Generator<Block> {
  let open: Open | null = null;
  let section = '';
  let gap = true;
  let signed = false;
  const finish = function* (gapAfter: boolean): Generator<Block> {
    if (!open) return;
    for (const block of closeBlock(open, source, { section, gapAfter, signed })) {
      if (block.kind === 'heading' || GREETING.test(block.text.slice(0, 40).trim())) signed = false;
      else if (closes(block.text)) signed = true;
      if (block.kind === 'heading' || block.kind === 'label') section = headingText(block.text);
      yield block;
    }
    open = null;
  };
  for (const line of linesOf(source)) {
    const shape = shapeOf(line.text);
    const content = line.text.trimEnd();
    if (shape.kind === 'gap') {
      yield* finish(true);
      gap = true;
      continue;
    }
    const before: Open | null = open;
    const joins = shape.kind === 'text' || shape.kind === 'quote';
    if (before && joins && (shape.kind === 'text' || before.kind === 'quote') && goesOn(before, content)) {
      const joined: Open = before;
      joined.end = line.start + content.length;
      joined.lines += 1;
      joined.lastLine = content;
      gap = false;
      continue;
    }
    yield* finish(false);
    open = {
      kind: shape.kind,
      start: line.start + shape.at,
      end: line.start + Math.max(shape.at, content.length),
      lines: 1,
      lastLine: content,
      afterGap: gap,
    };
    gap = false;
  }
  yield* finish(true);
}

/** The cells of a table row, trimmed; the source's tabs or pipes are gone. */
export function cellsOf(source: string, row: Block): string[] {
  const line = source.slice(row.start, row.end).trim();
  const cells = line.startsWith('|') ? line.replace(/^\||\|$/gu, '').split(/(?<!\\)\|/u) : line.split('\t');
  return cells.map((cell) => cell.trim());
}
