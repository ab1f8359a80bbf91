import fc from 'fast-check';
import { apportion } from './apportion.ts';

const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 12 });

test('six Kommunen by inhabitants', () => {
  // 100.00 € over three equal parts: the cent that is left goes to the first.
  expect(apportion(10_000n, [1n, 1n, 1n])).toEqual([3334n, 3333n, 3333n]);
  expect(apportion(-10_000n, [1n, 1n, 1n])).toEqual([-3334n, -3333n, -3333n]);
  expect(apportion(10n, [1n, 6n, 3n])).toEqual([1n, 6n, 3n]);
  // Quotas 1.4, 1.4, 2.2: both seats that are left go by remainder, the last goes empty.
  expect(apportion(5n, [14n, 14n, 22n])).toEqual([2n, 1n, 2n]);
});

test('no weight, no parts', () => {
  expect(apportion(5n, [0n, 0n])).toBeNull();
  expect(apportion(5n, [])).toBeNull();
  expect(() => apportion(5n, [2n, -1n])).toThrow(RangeError);
});

test('the parts add up, and none is a whole cent away from its quota', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), weights, (total, given) => {
      const parts = apportion(total, given);
      const sum = given.reduce((all, weight) => all + weight, 0n);
      if (parts === null) return sum === 0n;
      const quotaMet = parts.every((part, index) => {
        const off = part * sum - total * (given[index] ?? 0n);
        return off > -sum && off < sum;
      });
      return parts.reduce((all, part) => all + part, 0n) === total && quotaMet;
    }),
  );
});
