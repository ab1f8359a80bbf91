import { addDays, weekdayOf } from '../deadlines/calendar.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { lastSunday, readBudgets, readDays } from './budgets.store.ts';
import { forecastReport } from './reports.ts';
import type { Prices } from './testing/attacker.ts';
import { callsOf, seedCalls } from './testing/seed.ts';

/** One call of person 0 costs 10 €. */
const prices: Prices = { a: { input: 10_000_000_000, output: 0 } };
const CALL_CENTS = 1_000;
const KUSEL = 'lk-kusel';

onBothStores('budgets to be forecast', (open) => {
  let store: TestStore;
  let sunday: string;

  beforeAll(async () => {
    store = await open();
    sunday = await store.within('verbund', lastSunday);
    const days = Array.from({ length: 95 }, (_, index) => addDays(sunday, index - 93));
    for (const day of days.filter((one) => weekdayOf(one) % 6 !== 0)) {
      await seedCalls(store, KUSEL, day, callsOf([0], 'a', 'FB 1', 'reply', 1), prices);
    }
    await store.tamper(
      `insert into amtsfeder.budget (owner, kommune, department, model, period, amount_cents, on_exhausted) values
       ('kommune', $1, null, null, 'total', 500000, 'stop'), ('kommune', $1, null, null, 'month', 2000000, 'warn'),
       ('kommune', $1, 'FB 1', null, 'total', 1, 'warn'), ('kommune', $1, null, 'a', 'total', 1, 'warn'),
       ('kommune', 'donnersbergkreis', null, null, 'total', 7, 'warn'), ('verbund', null, null, null, 'total', 900000, 'stop')`,
      [KUSEL],
    );
    await store.tamper(
      `insert into amtsfeder.budget_state (budget, kommune, begins, spent)
       select id, kommune, '1970-01-01', (select sum(cost) from amtsfeder.charge) from amtsfeder.budget
       where period = 'total' and department is null and model is null and amount_cents > 7`,
    );
  });

  test('the last whole week ends on a Sunday that is past', async () => {
    const [now] = await store.tamper(`select (now() at time zone 'Europe/Berlin')::date::text as day`);
    expect(weekdayOf(sunday)).toBe(0);
    expect(sunday < String(now?.day) && addDays(sunday, 7) >= String(now?.day)).toBe(true);
  });

  test('days without gaps, those after it left out', async () => {
    const days = await store.within({ kommune: KUSEL }, (db) => readDays(db, KUSEL, sunday));
    expect(days).toHaveLength(91);
    expect(days.at(-1)).toEqual({ day: sunday, cents: 0 });
    expect(days.at(-3)).toEqual({ day: addDays(sunday, -2), cents: CALL_CENTS });
    expect(days.filter(({ cents }) => cents > 0)).toHaveLength(65);
    const others = await store.within({ kommune: 'donnersbergkreis' }, (db) => readDays(db, null, sunday));
    expect(others.every(({ cents }) => cents === 0)).toBe(true);
  });

  test('budgets for all models only, with what was spent up to that Sunday', async () => {
    const budgets = await store.within({ kommune: KUSEL }, (db) => readBudgets(db, KUSEL, sunday));
    expect(budgets.map(({ period, budgetCents }) => [period, budgetCents])).toEqual([
      ['month', 2_000_000],
      ['total', 500_000],
    ]);
    // Of 95 days one lies after the Sunday; two of the first three are no working days or outside.
    const [counted] = await store.tamper(
      `select count(*)::int as calls from amtsfeder.call where kommune = $1 and day <= $2::date`,
      [KUSEL, sunday],
    );
    expect(budgets[1]?.spentCents).toBe(Number(counted?.calls) * CALL_CENTS);
  });

  test('tells when a budget ends, for a Kommune and for the Verbund', async () => {
    const { budgets } = await store.within({ kommune: KUSEL }, (db) => forecastReport(db, KUSEL));
    const total = budgets.find(({ period }) => period === 'total')?.forecast;
    if (total?.state !== 'estimated') throw new Error('no estimate');
    expect(total.spentEuro).toBeGreaterThanOrEqual(650);
    expect(total.expectedDay && total.expectedDay > sunday).toBe(true);
    const verbund = await store.within('verbund', (db) => forecastReport(db, null));
    expect(verbund).toMatchObject({
      kommune: null,
      budgets: [{ period: 'total', forecast: { budgetEuro: 9_000 } }],
    });
  });

  test('another Kommune has no part in it', async () => {
    const { budgets } = await store.within({ kommune: 'vg-oberes-glantal' }, (db) =>
      forecastReport(db, KUSEL),
    );
    expect(budgets).toEqual([]);
  });
});
