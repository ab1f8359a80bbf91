import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anchorsOf, heaviestRising, type WeightedPair } from './anchors.ts';

const sum = (pairs: readonly WeightedPair[]) => pairs.reduce((all, { weight }) => all + weight, 0);
const rises = (pairs: readonly WeightedPair[]) =>
  pairs.every(({ after }, index) => after > (pairs[index - 1]?.after ?? -1));

describe('heaviestRising', () => {
  it('finds what a search through all selections finds', () => {
    const pairs = fc
      .uniqueArray(fc.nat(20), { maxLength: 8 })
      .chain((places) =>
        fc
          .array(fc.integer({ min: 1, max: 9 }), { minLength: places.length, maxLength: places.length })
          .map((weights) => places.map((after, before) => ({ before, after, weight: weights[before] ?? 1 }))),
      );
    fc.assert(
      fc.property(pairs, (all) => {
        const selections = Array.from({ length: 2 ** all.length }, (_, bits) =>
          all.filter((_pair, index) => ((bits >> index) & 1) === 1),
        );
        const best = Math.max(...selections.filter(rises).map(sum));
        const found = heaviestRising(all);
        expect([rises(found), sum(found)]).toEqual([true, best]);
      }),
    );
  });
});

describe('anchorsOf', () => {
  const anchors = (before: string, after: string) => anchorsOf([...before], [...after], () => 1);
  const keys = (before: string, pairs: readonly { before: number }[]) =>
    pairs.map((pair) => before[pair.before]).join('');

  it('keeps what stands once in either text and what surrounds it', () => {
    expect(keys('xaxbx', anchors('xaxbx', 'xaxybx').kept)).toBe('xaxbx');
    expect(anchors('abc', 'xyz')).toEqual({ kept: [], crossing: [] });
  });

  it('tells what crosses the others', () => {
    const { kept, crossing } = anchors('abcd', 'bcda');
    expect([keys('abcd', kept), keys('abcd', crossing)]).toEqual(['bcd', 'a']);
  });

  it('rises in both texts and pairs only what is the same', () => {
    const letters = fc.array(fc.constantFrom(...'abcdef'), { maxLength: 20 });
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const { kept, crossing } = anchorsOf(before, after, () => 1);
        kept.forEach((pair, index) => {
          expect(pair.before).toBeGreaterThan(kept[index - 1]?.before ?? -1);
          expect(pair.after).toBeGreaterThan(kept[index - 1]?.after ?? -1);
        });
        const all = [...kept, ...crossing];
        expect(all.every((pair) => before[pair.before] === after[pair.after])).toBe(true);
        expect(new Set(all.map((pair) => pair.before)).size).toBe(all.length);
        expect(new Set(all.map((pair) => pair.after)).size).toBe(all.length);
      }),
    );
  });
});
