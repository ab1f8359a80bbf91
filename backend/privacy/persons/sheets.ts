import type { Found } from './found.ts';
import { type Name, nameAt } from './grammar.ts';
import { type LabelKind, labelKind } from './labels.ts';
import { particlesEnd } from './particles.ts';
import { COMMON, GAP, NAMED, type Reading, is, joined, mayName } from './reading.ts';
import { reversedAt } from './reversed.ts';
import { behindTitles } from './salutations.ts';
import { isBody } from './stops.ts';
import type { Words } from './words.ts';

type Separator = ';' | ',' | 'column';
type Cell = readonly [from: number, to: number];

interface Sheet {
  separator: Separator;
  kinds: readonly (LabelKind | null)[];
}

const SEPARATORS: readonly Separator[] = [';', 'column', ','];
const MIN_COLUMNS = 3;
const MAX_HEADING_WORDS = 4;
const MAX_CELL_WORDS = 6;

/** Names in rows apart by semicolons, commas, tabs or wide blanks under a heading that names its columns. */
export function sheets(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  let sheet: Sheet | null = null;
  let from = 0;
  for (let index = 1; index <= reading.words.length; index++) {
    if (index < reading.words.length && (reading.gap[index] as number) < GAP.line) continue;
    if (reading.gap[from] === GAP.paragraph) sheet = null;
    const opened = sheetOf(reading, from, index);
    if (opened !== null) sheet = opened;
    else if (sheet !== null)
      found.push(...namesOfRow(reading, words, cellsOf(reading, from, index, sheet.separator), sheet));
    from = index;
  }
  return found;
}

function cellsOf(reading: Reading, from: number, to: number, separator: Separator): Cell[] {
  const cells: Cell[] = [];
  let start = from;
  for (let index = from; index < to; index++) {
    if (separator === 'column') {
      if (index > from && reading.gap[index] === GAP.column) {
        cells.push([start, index]);
        start = index;
      }
    } else if (reading.words[index]?.text === separator) {
      cells.push([start, index]);
      start = index + 1;
    }
  }
  cells.push([start, to]);
  return cells;
}

/** A heading: short cells, one of them a label of names, none of them a name. */
function sheetOf(reading: Reading, from: number, to: number): Sheet | null {
  for (const separator of SEPARATORS) {
    const cells = cellsOf(reading, from, to, separator);
    if (cells.length < MIN_COLUMNS) continue;
    const kinds = cells.map(([start]) => labelKind(reading.lower[start] ?? ''));
    const plain = cells.every(
      ([start, end], column) =>
        end - start <= MAX_HEADING_WORDS && (kinds[column] !== null || !holdsName(reading, start, end)),
    );
    if (plain && kinds.some((kind) => kind !== null)) return { separator, kinds };
  }
  return null;
}

function holdsName(reading: Reading, from: number, to: number): boolean {
  return to > from && mayName(reading, from) && is(reading, from, NAMED) && !is(reading, from, COMMON);
}

function namesOfRow(reading: Reading, words: Words, cells: readonly Cell[], sheet: Sheet): Found[] {
  if (cells.length < 2) return [];
  // `Kursleitung;Kohl` below the rows: a label and its value.
  const label = labelKind(reading.lower[cells[0]?.[0] ?? 0] ?? '');
  const kinds =
    cells.length > sheet.kinds.length / 2 && (label === null || cells.length === sheet.kinds.length)
      ? sheet.kinds
      : [null, label];
  return cells.flatMap((cell, column): Found[] => {
    const kind = kinds[column] ?? null;
    const name = kind === null ? null : nameOfCell(reading, words, cell, kind);
    return name === null ? [] : [{ name, rule: 'table', sure: 3, gender: null, plural: false }];
  });
}

/** `Fass, Egidius` and nothing else in the cell. */
function turned(reading: Reading, from: number, to: number): Name | null {
  const surname = particlesEnd(reading, from);
  if (!mayName(reading, surname) || reading.words[surname + 1]?.text !== ',' || surname + 2 >= to)
    return null;
  for (let index = surname + 2; index < to; index++) if (!mayName(reading, index)) return null;
  return { from, to, given: [surname + 2, to], surname: [from, surname + 1] };
}

/** In a column of names every word with a capital is one (`Herbst`, `Zimmer`). */
function nameOfCell(reading: Reading, words: Words, [start, to]: Cell, kind: LabelKind): Name | null {
  const from = behindTitles(reading, start);
  if (from >= to || to - from > MAX_CELL_WORDS) return null;
  if (kind === 'name') {
    const name =
      turned(reading, from, to) ??
      reversedAt(reading, words, from, true) ??
      nameAt(reading, words, from, 'likely');
    if (name !== null && name.to <= to) return name;
  }
  const core = particlesEnd(reading, from);
  for (let index = core; index < to; index++)
    if (
      !mayName(reading, index) ||
      (index > from && !joined(reading, index)) ||
      isBody(reading.lower[index] as string)
    )
      return null;
  if (to - core > 3) return null;
  return kind === 'given'
    ? { from, to, given: [from, to], surname: [to, to] }
    : { from, to, given: [from, from], surname: [from, to] };
}
