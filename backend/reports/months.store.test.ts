import type { Month } from '../../contract/reports.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { monthsOf } from './months.ts';
import { toldMonths } from './months.store.ts';
import type { Prices } from './testing/attacker.ts';
import { callsOf, numbers, seedCalls } from './testing/seed.ts';
import { lastClosedMonth } from './use.store.ts';

const prices: Prices = {
  a: { input: 150_000, output: 600_000 },
  b: { input: 2_500_000, output: 10_000_000 },
};
const KUSEL = 'lk-kusel';
const OTHER = 'donnersbergkreis';

onBothStores('months as they are told', (open) => {
  let store: TestStore;
  let last: Month;
  const before = () => monthsOf('2020-01', last).at(-2) ?? '';
  const told = (kommune: string, months: Month[], from = store) =>
    from.within({ kommune }, (db) => toldMonths(db, kommune, months));

  beforeAll(async () => {
    store = await open();
    last = await store.within('verbund', lastClosedMonth);
    for (const month of [before(), last]) {
      await seedCalls(store, KUSEL, `${month}-12`, callsOf(numbers(1, 8), 'a', 'FB 1', 'reply'), prices);
      await seedCalls(store, KUSEL, `${month}-28`, callsOf(numbers(1, 6), 'b', 'FB 2', 'note'), prices);
      await seedCalls(store, KUSEL, `${month}-01`, callsOf([9], 'b', 'FB 3', 'note'), prices);
      await seedCalls(store, OTHER, `${month}-12`, callsOf([1, 2], 'a', 'FB 1', 'reply'), prices);
    }
  });

  test('a month that is over is told, of five persons at least, and what it cost to the last digit', async () => {
    const [month] = await told(KUSEL, [last]);
    if (month?.state !== 'closed') throw new Error('not closed');
    const tokens = (persons: number[]) => persons.reduce((sum, person) => sum + 2 * (1_000 + person), 0);
    const a = tokens(numbers(1, 8)) * 150_000 + 16 * 200 * 600_000;
    const b = tokens([1, 2, 3, 4, 5, 6, 9]) * 2_500_000 + 14 * 200 * 10_000_000;
    expect(month.picoEuro).toBe(BigInt(a + b));
    expect(month.cube.persons).toBe(9);
    expect(
      month.cube.cells.map(({ model, department, task, calls }) => [model, department, task, calls]),
    ).toEqual([
      ['a', 'FB 1', 'reply', 16],
      ['b', null, 'note', 14],
    ]);
  });

  test('under five persons only what is owed is told', async () => {
    const [month] = await told(OTHER, [last]);
    expect(month).toMatchObject({ state: 'closed', cube: { cells: [], persons: 0, bands: [] } });
    expect(month?.state === 'closed' && month.picoEuro > 0n).toBe(true);
  });

  test('once told it stays as it is, whatever comes after', async () => {
    const first = await told(KUSEL, [before()]);
    await seedCalls(store, KUSEL, `${before()}-13`, callsOf([10], 'a', 'FB 1', 'reply'), prices);
    await store.tamper(`delete from amtsfeder.head where kommune = $1 and month = $2::date`, [
      KUSEL,
      `${before()}-01`,
    ]);
    expect(await told(KUSEL, [before()])).toEqual(first);
  });

  test('two replicas that are asked at once tell the same', async () => {
    const month = monthsOf('2020-01', last).at(-3) ?? '';
    await seedCalls(store, KUSEL, `${month}-12`, callsOf(numbers(1, 7), 'a', 'FB 1', 'reply'), prices);
    const replica = await store.another();
    const ask = (from: Pick<TestStore, 'within'>) =>
      from.within({ kommune: KUSEL }, (db) => toldMonths(db, KUSEL, [month]));
    const [one, other] = await Promise.all([ask(store), ask(replica)]);
    expect(one).toEqual(other);
    const rows = await store.tamper(`select from amtsfeder.report_month where month = $1`, [month]);
    expect(rows).toHaveLength(1);
  });

  test('the running month is not told, nor one whose calls are still being made', async () => {
    const [running = ''] = monthsOf(last, '2099-12').slice(1);
    await seedCalls(store, KUSEL, `${running}-01`, callsOf(numbers(1, 9), 'a', 'FB 1', 'reply'), prices);
    expect(await told(KUSEL, [running])).toEqual([{ month: running, state: 'open' }]);

    const month = monthsOf('2020-01', last).at(-4) ?? '';
    await store.tamper(
      `insert into amtsfeder.call (id, kommune, department, task, model, day, state, lease)
       values (gen_random_uuid(), $1, '', 'reply', 'a', $2::date, 'reserved', now())`,
      [KUSEL, `${month}-30`.replace('02-30', '02-28')],
    );
    expect(await told(KUSEL, [month])).toEqual([{ month, state: 'open' }]);
  });

  test('months whose calls were deleted unseen tell what they cost and nothing else', async () => {
    const month = '2021-03';
    await store.tamper(
      `insert into amtsfeder.ledger_month (kommune, month, model, calls, input_tokens, output_tokens, cost, unpriced)
       values ($1, '2021-03-01', 'a', 900, 1, 1, 123456789, 0)`,
      [KUSEL],
    );
    expect(await told(KUSEL, [month])).toEqual([
      { month, state: 'closed', picoEuro: 123_456_789n, cube: { cells: [], persons: 0, bands: [] } },
    ]);
  });

  test('a month without any use costs nothing and leaves no row', async () => {
    expect(await told(KUSEL, ['2020-02'])).toMatchObject([{ state: 'closed', picoEuro: 0n }]);
    expect(await store.tamper(`select from amtsfeder.report_month where month = '2020-02'`)).toEqual([]);
  });

  test('a Kommune neither sees nor makes months of another', async () => {
    await told(OTHER, [last]);
    const seen = await store.within({ kommune: KUSEL }, (db) => toldMonths(db, OTHER, [last]));
    expect(seen).toMatchObject([{ picoEuro: 0n, cube: { cells: [] } }]);
    const rows = await store.tamper(`select pico_euro from amtsfeder.report_month where kommune = $1`, [
      OTHER,
    ]);
    expect(rows.every(({ pico_euro }) => pico_euro !== '0')).toBe(true);
  });
});
