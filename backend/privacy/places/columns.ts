import { isHeadWord, type Label, labelOf } from './label-words.ts';
import type { Hit } from './hit.ts';
import { GAP, kindAt, lowerAt, type Page } from './page.ts';
import { addressParts, housePart, placePart, streetPart } from './values.ts';

/** What divides the cells of a row, besides tabs; a list with commas is one only where its head says so. */
const CELLS: ReadonlySet<string> = new Set(['|', ';']);
const COMMAS: ReadonlySet<string> = new Set([',']);
const MIN_COMMAS = 3;
const NO_HEAD: readonly (Label | null)[] = [];

interface Cell {
  from: number;
  to: number;
}

/** Streets and places in the columns of a table whose head names them: `| Straße | Nr. | PLZ | Ort |`, tabs, semicolons. */
export function placesInColumns(page: Page): Hit[] {
  const hits: Hit[] = [];
  let head: readonly (Label | null)[] = NO_HEAD;
  let dividers = CELLS;
  for (let start = 0; start < page.words.length;) {
    const { end, divided, commas } = lineFrom(page, start);
    const going = head.length > 0 && (dividers === CELLS ? divided : commas === head.length - 1);
    if (going) {
      const cells = cellsOf(page, start, end, dividers);
      for (const [column, cell] of cells.entries())
        hits.push(...cellHits(page, cell, head[column] ?? null, head));
    } else if (divided || commas >= MIN_COMMAS) {
      // Most lines have no cells: nothing is built for them.
      dividers = divided ? CELLS : COMMAS;
      head = headOf(page, cellsOf(page, start, end, dividers), divided ? 2 : MIN_COMMAS);
    } else head = NO_HEAD;
    start = end;
  }
  return hits;
}

/** Where a line ends, whether it holds cells, and how many commas. */
function lineFrom(page: Page, start: number): { end: number; divided: boolean; commas: number } {
  let divided = CELLS.has(lowerAt(page, start));
  let commas = 0;
  let end = start + 1;
  for (; end < page.words.length && page.gap[end] === GAP.none; end++) {
    const word = page.lower[end];
    if (word === ',') commas++;
    else divided ||= page.cell[end] === 1 || word === '|' || word === ';';
  }
  return { end, divided, commas };
}

function cellsOf(page: Page, start: number, end: number, dividers: ReadonlySet<string>): Cell[] {
  const cells: Cell[] = [];
  let from = lowerAt(page, start) === '|' ? start + 1 : start;
  for (let at = from; at <= end; at++) {
    const sign = at < end && dividers.has(lowerAt(page, at));
    const tab =
      dividers === CELLS && at > from && at < end && page.cell[at] === 1 && lowerAt(page, at - 1) !== '|';
    if (at < end && !sign && !tab) continue;
    if (at < end || from < end) cells.push({ from, to: at });
    from = sign ? at + 1 : at;
  }
  return cells;
}

/** The labels of a head, or an empty list where the row is none. */
function headOf(page: Page, cells: readonly Cell[], least: number): readonly (Label | null)[] {
  if (cells.length < 2) return NO_HEAD;
  let known = 0;
  const labels = cells.map((cell) => {
    let label: Label | null = null;
    for (let at = cell.from; at < cell.to && at < cell.from + 6; at++) {
      const word = lowerAt(page, at);
      const next = labelOf(word);
      if (next !== null && (label === null || next === 'street' || (label === 'number' && next !== null)))
        label = next;
      if (next === 'address') label = 'address';
      if (next !== null || isHeadWord(word)) known++;
    }
    if (label === null && cell.to > cell.from && lowerAt(page, cell.from) === 'nr') label = 'number';
    return label;
  });
  const plain = cells.every((cell) => {
    for (let at = cell.from; at < cell.to; at++)
      if (kindAt(page, at) === 'number' || lowerAt(page, at) === ':') return false;
    return true;
  });
  const address = labels.some((label) => label !== null && label !== 'number');
  return plain && address && known >= least ? labels : NO_HEAD;
}

function cellHits(page: Page, cell: Cell, label: Label | null, head: readonly (Label | null)[]): Hit[] {
  if (label === null || cell.from >= cell.to || kindAt(page, cell.from) === 'sign') return [];
  const inside = (hit: Hit | null): Hit[] =>
    hit === null ? [] : [{ ...hit, to: Math.min(hit.to, cell.to), rule: `${hit.kind}-column` }];
  if (label === 'address')
    return addressParts(page, cell.from, true).flatMap((hit) => (hit.from < cell.to ? inside(hit) : []));
  if (label === 'street') return inside(streetPart(page, cell.from));
  // The number of a row is no house: a column of numbers counts only beside one of streets.
  if (label === 'number') return head.includes('street') ? inside(housePart(page, cell.from)) : [];
  return inside(placePart(page, cell.from));
}
