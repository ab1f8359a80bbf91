import { beforeAll, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { listBudgets } from './budget.store.ts';
import {
  budgetsOf,
  callsOf,
  clerk,
  entry,
  imbalance,
  opening,
  setTestBudget,
  testLedger,
  testLog,
  testModels,
  testPrices,
} from './testing/books.ts';

/** Pico-euro that a call of the tests reserves. */
const CALL = 1_000n * 2_500_000n + 1_000n * 10_000_000n;

onBothStores('budgets', (open) => {
  let store: TestStore;
  let kommunen = 0;
  /** A person of a Kommune of their own, so that tests do not see each other. */
  const someone = () => ({ ...clerk, kommune: `vg-budgets-${++kommunen}` });

  beforeAll(async () => {
    store = await open();
  });

  it('reserve the dearest model that fits, give back what was too much, and count the truth in full', async () => {
    const person = someone();
    await setTestBudget(store, person.kommune, 2);
    const ledger = testLedger(store).for(person, testPrices);
    const line = await ledger.open(opening({ models: [testModels.cheap, testModels.dear] }));
    expect(line.models).toEqual(['cheap', 'dear']);
    expect((await budgetsOf(store, person.kommune))[0]).toMatchObject({
      reservedMicroEuro: Number(CALL / 1_000_000n),
    });
    // Two cents and then some: more than was reserved and more than there is.
    await line.close(entry(0, 3_000, 'dear'));
    expect((await budgetsOf(store, person.kommune))[0]).toMatchObject({
      spentMicroEuro: 30_000,
      reservedMicroEuro: 0,
      percent: 150,
    });
    expect(await imbalance(store)).toEqual([]);
  });

  it('drop a stand-in that does not fit, and refuse the call whose chosen model does not', async () => {
    const person = someone();
    await setTestBudget(store, person.kommune, 1);
    const ledger = testLedger(store).for(person, testPrices);
    const both = await ledger.open(
      opening({ models: [testModels.cheap, testModels.dear, testModels.house] }),
    );
    expect(both.models).toEqual(['cheap', 'house']);
    await expect(ledger.open(opening())).rejects.toMatchObject({ code: 'budget_exhausted' });
    await expect(ledger.open(opening({ models: [testModels.house] }))).resolves.toMatchObject({
      models: ['house'],
    });
    expect(await callsOf(store, person.kommune)).toHaveLength(2);
  });

  it('cannot be kept with a model whose price nobody knows', async () => {
    const person = someone();
    const ledger = testLedger(store).for(person, testPrices);
    await expect(ledger.open(opening({ models: [testModels.unpriced] }))).resolves.toBeDefined();
    await setTestBudget(store, person.kommune, 100, { onExhausted: 'warn' });
    await expect(ledger.open(opening({ models: [testModels.unpriced] }))).resolves.toBeDefined();
    await setTestBudget(store, person.kommune, 100, { period: 'year' });
    await expect(ledger.open(opening({ models: [testModels.unpriced] }))).rejects.toMatchObject({
      code: 'budget_exhausted',
    });
  });

  it('are left alone by models that cost nothing', async () => {
    const person = someone();
    await setTestBudget(store, person.kommune, 0);
    const line = await testLedger(store)
      .for(person, testPrices)
      .open(opening({ models: [testModels.house, testModels.dear] }));
    expect(line.models).toEqual(['house']);
    await line.close(entry(1_000, 1_000, 'house'));
    expect((await budgetsOf(store, person.kommune))[0]).toMatchObject({
      spentMicroEuro: 0,
      reservedMicroEuro: 0,
    });
  });

  it('watch the calls of their Fachbereich, their model and all Kommunen alone', async () => {
    const person = someone();
    await setTestBudget(store, person.kommune, 1, { department: 'Bauen' });
    await setTestBudget(store, person.kommune, 1, { model: 'cheap' });
    const verbund = await setTestBudget(store, null, 100_000, { period: 'total', model: 'dear' });
    const ledger = testLedger(store);
    const line = await ledger.for(person, testPrices).open(opening());
    const builder = { ...person, department: 'Bauen' };
    await expect(ledger.for(builder, testPrices).open(opening())).rejects.toMatchObject({
      code: 'budget_exhausted',
    });
    await line.close(entry(1_000, 1_000));
    const seen = await store.within('verbund', (db) => listBudgets(db, 'verbund'));
    expect(seen.find(({ id }) => id === verbund?.id)).toMatchObject({ begins: null, kommune: null });
    expect(await imbalance(store)).toEqual([]);
    expect(await budgetsOf(store, person.kommune)).toEqual([
      expect.objectContaining({ model: 'cheap', percent: null }),
      expect.objectContaining({ department: 'Bauen', percent: null }),
    ]);
  });

  it('of one Fachbereich tell nothing of under five persons, and little of more', async () => {
    const base = { ...someone(), department: 'Bauen' };
    await setTestBudget(store, base.kommune, 100_000, { department: 'Bauen' });
    const told: unknown[] = [];
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      const ledger = testLedger(store).for({ ...base, id: `${base.kommune} ${id}` }, testPrices);
      await (await ledger.open(opening())).close(entry(500_000, 200_000));
      const [budget] = await budgetsOf(store, base.kommune);
      told.push([budget?.percent, budget?.spentMicroEuro, budget?.reservedMicroEuro]);
    }
    expect(told.slice(0, 4)).toEqual(Array(4).fill([null, null, null]));
    expect(told[4]).toEqual([expect.any(Number), null, null]);
    expect(Number((told[4] as unknown[])[0]) % 10).toBe(0);
  });

  it('warn at 80 and 100 %, each once, in the books and in the log', async () => {
    const person = someone();
    const budget = await setTestBudget(store, person.kommune, 2, { onExhausted: 'warn' });
    const log = testLog();
    const ledger = testLedger(store, { log }).for(person, testPrices);
    const spend = async (tokens: number) => (await ledger.open(opening())).close(entry(0, tokens));
    await spend(1_599);
    expect((await budgetsOf(store, person.kommune))[0]?.warnings).toEqual([]);
    await spend(1);
    expect((await budgetsOf(store, person.kommune))[0]?.warnings.map(({ level }) => level)).toEqual([80]);
    await spend(100);
    await spend(300);
    await spend(300);
    const [seen] = await budgetsOf(store, person.kommune);
    expect(seen?.warnings.map(({ level }) => level)).toEqual([80, 100]);
    expect(log.lines).toEqual(
      [80, 100].map((level) => ({
        budget: budget?.id,
        kommune: person.kommune,
        level,
        message: 'ledger: a budget reached its level',
      })),
    );
  });

  it('warn of their end when a call does not fit what is left', async () => {
    const person = someone();
    await setTestBudget(store, person.kommune, 2);
    const ledger = testLedger(store).for(person, testPrices);
    await (await ledger.open(opening())).close(entry(0, 1_700));
    await expect(ledger.open(opening())).rejects.toMatchObject({ code: 'budget_exhausted' });
    expect((await budgetsOf(store, person.kommune))[0]?.warnings.map(({ level }) => level)).toEqual([
      80, 100,
    ]);
  });

  it('begin with what their period has spent and what is reserved', async () => {
    const person = someone();
    const ledger = testLedger(store).for(person, testPrices);
    await (await ledger.open(opening())).close(entry(0, 900));
    const running = await ledger.open(opening());
    await setTestBudget(store, person.kommune, 1);
    expect((await budgetsOf(store, person.kommune))[0]).toMatchObject({
      spentMicroEuro: 9_000,
      reservedMicroEuro: 12_500,
      percent: 90,
      warnings: [expect.objectContaining({ level: 80 })],
    });
    await running.close(entry(0, 50));
    expect((await budgetsOf(store, person.kommune))[0]).toMatchObject({
      spentMicroEuro: 9_500,
      reservedMicroEuro: 0,
    });
    expect(await imbalance(store)).toEqual([]);
  });

  it('keep each period to itself', async () => {
    const person = someone();
    await setTestBudget(store, person.kommune, 2);
    await setTestBudget(store, person.kommune, 100, { period: 'year' });
    const ledger = testLedger(store).for(person, testPrices);
    const line = await ledger.open(opening());
    await store.tamper(
      `with moved as (update amtsfeder.call set day = day - interval '2 months' where kommune = $1 returning id, day),
          again as (update amtsfeder.reservation r set begins = amtsfeder.period_begins('month', m.day) from moved m, amtsfeder.budget b
            where r.call = m.id and b.id = r.budget and b.period = 'month' returning r.budget, r.begins, r.amount, r.kommune)
        , old as (insert into amtsfeder.budget_state select budget, kommune, begins, 0, amount from again returning budget)
        update amtsfeder.budget_state s set reserved = 0 from old where s.budget = old.budget`,
      [person.kommune],
    );
    await line.close(entry(0, 1_000));
    // What was begun in a month belongs to it, whenever it ends.
    expect(
      (await budgetsOf(store, person.kommune)).map(({ period, spentMicroEuro }) => [period, spentMicroEuro]),
    ).toEqual([
      ['month', 0],
      ['year', expect.any(Number)],
    ]);
    expect(await imbalance(store)).toEqual([]);
    await expect(ledger.open(opening())).resolves.toBeDefined();
  });
});
