import {
  type Dimension,
  dimensions,
  type KommuneUse,
  type Month,
  type PersonBand,
  type UseMonth,
  type UseRow,
  type UseTotal,
} from '../../contract/reports.ts';
import { apportion } from './apportion.ts';
import type { Cube, CubeCell } from './cube.ts';
import { MIN_PERSONS } from './grouping.ts';

export const PICO_PER_CENT = 10_000_000_000n;

/** A month of a Kommune as it is told. */
export type ToldMonth =
  | { month: Month; state: 'open' }
  | {
      month: Month;
      state: 'closed';
      /** All that is owed, exactly. */
      picoEuro: bigint;
      cube: Cube;
    };

/** Rounds to whole cents, halves up. */
export function centsOf(picoEuro: bigint): number {
  return Number((picoEuro + PICO_PER_CENT / 2n) / PICO_PER_CENT);
}

/** What is told of one Kommune; every figure is a sum of cells of the cubes, or what the Kommune owes for a month. */
export function useOf(kommune: string, told: readonly ToldMonth[], by: readonly Dimension[]): KommuneUse {
  const months = told.map((month) => monthOf(month, by));
  const published = months.filter((month) => month.state === 'published');
  return {
    kommune,
    months,
    cents: months.reduce((sum, month) => sum + (month.state === 'open' ? 0 : month.cents), 0),
    published: totalOf(published),
  };
}

function monthOf(told: ToldMonth, by: readonly Dimension[]): UseMonth {
  const { month } = told;
  if (told.state === 'open') return { month, state: 'open' };
  const cents = centsOf(told.picoEuro);
  const { cells, persons } = told.cube;
  if (cells.length === 0) return { month, state: 'withheld', cents };
  const rows = rowsOf(told.cube, by, cents);
  return { month, state: 'published', persons, ...figuresOf(cells), cents, rows };
}

/** The rows of a month; their cents add up to those of the month. */
function rowsOf({ cells, bands }: Cube, by: readonly Dimension[], cents: number): UseRow[] {
  const groups = [...Map.groupBy(cells, (cell) => JSON.stringify(by.map((name) => cell[name]))).values()];
  const costs = groups.map((group) => group.reduce((sum, cell) => sum + BigInt(cell.picoEuro), 0n));
  const shares = apportion(BigInt(cents), costs);
  const rows = groups.map((group, index) => {
    const values = by.map((name) => group[0]?.[name] ?? null);
    const from =
      by.length === 1
        ? bands.find(({ dimension, value }) => dimension === by[0] && value === values[0])?.from
        : undefined;
    return {
      values,
      ...figuresOf(group),
      // One cell without tokens hides those of the others beside it, or the sum would look complete.
      ...(group.some(({ tokens }) => tokens === null) ? { inputTokens: null, outputTokens: null } : {}),
      cents: Number(shares?.[index] ?? 0n),
      persons: from === undefined ? null : bandFrom(from),
    };
  });
  return rows.sort(byValues);
}

function bandFrom(from: number): PersonBand {
  return { from, to: from + MIN_PERSONS - 1 };
}

function figuresOf(cells: readonly CubeCell[]) {
  const figures = { calls: 0, inputTokens: 0, outputTokens: 0 };
  for (const { calls, tokens } of cells) {
    figures.calls += calls;
    figures.inputTokens += tokens?.input ?? 0;
    figures.outputTokens += tokens?.output ?? 0;
  }
  return figures;
}

/** Adds months up, row by row. Persons are not: those of one month and of another may be the same. */
function totalOf(months: readonly Extract<UseMonth, { state: 'published' }>[]): UseTotal {
  const rows = new Map<string, UseRow>();
  for (const row of months.flatMap((month) => month.rows)) {
    const key = JSON.stringify(row.values);
    const known = rows.get(key);
    rows.set(key, known === undefined ? { ...row, persons: null } : added(known, row));
  }
  const sum = (name: 'calls' | 'inputTokens' | 'outputTokens' | 'cents') =>
    months.reduce((all, month) => all + month[name], 0);
  return {
    calls: sum('calls'),
    inputTokens: sum('inputTokens'),
    outputTokens: sum('outputTokens'),
    cents: sum('cents'),
    rows: [...rows.values()].sort(byValues),
  };
}

function added(a: UseRow, b: UseRow): UseRow {
  const both = (x: number | null, y: number | null) => (x === null || y === null ? null : x + y);
  return {
    values: a.values,
    calls: a.calls + b.calls,
    inputTokens: both(a.inputTokens, b.inputTokens),
    outputTokens: both(a.outputTokens, b.outputTokens),
    cents: a.cents + b.cents,
    persons: null,
  };
}

/** By name; what was put together comes last. */
function byValues(a: UseRow, b: UseRow): number {
  for (const [index, value] of a.values.entries()) {
    const other = b.values[index] ?? null;
    if (value === other) continue;
    if (value === null) return 1;
    if (other === null) return -1;
    return value < other ? -1 : 1;
  }
  return 0;
}

/** All ways to divide use, for who wants every one of them. */
export const allViews: readonly (readonly Dimension[])[] = [1, 2, 3, 4, 5, 6, 7].map((bits) =>
  dimensions.filter((_, index) => (bits & (1 << index)) !== 0),
);
