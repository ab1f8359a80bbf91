import { cellsOf, headingText, type Block } from '../../../text/blocks.ts';
import type { Digest } from '../../../text/digest.ts';
import { readable, sentencesOf } from '../../../text/sentences.ts';

/** A value that a text found for something, with the words of the source that it stands in. */
export interface Hit {
  value: string;
  passage: string;
}
/** A value that stands beside or below its label: a line with a colon, a row of a table, a heading. */
export interface Labelled extends Hit {
  label: string;
  /** Whether it stands in one line with its label, in a table, or below it. */
  place: 'line' | 'table' | 'below';
  /** All that stands below the label up to the next one, where that was looked at. */
  whole: Hit | null;
}

const MAX_LABEL_CHARS = 60;
const MAX_VALUE_CHARS = 600;
/** No text has more that is worth looking at. */
const MAX_LABELLED = 2_000;
const LINE = /^\s*([\p{L}][^:|\n]{1,60}?)\s*:\s+(\S.*)$/u;
/** A section that is longer is not taken as a whole. */
const MAX_WHOLE_CHARS = 2_000;
/** Columns and rows of a table that is the head of a form. */
const MIN_HEADED = 3;
const MAX_HEADED_ROWS = 3;
/** Blocks below a heading that are its value. */
const MAX_BELOW = 3;

function sourceOf(from: Digest, { start, end }: Pick<Block, 'start' | 'end'>): string {
  return from.source.slice(start, end);
}

/** "Az.: 10-024 · Stand: 1. Oktober 2026", each line and each part of a line. */
function ofLines(text: string): Labelled[] {
  return text.split('\n').flatMap((line) =>
    line.split(' · ').flatMap((part) => {
      const [, label = '', value = ''] = LINE.exec(readable(part)) ?? [];
      return value === ''
        ? []
        : [{ label, value, passage: part.trim(), place: 'line' as const, whole: null }];
    }),
  );
}

/** The first cell with words names the last one of its row: "Gesamtbetrag | | 1.234,56 €". */
function ofRow(from: Digest, block: Block): Labelled[] {
  const cells = cellsOf(from.source, block).map(readable).filter(Boolean);
  const [first = '', ...others] = cells;
  const value = others.at(-1) ?? '';
  const label = headingText(first);
  return value === '' || label === '' || label.length > MAX_LABEL_CHARS
    ? []
    : [{ label, value, passage: sourceOf(from, block), place: 'table', whole: null }];
}

function below(from: Digest, at: number): Labelled[] {
  const heading = from.blocks[at];
  const blocks: Block[] = [];
  for (const block of from.blocks.slice(at + 1, at + 1 + MAX_BELOW)) {
    if (['heading', 'label', 'row', 'footnote'].includes(block.kind)) break;
    // A list belongs together, of running text the first paragraph says it.
    if (blocks.length > 0 && block.kind !== 'item') break;
    blocks.push(block);
  }
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!heading || !first || !last) return [];
  const all = readable(blocks.map(({ text }) => text).join('; '));
  const fits = all.length <= MAX_VALUE_CHARS;
  const [said] = fits ? [] : sentencesOf(from.source, first);
  const passage = from.source.slice(first.start, last.end);
  const value = fits ? { value: all, passage } : said && { value: said.text, passage: said.text };
  const label = headingText(heading.text);
  return value ? [{ label, ...value, place: 'below', whole: sectionBelow(from, at) }] : [];
}

/** All of a section, up to the next heading or table. */
function sectionBelow(from: Digest, at: number): Hit | null {
  const blocks: Block[] = [];
  for (let next = at + 1; next < from.blocks.length; next++) {
    const block = from.blocks[next];
    if (!block || block.signed || ['heading', 'label', 'row', 'footnote'].includes(block.kind)) break;
    blocks.push(block);
  }
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last) return null;
  const passage = from.source.slice(first.start, last.end);
  return passage.length > MAX_WHOLE_CHARS ? null : { value: readable(passage), passage };
}

/**
 * A table of few rows under a heading of several columns, as the head of a form has it. Of several committees the last one
 * decides.
 */
function ofHeading({ heading, rows }: Table): Labelled[] {
  if (heading.length < MIN_HEADED || rows.length > MAX_HEADED_ROWS) return [];
  const decides = heading.some((cell) => /gremium/iu.test(cell));
  const row = rows.at(decides ? -1 : 0);
  return heading.flatMap((cell, column): Labelled[] => {
    const value = row?.cells[column] ?? '';
    const label = headingText(cell);
    if (!row || value === '' || label === '') return [];
    return [{ label, value, passage: row.passage, place: 'table', whole: null }];
  });
}

/** Everything in a text that stands beside a label or below one, in order. */
export function labelledIn(from: Digest): Labelled[] {
  const tables = tablesIn(from);
  const headings = new Set(tables.map(({ at }) => at));
  const found: Labelled[] = tables.flatMap(ofHeading);
  for (const [at, block] of from.blocks.entries()) {
    if (found.length >= MAX_LABELLED) break;
    if (block.kind === 'row') {
      // What stands beside each other in a heading is no label with its value.
      if (!headings.has(at) || cellsOf(from.source, block).length < MIN_HEADED)
        found.push(...ofRow(from, block));
    } else if (block.kind === 'heading' || block.kind === 'label') {
      const inLine = ofLines(sourceOf(from, block));
      found.push(...(inLine.length > 0 ? inLine : below(from, at)));
    } else found.push(...ofLines(sourceOf(from, block)));
  }
  return found;
}

/** A table with its heading. */
export interface Table {
  /** Number of the block of its heading. */
  at: number;
  heading: string[];
  rows: { cells: string[]; passage: string }[];
}

/** The tables of a text; the first row of each is its heading. */
export function tablesIn(from: Digest): Table[] {
  const tables: Table[] = [];
  let open: Table | null = null;
  let end = 0;
  for (const [at, block] of from.blocks.entries()) {
    if (block.kind !== 'row') {
      open = null;
      continue;
    }
    // Two tables may stand below each other with nothing but an empty line between them.
    if (/\n\s*\n/u.test(from.source.slice(end, block.start))) open = null;
    ({ end } = block);
    const cells = cellsOf(from.source, block).map(readable);
    if (open) open.rows.push({ cells, passage: sourceOf(from, block) });
    else tables.push((open = { at, heading: cells, rows: [] }));
  }
  return tables;
}
