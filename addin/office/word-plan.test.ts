import { describe, expect, it } from '@jest/globals';
import type { Run } from '../../contract/rich.ts';
import { planOf } from './word-plan.ts';

const cell = (text: string): Run[] => [{ text, marks: [] }];
const tableOf = (rows: Run[][][], header = true) => planOf([{ type: 'table', header, rows }]).lines;

describe('the plan of a table', () => {
  it('has no more columns than Word, and every word', () => {
    const [line] = tableOf([Array.from({ length: 70 }, (_, at) => cell(`z${at}`)), [], [cell('a')]]);
    if (line?.type !== 'table') throw new Error('no table');
    expect(line.columns).toBeLessThanOrEqual(63);
    expect(line.rows.map((row) => row.length)).toEqual([line.columns, line.columns]);
    const words = line.rows.flat(2).map(({ text }) => text);
    expect(words.join(' ').match(/z\d+/g)).toHaveLength(70);
  });

  it('is none where no row has a cell, and has no header where the header has none', () => {
    expect(tableOf([[], []])).toEqual([]);
    expect(tableOf([[], [cell('a')]])).toMatchObject([{ type: 'table', header: false, columns: 1 }]);
  });
});
