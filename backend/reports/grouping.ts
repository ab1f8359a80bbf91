import { type Dimension, dimensions } from '../../contract/reports.ts';
import { personsIn, sumOf, type UseCell } from './use-cell.ts';

/** Persons that a published figure is of, at least (Personalrat: no figures of groups under five). */
export const MIN_PERSONS = 5;

/** Cells whose sum may be told. Groups are disjoint: what is not told apart in one cannot be told apart by any of them. */
export type Group = readonly UseCell[];

/**
 * Whether the sum of cells may be told. Persons alone are not enough: where five persons made five calls, each made one,
 * and where five cells have five calls, each has one.
 */
function mayBeTold(cells: Group): boolean {
  const persons = personsIn(cells);
  const { calls } = sumOf(cells);
  return persons >= MIN_PERSONS && calls > persons && (cells.length === 1 || calls > cells.length);
}

/** Whether what was paid is hidden among enough persons: the price list is no secret, and what is free costs no one. */
function hidesMoney(cells: Group): boolean {
  const paying = personsIn(cells.filter(({ picoEuro }) => picoEuro > 0n));
  return paying === 0 || paying >= MIN_PERSONS;
}

/**
 * Divides cells into groups whose sums may be told: by model, within a model by Fachbereich, within that by task. What is
 * too small joins what else is too small at its place, then the smallest group there, so that the larger whole above it
 * stays complete; only where there is none it goes one step up.
 * @returns disjoint groups that hold every cell, or none where the whole may not be told
 */
export function groupCells(cells: readonly UseCell[]): Group[] {
  const { groups, rest } = divide(cells, dimensions);
  if (rest.length === 0) return groups;
  return settle(rest, groups, true) ?? [];
}

interface Division {
  groups: Group[];
  /** What could not be placed. */
  rest: UseCell[];
}

function divide(cells: readonly UseCell[], by: readonly Dimension[]): Division {
  const [first, ...others] = by;
  if (first === undefined) {
    return mayBeTold(cells) && hidesMoney(cells)
      ? { groups: [cells], rest: [] }
      : { groups: [], rest: [...cells] };
  }
  const parts = [...Map.groupBy(cells, (cell) => cell[first])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, part]) => divide(part, others));
  const groups = parts.flatMap((part) => part.groups);
  const rest = parts.flatMap((part) => part.rest);
  if (rest.length === 0) return { groups, rest };
  const settled = settle(rest, groups, false);
  return settled === null ? { groups, rest } : { groups: settled, rest: [] };
}

/**
 * Finds a place for the rest among groups.
 * @param last whether there is no step above: then money that cannot be hidden is put up with, since what a Kommune owes
 *   in all is told in any case and these groups are all that pay
 * @returns all groups; null where the rest may not be told even with all of them
 */
function settle(rest: Group, groups: readonly Group[], last: boolean): Group[] | null {
  const left = [...groups].sort(bySize);
  let joined = rest;
  while (!mayBeTold(joined) || !hidesMoney(joined)) {
    const paying = left.findIndex((group) => group.some(({ picoEuro }) => picoEuro > 0n));
    const needsMoney = !hidesMoney(joined);
    if (needsMoney && paying < 0 && !last) return null;
    if (needsMoney && paying < 0 && mayBeTold(joined)) break;
    const [next] = left.splice(needsMoney && paying >= 0 ? paying : 0, 1);
    if (next === undefined) return null;
    joined = [...joined, ...next];
  }
  return [...left, joined];
}

/** Groups that are put together already come first, then those of the fewest persons; the rest is for a fixed order. */
function bySize(a: Group, b: Group): number {
  return (
    Number(a.length === 1) - Number(b.length === 1) ||
    personsIn(a) - personsIn(b) ||
    sumOf(a).calls - sumOf(b).calls ||
    (nameOf(a) < nameOf(b) ? -1 : 1)
  );
}

function nameOf(group: Group): string {
  return group
    .map(({ model, department, task }) => JSON.stringify([model, department, task]))
    .sort()
    .join();
}
