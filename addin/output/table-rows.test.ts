import { describe, expect, it } from '@jest/globals';
import { tableRows } from './table-rows.ts';

const cells = (count: number, ...content: string[]) => Array.from({ length: count }, () => content);

describe('tableRows', () => {
  it('fills up short rows and leaves out rows without a cell', () => {
    expect(tableRows([[['a'], ['b']], [], [['c']]], ' ')).toEqual([
      [['a'], ['b']],
      [['c'], []],
    ]);
    expect(tableRows([[], []], ' ')).toEqual([]);
  });

  it('joins what Word has no column for, so that no text is lost', () => {
    const rows = tableRows([[...cells(62, 'a'), ['b'], [], ['c', 'd']], [['e']]], ' ');
    expect(rows.map((row) => row.length)).toEqual([63, 63]);
    expect(rows[0]?.at(-1)).toEqual(['b', ' ', 'c', 'd']);
    expect(rows[1]?.at(-1)).toEqual([]);
  });

  it('leaves ten columns as they are, however ragged', () => {
    const rows = tableRows([cells(10, 'a'), ...Array.from({ length: 2_000 }, () => cells(1, 'b'))], ' ');
    expect(rows.every((row) => row.length === 10)).toBe(true);
  });

  it('does not let one wide row ask for a multitude of empty cells', () => {
    const wide = cells(800, 'a');
    const many = tableRows([wide, ...Array.from({ length: 100_000 }, () => cells(1))], ' ');
    expect(many.every((row) => row.length === many[0]?.length)).toBe(true);
    expect(many.flat()).toHaveLength(100_001 * 10);
    expect(many[0]?.flat().filter((text) => text === 'a')).toHaveLength(800);
    expect(tableRows([wide, ...Array.from({ length: 800 }, () => [])], ' ').flat()).toHaveLength(63);
  });
});
