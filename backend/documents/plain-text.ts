import type { Block, Run } from '../../contract/rich.ts';
import { cleanText } from './characters.ts';

/** Quotes inside each other in a mail; what is deeper stands at this depth. */
const MAX_QUOTES = 12;
/** A line of broken text is at least and at most this long. */
const BROKEN_LINES = { from: 50, to: 110 };

const BULLET = /^\s{0,8}[-*•–‣▪·]\s+(?=\S)/;
const NUMBER = /^\s{0,8}(\d{1,3})[.)]\s+(?=\S)/;

/**
 * Plain text as blocks: paragraphs, lists with `-` or numbers, rows of cells parted by tabs as tables, lines with `>`
 * as quotes. Lines that were broken at the edge of a page are joined; all other line breaks stay, as in an address.
 */
export function textToBlocks(text: string): Block[] {
  return placedBlocks(text).map(({ block }) => block);
}

/** A block and the lines that it was made of, counted from 0; `end` is behind the last. */
export interface Placed {
  block: Block;
  from: number;
  end: number;
}

/** The same, with the lines of the text that each block was made of. */
export function placedBlocks(text: string): Placed[] {
  return blocksOf(cleanText(text).split('\n'), 0);
}

function blocksOf(lines: string[], depth: number): Placed[] {
  const blocks: Placed[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at++;
      continue;
    }
    const end = endOf(lines, at, (one) => one.trim() === '' || isQuoted(one));
    if (isQuoted(line)) {
      const last = endOf(lines, at, (one) => !isQuoted(one));
      const inner = lines.slice(at, last).map((one) => one.replace(/^\s?> ?/, ''));
      const quoted =
        depth < MAX_QUOTES ? blocksOf(inner, depth + 1).map(({ block }) => block) : plainParagraph(inner);
      if (quoted.length > 0) blocks.push({ block: { type: 'quote', blocks: quoted }, from: at, end: last });
      at = last;
    } else {
      for (const { block, from, end: to } of groupBlocks(lines.slice(at, end))) {
        blocks.push({ block, from: at + from, end: at + to });
      }
      at = end;
    }
  }
  return blocks;
}

function isQuoted(line: string): boolean {
  return /^\s?>/.test(line);
}

function endOf(lines: string[], from: number, stop: (line: string) => boolean): number {
  let at = from + 1;
  while (at < lines.length && !stop(lines[at] ?? '')) at++;
  return at;
}

/** Lines without an empty one between them: tables and lists apart from the rest. */
function groupBlocks(lines: string[]): Placed[] {
  const blocks: Placed[] = [];
  let rest: string[] = [];
  let at = 0;
  const flush = () => {
    for (const block of plainParagraph(rest)) blocks.push({ block, from: at - rest.length, end: at });
    rest = [];
  };
  while (at < lines.length) {
    const found = tableAt(lines, at) ?? listAt(lines, at);
    if (found) {
      flush();
      blocks.push({ ...found, from: at });
      at = found.end;
    } else {
      rest.push(lines[at] ?? '');
      at++;
    }
  }
  flush();
  return blocks;
}

interface Found {
  block: Block;
  end: number;
}

/** At least two lines with cells in them, the first of which has several. */
function tableAt(lines: string[], from: number): Found | null {
  const rows: string[][] = [];
  let end = from;
  for (; end < lines.length; end++) {
    const cells = (lines[end] ?? '')
      .trimEnd()
      .split('\t')
      .map((cell) => cell.trim());
    const full = cells.filter((cell) => cell !== '').length;
    const tabs = (lines[end] ?? '').includes('\t');
    if (!tabs || full === 0 || (full < 2 && (rows.length === 0 || cells[0] === ''))) break;
    rows.push(cells);
  }
  if (rows.length < 2) return null;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const [first = []] = rows;
  const header = first.length === width && first.slice(1).every((cell) => cell !== '' && !/\d/.test(cell));
  const runs = (cell: string): Run[] => (cell === '' ? [] : [{ text: cell, marks: [] }]);
  return {
    block: {
      type: 'table',
      header,
      rows: rows.map((row) => Array.from({ length: width }, (_, column) => runs(row[column] ?? ''))),
    },
    end,
  };
}

/** Lines with bullets, or at least two with numbers that follow each other (one alone may be a date). */
function listAt(lines: string[], from: number): Found | null {
  const line = lines[from] ?? '';
  const mark = BULLET.test(line) ? BULLET : NUMBER.test(line) ? NUMBER : null;
  if (!mark) return null;
  const start = Number(NUMBER.exec(line)?.[1] ?? 1);
  const items: string[][] = [];
  let end = from;
  for (; end < lines.length; end++) {
    const next = lines[end] ?? '';
    const number = NUMBER.exec(next)?.[1];
    if (mark === NUMBER ? Number(number) === start + items.length : BULLET.test(next)) {
      items.push([next.replace(mark, '')]);
    } else if (items.length > 0 && continues(items.at(-1) ?? [], next)) {
      items.at(-1)?.push(next.trim());
    } else break;
  }
  if (items.length < (mark === NUMBER ? 2 : 1)) return null;
  return {
    block: {
      type: 'list',
      ordered: mark === NUMBER,
      start,
      items: items.map((item) => plainParagraph(item)),
    },
    end,
  };
}

/** A line goes on with an item when it is indented or when the line before was broken for want of space. */
function continues(item: string[], line: string): boolean {
  if (BULLET.test(line) || NUMBER.test(line) || line.includes('\t')) return false;
  return /^\s{2,}\S/.test(line) || (item.at(-1) ?? '').length >= BROKEN_LINES.from + 10;
}

function plainParagraph(lines: string[]): Block[] {
  const text = rejoined(lines.map((line) => line.replace(/[ \t]+/g, ' ').trim()).filter(Boolean));
  return text === '' ? [] : [{ type: 'paragraph', runs: [{ text, marks: [] }] }];
}

/**
 * Joins lines where each was broken because the next word had no room: then no line could have taken the first word
 * of the one after it.
 */
function rejoined(lines: string[]): string {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const broken =
    lines.length > 1 &&
    width >= BROKEN_LINES.from &&
    width <= BROKEN_LINES.to &&
    lines.every((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return true;
      const word = next.indexOf(' ') === -1 ? next.length : next.indexOf(' ');
      return line.length + 1 + word > width;
    });
  return lines.join(broken ? ' ' : '\n');
}
