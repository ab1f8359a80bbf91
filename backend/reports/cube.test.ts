import fc from 'fast-check';
import type { UseMonth } from '../../contract/reports.ts';
import { makeCube } from './cube.ts';
import { groupCells } from './grouping.ts';
import { Attacker } from './testing/attacker.ts';
import { monthsOfUse } from './testing/months-of-use.ts';
import { personsIn, sumOf, type UseCell } from './use-cell.ts';
import { allViews, useOf } from './views.ts';

const people = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `p${from + index}`);

function cell(names: string, persons: string[], calls: number, picoEuro = 0n): UseCell {
  const [model = '', department = '', task = ''] = names.split('/');
  return { model, department, task, persons, calls, inputTokens: calls, outputTokens: calls, picoEuro };
}

const namesOf = (cells: readonly UseCell[]) =>
  makeCube(cells)
    .cells.map(
      (one) => `${[one.model, one.department, one.task].map((name) => name ?? '*').join('/')} ${one.calls}`,
    )
    .sort();

function answersOf(cells: readonly UseCell[]): UseMonth[] {
  const told = {
    month: '2026-11',
    state: 'closed',
    picoEuro: sumOf(cells).picoEuro,
    cube: makeCube(cells),
  } as const;
  return allViews.map((by) => useOf('lk-kusel', [told], by).months[0] as UseMonth);
}

test('what is large enough keeps its names', () => {
  expect(namesOf([cell('a/FB 1/reply', people(1, 5), 9), cell('a/FB 2/reply', people(6, 20), 99)])).toEqual([
    'a/FB 1/reply 9',
    'a/FB 2/reply 99',
  ]);
});

test('one small cell takes another with it, or the difference would tell it', () => {
  const cells = [
    cell('a/FB 1/reply', people(1, 9), 30),
    cell('a/FB 1/note', people(1, 6), 20),
    cell('a/FB 1/rewrite', people(1, 2), 7),
    cell('a/FB 2/reply', people(10, 30), 80),
  ];
  expect(namesOf(cells)).toEqual(['a/FB 1/* 27', 'a/FB 1/reply 30', 'a/FB 2/reply 80']);
});

test('small cells of one place are put together where that is enough', () => {
  const cells = [
    cell('a/FB 1/reply', people(1, 9), 30),
    cell('a/FB 1/note', people(1, 3), 6),
    cell('a/FB 1/rewrite', people(4, 6), 7),
  ];
  expect(namesOf(cells)).toEqual(['a/FB 1/* 13', 'a/FB 1/reply 30']);
});

test('a model of few does not take the whole of another with it', () => {
  const cells = [
    cell('a/FB 1/reply', people(1, 50), 300, 9n),
    cell('a/FB 2/reply', people(51, 56), 20, 9n),
    cell('b/FB 1/reply', people(1, 2), 4, 9n),
  ];
  expect(namesOf(cells)).toEqual(['*/*/reply 24', 'a/FB 1/reply 300']);
  expect(makeCube(cells).cells.map(({ tokens }) => tokens?.input ?? null)).toEqual([300, null]);
});

test('five calls of five persons say of each that it was one', () => {
  expect(namesOf([cell('a/FB 1/reply', people(1, 5), 5)])).toEqual([]);
  expect(namesOf([cell('a/FB 1/reply', people(1, 5), 6)])).toEqual(['a/FB 1/reply 6']);
});

test('under five persons nothing is told', () => {
  expect(makeCube([cell('a/FB 1/reply', people(1, 4), 500)])).toEqual({ cells: [], persons: 0, bands: [] });
  expect(makeCube([])).toEqual({ cells: [], persons: 0, bands: [] });
});

test('calls whose persons are not known any more count as those of nobody', () => {
  expect(namesOf([cell('a/FB 1/reply', [], 500), cell('a/FB 1/note', people(1, 6), 9)])).toEqual([
    'a/FB 1/* 509',
  ]);
});

test('what few paid is hidden among others who pay, where there are any', () => {
  const cells = [
    cell('a/FB 1/reply', people(1, 6), 20),
    cell('b/FB 1/reply', people(7, 20), 60, 700n),
    cell('c/FB 1/reply', people(1, 2), 4, 900n),
  ];
  expect(namesOf(cells)).toEqual(['*/FB 1/reply 64', 'a/FB 1/reply 20']);
});

test('nobody who has all answers works out a figure of one to four persons', () => {
  fc.assert(
    fc.property(monthsOfUse(), ({ cells, prices }) => {
      const attacker = new Attacker(cells, groupCells(cells), prices);
      const answers = answersOf(cells);
      for (const [index, by] of allViews.entries()) attacker.read(answers[index] as UseMonth, by);
      expect(attacker.found()).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('the attacker finds what plain sums would give away', () => {
  const cells = [
    cell('a/FB 1/reply', people(1, 9), 30),
    cell('a/FB 1/note', people(1, 2), 7),
    cell('b/FB 1/reply', people(1, 8), 12),
  ];
  const free = { a: { input: 0, output: 0 }, b: { input: 0, output: 0 } };
  const attacker = new Attacker(
    cells,
    cells.map((one) => [one]),
    free,
  );
  const row = (name: string, calls: number) => ({
    values: [name],
    calls,
    inputTokens: null,
    outputTokens: null,
    cents: 0,
    persons: null,
  });
  const month = {
    month: '2026-11',
    state: 'published',
    persons: 9,
    inputTokens: 0,
    outputTokens: 0,
  } as const;
  const told = { ...month, calls: 49, cents: 0 };
  attacker.read({ ...told, rows: [row('reply', 42)] }, ['task']);
  expect(attacker.found()).toContainEqual([cells[1]]);
});

test('every cell is in one group, and each group is of five persons at least', () => {
  fc.assert(
    fc.property(monthsOfUse(30), ({ cells }) => {
      const groups = groupCells(cells);
      if (groups.length > 0) expect(new Set(groups.flat())).toEqual(new Set(cells));
      expect(groups.flat().length).toBe(groups.length > 0 ? cells.length : 0);
      for (const group of groups) expect(personsIn(group)).toBeGreaterThanOrEqual(5);
    }),
  );
});

test('the same month makes the same cube, in whatever order it is read', () => {
  fc.assert(
    fc.property(
      monthsOfUse().chain(({ cells }) =>
        fc.record({
          cells: fc.constant(cells),
          other: fc.shuffledSubarray(cells, { minLength: cells.length }),
        }),
      ),
      ({ cells, other }) => expect(makeCube(other)).toEqual(makeCube(cells)),
    ),
  );
});

test('no two figures of persons have a difference that can only be one to four', () => {
  fc.assert(
    fc.property(monthsOfUse(30), ({ cells }) => {
      const groups = groupCells(cells);
      const { persons, bands } = makeCube(cells);
      if (groups.length === 0) return;
      const known = [
        { from: persons, to: persons },
        ...bands.map(({ from }) => ({ from, to: Math.min(from + 4, persons) })),
      ];
      for (const a of known) {
        for (const b of known.slice(1)) {
          const least = Math.max(0, a.from - b.to);
          const most = a.to - b.from;
          expect(most <= 0 || least === 0 || most >= 5).toBe(true);
        }
      }
    }),
  );
});
