import { toMarkdown } from '../../../contract/markdown.ts';
import type { Block, Run } from '../../../contract/rich.ts';
import { wholeSentences } from './sentences.ts';
import type { Placed } from './steps.ts';
import { plainOf, sliceRuns, textsOf } from './walk.ts';

/** Characters of a section at the most, a single long sentence apart. */
export const MAX_SECTION_CHARS = 1_800;
/** The header of a table up to this length is written above each part of it. */
const MAX_HEAD_CHARS = 600;
/** A line without an end up to this length belongs to what follows. */
const MAX_CAPTION_CHARS = 120;

/** Text that is not cut, as Markdown. */
export interface Piece {
  text: string;
  /** What stands between it and the piece before it in the same section. */
  join: string;
  /** What is written in front of it where a section begins with it: the header of its table. */
  lead: string;
  /** Whether the piece behind it belongs to it: an introduction and the first item, a caption and its text. */
  stays: boolean;
  pages: Placed['pages'];
}

/** The pieces of some blocks, in order. Time is linear in their text. */
export function* piecesOf(placed: readonly Placed[]): Generator<Piece> {
  const size = createSize();
  for (const [at, { block, pages }] of placed.entries()) {
    for (const piece of ofBlock(block, placed[at + 1]?.block, size)) yield { ...piece, pages };
  }
}

type Loose = Omit<Piece, 'pages'>;
type Size = (block: Block) => number;

/** Characters of a block's texts, counted once. */
function createSize(): Size {
  const known = new WeakMap<Block, number>();
  const size: Size = (block) => {
    let sum = known.get(block);
    if (sum !== undefined) return sum;
    sum = 0;
    if (block.type === 'list') for (const item of block.items) for (const one of item) sum += 4 + size(one);
    else if (block.type === 'quote') for (const one of block.blocks) sum += 2 + size(one);
    else for (const text of textsOf([block])) sum += text.length + 3;
    known.set(block, sum);
    return sum;
  };
  return size;
}

function* ofBlock(block: Block, next: Block | undefined, size: Size): Generator<Loose> {
  const stays = introduces(block, next);
  const behind = stays ? firstOf(next, size) : 0;
  if (size(block) + (block.type === 'paragraph' ? behind : 0) <= MAX_SECTION_CHARS) {
    const text = toMarkdown([block]);
    if (text.length <= MAX_SECTION_CHARS) {
      if (text.trim() !== '' && block.type !== 'rule') yield { text, join: '\n\n', lead: '', stays };
      return;
    }
  }
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      yield* ofParagraph(block.runs, stays);
      return;
    case 'quote':
      for (const piece of ofBlocks(block.blocks, size)) {
        yield {
          ...piece,
          text: quoted(piece.text),
          lead: piece.lead === '' ? '' : quoted(piece.lead) + '\n',
        };
      }
      return;
    case 'list':
      yield* ofList(block, size);
      return;
    case 'table':
      yield* ofTable(block);
      return;
    case 'rule':
  }
}

function* ofBlocks(blocks: readonly Block[], size: Size): Generator<Loose> {
  for (const [at, block] of blocks.entries()) yield* ofBlock(block, blocks[at + 1], size);
}

/** Whether a paragraph leads to what follows: it does not end like a sentence. */
function introduces(block: Block, next: Block | undefined): boolean {
  if (block.type !== 'paragraph' || !next) return false;
  const text = plainOf(block.runs).trimEnd();
  if (/[.!?…]["“”»«)\]]*$/u.test(text.slice(-6))) return false;
  return next.type === 'list' || next.type === 'table' || text.length <= MAX_CAPTION_CHARS;
}

/** Characters that stay with an introduction. */
function firstOf(next: Block | undefined, size: Size): number {
  if (next?.type !== 'list') return 0;
  const first = (next.items[0] ?? []).reduce((sum, block) => sum + size(block), 0);
  return first > MAX_SECTION_CHARS ? 0 : first;
}

function* ofParagraph(runs: readonly Run[], stays: boolean): Generator<Loose> {
  const text = plainOf(runs);
  const spans = [...wholeSentences(text)];
  let join = '\n\n';
  const reader = createSlices(runs);
  for (const [at, { start, end }] of spans.entries()) {
    const piece = toMarkdown([{ type: 'paragraph', runs: reader(start, end) }]).trim();
    if (piece !== '') yield { text: piece, join, lead: '', stays: stays && at === spans.length - 1 };
    join = /\n\s*$/u.test(text.slice(Math.max(start, end - 20), end)) ? '\n' : ' ';
  }
}

/** Slices that come in order, so that no run is read twice. */
function createSlices(runs: readonly Run[]): (start: number, end: number) => Run[] {
  let first = 0;
  let offset = 0;
  return (start, end) => {
    for (let run = runs[first]; run && offset + run.text.length <= start; run = runs[first]) {
      offset += run.text.length;
      first++;
    }
    let last = first;
    for (let to = offset; last < runs.length && to < end; last++) to += runs[last]?.text.length ?? 0;
    return sliceRuns(runs.slice(first, last), start - offset, end - offset);
  };
}

function* ofList(list: Extract<Block, { type: 'list' }>, size: Size): Generator<Loose> {
  for (const [index, item] of list.items.entries()) {
    const join = index === 0 ? '\n\n' : '\n';
    const start = list.start + index;
    const alone: Block = { ...list, start, items: [item] };
    if (size(alone) <= MAX_SECTION_CHARS) {
      const text = toMarkdown([alone]);
      if (text.length <= MAX_SECTION_CHARS) {
        yield { text, join, lead: '', stays: false };
        continue;
      }
    }
    // Too long for one piece: its blocks one by one, the mark in front of the first.
    const mark = list.ordered ? `${start}. ` : '- ';
    let first = true;
    for (const piece of ofBlocks(item, size)) {
      yield first ? { ...piece, text: marked(piece.text, mark), join } : piece;
      first = false;
    }
  }
}

function marked(text: string, mark: string): string {
  const indent = ' '.repeat(mark.length);
  return mark + text.replace(/\n(?=[^\n])/gu, `\n${indent}`);
}

function quoted(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function* ofTable(table: Extract<Block, { type: 'table' }>): Generator<Loose> {
  const [head = '', bar = '', ...rows] = toMarkdown([table]).split('\n');
  if (head.length + bar.length > MAX_HEAD_CHARS) {
    // No header that could be written above each part: every row by its cells.
    for (const row of table.rows) yield* ofRow(row, []);
    return;
  }
  const lead = `${head}\n${bar}\n`;
  const cells = table.header ? table.rows.slice(1) : table.rows;
  let first = true;
  for (const [index, row] of rows.entries()) {
    if (lead.length + row.length > MAX_SECTION_CHARS) {
      yield* ofRow(cells[index] ?? [], table.header ? (table.rows[0] ?? []) : []);
      first = true;
    } else {
      yield {
        text: first ? lead + row : row,
        join: first ? '\n\n' : '\n',
        lead: first ? '' : lead,
        stays: false,
      };
      first = false;
    }
  }
  if (rows.length === 0 && table.header) yield* ofRow(table.rows[0] ?? [], []);
}

/** A row that is too long for a section: its cells as paragraphs, each with the words above its column. */
function* ofRow(row: readonly Run[][], head: readonly Run[][]): Generator<Loose> {
  for (const [column, cell] of row.entries()) {
    if (plainOf(cell).trim() === '') continue;
    const above = plainOf(head[column] ?? []).trim();
    const name: Run[] = above === '' ? [] : [{ text: `${above}: `, marks: [] }];
    yield* ofParagraph([...name, ...cell], false);
  }
}
