import { expect, it } from '@jest/globals';
import { keyOf, levelOf, packCounts, termIdOf, unpackCounts } from './key.ts';
import { chooseLists, MOST_ENTRIES } from './lists.ts';

const term = (name: string, weight = 1) => ({ term: name, weight, word: 0 });

it('packs counts and levels', () => {
  const counts = { title: 1, heading: 2, text: 5 };
  expect(unpackCounts(packCounts(counts))).toEqual(counts);
  const huge = packCounts({ title: 99, heading: 99, text: 99_999 });
  expect(huge).toBeLessThan(2 ** 15);
  expect(unpackCounts(huge)).toEqual({ title: 3, heading: 7, text: 1_023 });
  expect(termIdOf(keyOf(12, 3))).toBe(12);
});

it('puts what stands in headings or often above what stands there once', () => {
  const once = { title: 0, heading: 0, text: 1 };
  expect(levelOf(once, 110)).toBeGreaterThan(levelOf(once, 600));
  expect(levelOf({ ...once, heading: 3 }, 110)).toBe(2);
  expect(levelOf({ title: 1, heading: 3, text: 1 }, 110)).toBe(3);
  expect(levelOf({ ...once, text: 3 }, 110)).toBeGreaterThan(levelOf(once, 110));
});

it('reads the rarest lists first, and never more entries than a question may cost', () => {
  const { keys, common } = chooseLists(
    [term('oft'), term('selten')],
    [
      { id: 1, term: 'oft', levels: [MOST_ENTRIES - 5, 0, 0, 300] },
      { id: 2, term: 'selten', levels: [10, 0, 0, 0] },
    ],
    10_000,
  );
  expect(keys).toEqual([keyOf(2, 0), keyOf(1, 3)]);
  expect(common).toEqual([]);
});

it('looks at the beginning of a list that is too long where there is no other', () => {
  const counts = [{ id: 1, term: 'alle', levels: [MOST_ENTRIES * 2, 0, 0, 0] }];
  expect(chooseLists([term('alle')], counts, MOST_ENTRIES * 2)).toEqual({
    keys: [],
    weights: [],
    common: [keyOf(1, 0)],
  });
});

it('reads lists of a term in several collections together', () => {
  const counts = [1, 2].map((id) => ({ id, term: 'x', levels: [0, 5, 0, 0] }));
  expect(chooseLists([term('x')], counts, 100).keys).toEqual([keyOf(1, 1), keyOf(2, 1)]);
});
