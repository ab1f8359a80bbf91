import { expect, it } from '@jest/globals';
import { createPairing } from './pairs.ts';

const pairsOf = (...sections: [id: number, asked: boolean, ...keys: number[]][]) => {
  const pairing = createPairing();
  for (const [id, asked, ...keys] of sections) pairing.add([{ id, asked, keys }]);
  return pairing.pairs(3);
};

it('pairs what shares keys, those with most first, each once', () => {
  expect(pairsOf([1, true, 7, 8], [2, true, 8], [3, true, 8, 7, 7], [4, true, 9])).toEqual([
    [1, 3],
    [1, 2],
    [2, 3],
  ]);
});

it('pairs nothing with itself, nor two that nobody asked for', () => {
  expect(pairsOf([1, false, 7], [2, false, 7], [3, true, 7, 7])).toEqual([
    [1, 3],
    [2, 3],
  ]);
});

it('does not compare each with each where all share a key', () => {
  const pairing = createPairing();
  pairing.add(Array.from({ length: 5_000 }, (_, id) => ({ id, asked: true, keys: [1] })));
  expect(pairing.pairs(10_000)).toHaveLength(28);
});
