import { z } from 'zod';
import { type Dimension, dimension, dimensions } from '../../contract/reports.ts';
import { type Group, groupCells, MIN_PERSONS } from './grouping.ts';
import { personsIn, sumOf, type UseCell } from './use-cell.ts';

const picoEuro = z.string().regex(/^-?\d{1,30}$/);
const value = z.string().nullable();

/** A cell that may be told. A dimension is null where it was put together from several. */
const cubeCell = z.object({
  model: value,
  department: value,
  task: value,
  calls: z.int(),
  /**
   * Null where several models were put together: with the price list, tokens and cost together would tell what each of
   * them was used.
   */
  tokens: z.object({ input: z.int(), output: z.int() }).nullable(),
  picoEuro,
});

/**
 * What is told of one Kommune and month, made once and kept: every report is a sum of these cells and of nothing else. So
 * no two reports, asked for at whatever time by whomever, tell more than the cells do.
 */
export const cube = z.object({
  cells: z.array(cubeCell),
  /** Exact; 0 where there are no cells. */
  persons: z.int(),
  /** Of each value of one dimension: persons, rounded down to a multiple of five. */
  bands: z.array(z.object({ dimension, value, from: z.int() })),
});
export type Cube = z.infer<typeof cube>;
export type CubeCell = z.infer<typeof cubeCell>;

/** Nothing can be told. */
export const emptyCube: Cube = { cells: [], persons: 0, bands: [] };

/**
 * Makes the cube of a Kommune and a month. The same cells make the same cube, in whatever order they come.
 * @param cells all of the month; one for each model, Fachbereich and task
 */
export function makeCube(cells: readonly UseCell[]): Cube {
  const groups = groupCells(cells).map((group) => ({ group, cell: cellOf(group) }));
  if (groups.length === 0) return emptyCube;
  groups.sort((a, b) => (keyOf(a.cell) < keyOf(b.cell) ? -1 : 1));
  return {
    cells: groups.map(({ cell }) => cell),
    persons: personsIn(cells),
    bands: dimensions.flatMap((by) => bandsBy(by, groups)),
  };
}

function cellOf(group: Group): CubeCell {
  const { calls, inputTokens, outputTokens, picoEuro: cost } = sumOf(group);
  const common = (by: Dimension) => {
    const values = new Set(group.map((cell) => cell[by]));
    return values.size === 1 ? (group[0]?.[by] ?? null) : null;
  };
  const model = common('model');
  return {
    model,
    department: common('department'),
    task: common('task'),
    calls,
    tokens: model === null ? null : { input: inputTokens, output: outputTokens },
    picoEuro: String(cost),
  };
}

function bandsBy(by: Dimension, groups: readonly { group: Group; cell: CubeCell }[]): Cube['bands'] {
  return [...Map.groupBy(groups, ({ cell }) => cell[by])].map(([name, members]) => {
    const persons = personsIn(members.flatMap(({ group }) => group));
    return { dimension: by, value: name, from: persons - (persons % MIN_PERSONS) };
  });
}

function keyOf({ model, department, task, calls }: CubeCell): string {
  return JSON.stringify([model, department, task, calls]);
}
