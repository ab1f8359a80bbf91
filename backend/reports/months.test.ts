import fc from 'fast-check';
import { centsIn, germanMonth, monthsOf } from './months.ts';

const sum = (from: string, to: string, spread: Parameters<typeof centsIn>[1]) =>
  monthsOf(from, to).reduce((all, month) => all + centsIn(month, spread), 0);

test('months over the turn of the year', () => {
  expect(monthsOf('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  expect(monthsOf('2026-11', '2026-10')).toEqual([]);
  expect(germanMonth('2026-03')).toBe('März 2026');
});

test('the platform of the Verbund: two funded years, then 6,250 € a year', () => {
  const platform = { cents: 31_406_500, every: 'once', from: '2026-11', to: '2028-10' } as const;
  const after = { cents: 625_000, every: 'year', from: '2028-11', to: null } as const;
  expect(sum('2026-11', '2028-10', platform)).toBe(31_406_500);
  expect(sum('2026-01', '2030-12', platform)).toBe(31_406_500);
  expect(sum('2028-11', '2029-10', after)).toBe(625_000);
  expect(sum('2028-11', '2030-10', after)).toBe(1_250_000);
  expect(centsIn('2028-10', after)).toBe(0);
  expect(centsIn('2028-11', platform)).toBe(0);
});

test('any sum is spread to the cent, contributions too, and evenly', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(10 ** 10), max: 10 ** 10 }),
      fc.integer({ min: 0, max: 59 }),
      (cents, length) => {
        const months = monthsOf('2026-05', '2031-04').slice(0, length + 1);
        const spread = { cents, every: 'once', from: '2026-05', to: months.at(-1) ?? '' } as const;
        const parts = months.map((month) => centsIn(month, spread));
        expect(parts.reduce((all, part) => all + part, 0)).toBe(cents);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      },
    ),
  );
});
