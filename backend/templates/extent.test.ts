import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../contract/rich.ts';
import { extentOf } from './extent.ts';
import { h, list, p, run, table } from './testing/blocks.ts';

const of = (...blocks: Block[]) => extentOf(blocks).elements;

describe('extentOf', () => {
  it('counts the cells that a table is filled up with', () => {
    const ragged: Block = { type: 'table', header: false, rows: [[[], [], [], [], []], [], [], []] };
    expect(extentOf([ragged]).columns).toBe(5);
    expect(of(ragged)).toBeGreaterThan(5 * 4 * 6);
    expect(extentOf([{ type: 'quote', blocks: [list(false, [[ragged]])] }]).columns).toBe(5);
  });

  it('counts what stands in quotes, lists and tables like what stands alone', () => {
    const long = p('a\n'.repeat(500));
    expect(of({ type: 'quote', blocks: [long] })).toBe(of(long));
    expect(of(list(false, [[long]]))).toBeGreaterThan(of(long));
    expect(of(table(false, ['a\n'.repeat(500)]))).toBeGreaterThan(of(long));
    expect(of(h(1, 'a'))).toBe(of(p('a')));
  });

  it('counts what one run becomes', () => {
    expect(of(p('a\n'.repeat(500)))).toBeGreaterThan(1_000);
    expect(of(p('[[a]]x'.repeat(500)))).toBeGreaterThan(3_000);
    expect(of({ type: 'paragraph', runs: [run('a', 'bold', 'italic', 'bold')] })).toBe(of(p('a')) + 4);
  });

  it('counts a numbered list for more than one without numbers', () => {
    expect(of(list(true, ['a']))).toBeGreaterThan(of(list(false, ['a'])) + 18);
    expect(extentOf([])).toEqual({ elements: 0, columns: 0 });
  });
});
