import fc from 'fast-check';
import { allocationKeys, type ReportPlan } from '../../contract/reports.ts';
import { allocate, type Sharer } from './allocation.ts';
import { compare } from './comparison.ts';
import { monthsOf } from './months.ts';

const EURO = 1_000_000_000_000n;
const sharers: Sharer[] = [
  { kommune: 'lk-kusel', inhabitants: 71_000, picoEuro: 40n * EURO },
  { kommune: 'donnersbergkreis', inhabitants: 76_000, picoEuro: 10n * EURO },
  { kommune: 'vg-oberes-glantal', inhabitants: 29_000, picoEuro: 0n },
];
const plan: ReportPlan = {
  modelKey: 'use',
  shares: [
    { kommune: 'lk-kusel', weight: 2, plannedPersons: 100 },
    { kommune: 'donnersbergkreis', weight: 1, plannedPersons: 50 },
    { kommune: 'vg-oberes-glantal', weight: 1, plannedPersons: 20 },
  ],
  positions: [
    { title: 'Plattform', cents: 625_000, every: 'year', from: '2028-11', to: null, key: 'inhabitants' },
    { title: 'Zuschuss', cents: -100_000, every: 'once', from: '2028-11', to: '2028-12', key: 'fixed' },
  ],
  references: [
    {
      kind: 'licence',
      title: 'Lizenz',
      centsPerPerson: 2_800,
      persons: 'planned',
      from: '2026-01',
      to: null,
    },
    { kind: 'own', title: 'Einführung', cents: 120_000, every: 'year', from: '2028-11', to: null },
  ],
};
const year = { months: monthsOf('2028-11', '2029-10'), plan, sharers };

test('a year after the funding: models by use, the platform by inhabitants, a contribution by a fixed key', () => {
  const { items, shares } = allocate(year);
  expect(items).toEqual([
    { title: 'Sprachmodelle', key: 'use', cents: 5_000, state: 'divided' },
    { title: 'Plattform', key: 'inhabitants', cents: 625_000, state: 'divided' },
    { title: 'Zuschuss', key: 'fixed', cents: -100_000, state: 'divided' },
  ]);
  expect(shares).toEqual([
    { kommune: 'lk-kusel', cents: [4_000, 252_131, -50_000], total: 206_131 },
    { kommune: 'donnersbergkreis', cents: [1_000, 269_886, -25_000], total: 245_886 },
    { kommune: 'vg-oberes-glantal', cents: [0, 102_983, -25_000], total: 77_983 },
  ]);
});

test('one key for everything tries another way', () => {
  const { items, shares } = allocate({ ...year, key: 'fixed' });
  expect(items.map(({ key }) => key)).toEqual(['fixed', 'fixed', 'fixed']);
  expect(shares.map(({ cents }) => cents[0])).toEqual([2_500, 1_250, 1_250]);
});

test('what nobody has a part of is left undivided', () => {
  const idle = sharers.map((sharer) => ({ ...sharer, picoEuro: 0n }));
  const { items, shares } = allocate({ ...year, key: 'use', sharers: idle });
  expect(items.every(({ state }) => state === 'undivided')).toBe(true);
  expect(items[1]?.cents).toBe(625_000);
  expect(shares.every(({ total }) => total === 0)).toBe(true);
});

test('the shares of every item add up to it, to the cent', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...allocationKeys),
      fc.array(fc.bigInt({ min: 1n, max: 10n ** 18n }), { minLength: 3, maxLength: 3 }),
      fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
      (key, spent, cents) => {
        const users = sharers.map((sharer, index) => ({ ...sharer, picoEuro: spent[index] ?? 0n }));
        const positions = plan.positions.map((position) => ({ ...position, cents }));
        const { items, shares } = allocate({ ...year, key, sharers: users, plan: { ...plan, positions } });
        for (const [index, item] of items.entries()) {
          expect(shares.reduce((sum, share) => sum + (share.cents[index] ?? 0), 0)).toBe(item.cents);
        }
      },
    ),
  );
});

const twoMonths = { ...year, months: monthsOf('2028-11', '2028-12') };

test('the Vergleichsrechnung: planned persons, own costs without the contribution', () => {
  const { kommunen, total } = compare(twoMonths, () => null);
  // Two months of 100 licences at 28 €, and two twelfths of 1,200 €.
  expect(kommunen[0]).toEqual({
    kommune: 'lk-kusel',
    state: 'compared',
    elsewhere: 2 * 100 * 2_800 + 20_000,
    own: 4_000 + 42_021,
    saved: 533_979,
    savedPercent: 92.1,
  });
  expect(total.elsewhere).toBe(2 * 170 * 2_800 + 60_000);
  expect(total.own).toBe(5_000 + 104_166);
  expect(total.saved).toBe(total.elsewhere - total.own);
});

test('counted persons under five withhold the Kommune, also from the total', () => {
  const [licence] = plan.references;
  const references = [{ ...licence, kind: 'licence', persons: 'counted' } as (typeof plan.references)[0]];
  const counted = { ...twoMonths, plan: { ...plan, references } };
  const { kommunen, total } = compare(counted, (kommune, month) =>
    kommune === 'vg-oberes-glantal' && month === '2028-12' ? null : 10,
  );
  expect(kommunen[2]).toEqual({ kommune: 'vg-oberes-glantal', state: 'withheld' });
  expect(total.elsewhere).toBe(2 * 2 * 10 * 2_800);
});

test('nothing to compare with is no saving', () => {
  const { total } = compare({ ...year, plan: { ...plan, references: [] } }, () => null);
  expect(total.savedPercent).toBeNull();
});
