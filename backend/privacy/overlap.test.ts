import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withoutOverlaps } from './overlap.ts';
import type { Candidate } from './span.ts';

const text = 'Lena Müller, Hauptstraße 12, 66869 Kusel';
const candidate = (start: number, end: number, more: Partial<Candidate> = {}): Candidate => ({
  start,
  end,
  kind: 'person',
  rule: 'test',
  weight: 1,
  ...more,
});
const places = (list: readonly Candidate[]) => list.map(({ start, end }) => [start, end]);

describe('withoutOverlaps', () => {
  it('prefers the weightier, then the longer', () => {
    expect(places(withoutOverlaps(text, [candidate(0, 11), candidate(5, 11, { weight: 3 })]))).toEqual([
      [0, 5],
      [5, 11],
    ]);
    expect(places(withoutOverlaps(text, [candidate(5, 11), candidate(0, 11)]))).toEqual([[0, 11]]);
  });

  it('keeps what the loser covers beyond the winner, without what a name means', () => {
    const person = { given: 'Lena', surname: 'Müller', gender: null, plural: false, ending: 0 };
    const [first, second] = withoutOverlaps(text, [
      candidate(0, 11, { person }),
      candidate(5, 24, { kind: 'street' }),
    ]);
    expect(second).toMatchObject({ start: 5, end: 24, kind: 'street' });
    expect(first).toMatchObject({ start: 0, end: 5, kind: 'person' });
    expect(first?.person).toBeUndefined();
  });

  it('drops a rest that is nothing but signs', () => {
    expect(places(withoutOverlaps(text, [candidate(0, 13), candidate(0, 11, { weight: 2 })]))).toEqual([
      [0, 11],
    ]);
  });

  it('leaves nothing uncovered and no two on the same place', () => {
    const spans = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.constantFrom(1, 2, 3))
      .map(([start, length, weight]) => candidate(start, start + length, { weight: weight as 1 | 2 | 3 }));
    const letters = 'x'.repeat(100);
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 30 }), (list) => {
        const covered = (of: readonly Candidate[]) => {
          const marks = new Array<number>(100).fill(0);
          for (const { start, end } of of)
            for (let at = start; at < end; at++) marks[at] = (marks[at] ?? 0) + 1;
          return marks;
        };
        const result = withoutOverlaps(letters, list);
        expect(Math.max(0, ...covered(result))).toBeLessThanOrEqual(1);
        expect(covered(result).map(Boolean)).toEqual(covered(list).map(Boolean));
        expect(places(result)).toEqual([...places(result)].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)));
      }),
    );
  });
});
