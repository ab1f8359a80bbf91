import { describe, expect, it } from '@jest/globals';
import { piecesOf } from './pieces.ts';
import { run } from './testing/write-blocks.ts';

const short = (runs: Parameters<typeof piecesOf>[0]) =>
  piecesOf(runs).map((piece) => [piece.text, [...piece.marks].join(), piece.gap, piece.breaksAfter]);

describe('pieces', () => {
  it('are cut at line breaks', () => {
    expect(short([run('a\n\nb\r\nc\vd')])).toEqual([
      ['a', '', false, 2],
      ['b', '', false, 1],
      ['c', '', false, 1],
      ['d', '', false, 0],
    ]);
  });

  it('have no breaks at the start and at the end', () => {
    expect(short([run('\n'), run('a'), run('\n\n')])).toEqual([['a', '', false, 0]]);
  });

  it('mark gaps, also where marks divide them', () => {
    expect(short([run('x [[Bitte '), run('ergänzen: Datum', 'bold'), run(']] y [[offen')])).toEqual([
      ['x ', '', false, 0],
      ['[[Bitte ', '', true, 0],
      ['ergänzen: Datum', 'bold', true, 0],
      [']]', '', true, 0],
      [' y [[offen', '', false, 0],
    ]);
  });

  it('are none for nothing', () => {
    expect(piecesOf([run(''), run('\u0007')])).toEqual([]);
  });
});
