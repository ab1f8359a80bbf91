import { beforeAll, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { reapLost } from './reap.ts';
import {
  budgetsOf,
  callsOf,
  chargesOf,
  clerk,
  endLeases,
  entry,
  imbalance,
  opening,
  setTestBudget,
  testLedger,
  testLog,
  testPrices,
} from './testing/books.ts';

/** Pico-euro that a call of the tests reserves. */
const CALL = 1_000n * 2_500_000n + 1_000n * 10_000_000n;

onBothStores('a replica that is gone', (open) => {
  let store: TestStore;
  let kommunen = 0;
  /** A person of a Kommune of their own, so that tests do not see each other. */
  const someone = () => ({ ...clerk, kommune: `vg-reap-${++kommunen}` });

  beforeAll(async () => {
    store = await open();
  });

  it('has its calls given up at what was reserved, after their lease', async () => {
    const person = someone();
    await setTestBudget(store, person.kommune, 100);
    await testLedger(store).for(person, testPrices).open(opening());
    expect(await reapLost(store, testLog())).toBe(0);
    await endLeases(store, person.kommune);
    expect(await reapLost(store, testLog())).toBe(1);
    expect(await callsOf(store, person.kommune)).toEqual([
      expect.objectContaining({ state: 'lost', outcome: null }),
    ]);
    expect(await chargesOf(store, person.kommune)).toEqual([
      { model: 'dear', input_tokens: 1_000, output_tokens: 1_000, cost: String(CALL), estimated: true },
    ]);
    expect((await budgetsOf(store, person.kommune))[0]).toMatchObject({
      spentMicroEuro: 12_500,
      reservedMicroEuro: 0,
    });
    expect(await imbalance(store)).toEqual([]);
  });

  it('puts it right where it comes back and settles', async () => {
    const person = someone();
    await setTestBudget(store, person.kommune, 100);
    const line = await testLedger(store).for(person, testPrices).open(opening());
    await endLeases(store, person.kommune);
    await reapLost(store, testLog());
    await line.close(entry(0, 100));
    expect(await callsOf(store, person.kommune)).toEqual([
      expect.objectContaining({ state: 'settled', outcome: 'done' }),
    ]);
    expect((await budgetsOf(store, person.kommune))[0]).toMatchObject({
      spentMicroEuro: 1_000,
      reservedMicroEuro: 0,
    });
    expect(await imbalance(store)).toEqual([]);
  });

  it('keeps what it is still at', async () => {
    const person = someone();
    const leases = { leaseMs: 60_000, renewMs: 20, longestMs: 60_000 };
    const line = await testLedger(store, { leases }).for(person, testPrices).open(opening());
    await endLeases(store, person.kommune);
    const renewed = async () =>
      (
        await store.query('select lease > now() as held from amtsfeder.call where kommune = $1', [
          person.kommune,
        ])
      ).rows[0]?.held;
    while ((await renewed()) !== true) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await reapLost(store, testLog())).toBe(0);
    await line.close(entry(1, 1));
  });

  it('is reaped by several others at once without counting twice', async () => {
    const person = someone();
    await setTestBudget(store, person.kommune, 100);
    const ledger = testLedger(store).for(person, testPrices);
    for (let count = 0; count < 12; count++) await ledger.open(opening());
    await endLeases(store, person.kommune);
    const other = await store.another();
    const lost = await Promise.all([
      reapLost(store, testLog()),
      reapLost(other, testLog()),
      reapLost(store, testLog()),
    ]);
    expect(lost.reduce((sum, count) => sum + count)).toBe(12);
    expect((await budgetsOf(store, person.kommune))[0]).toMatchObject({
      spentMicroEuro: 12 * 12_500,
      reservedMicroEuro: 0,
    });
  });
});
