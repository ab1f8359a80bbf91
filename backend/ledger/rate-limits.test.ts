import { beforeAll, expect, it } from '@jest/globals';
import { StoreError } from '../store/store.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import {
  eraseWindows,
  requestKey,
  type RequestLimits,
  storeLimits,
  sweepWindows,
} from './rate-limits.store.ts';
import { clerk, entry, opening, testLedger, testPrices, testPseudonym } from './testing/books.ts';

const limits: RequestLimits = {
  personPerMinute: 5,
  kommunePerMinute: 8,
  personPerDay: null,
  kommuneTokensPerDay: null,
};

onBothStores('limits of requests', (open) => {
  let store: TestStore;
  let kommunen = 0;
  const someone = (id = clerk.id, kommune = `vg-limits-${++kommunen}`) => ({ ...clerk, id, kommune });

  beforeAll(async () => {
    store = await open();
  });

  /** What became of so many requests at once. */
  const rush = async (takes: Promise<void>[]) => {
    const outcomes = await Promise.allSettled(takes);
    return outcomes.map((one) =>
      one.status === 'fulfilled' ? 'taken' : (one.reason as { code?: string }).code,
    );
  };
  const count = (outcomes: unknown[], wanted: string) => outcomes.filter((one) => one === wanted).length;

  it('hold for a person over all replicas, to the request', async () => {
    const anke = someone();
    const other = await store.another();
    const replicas = [storeLimits(store, testPseudonym), storeLimits(other, testPseudonym)] as const;
    const outcomes = await rush(
      Array.from({ length: 20 }, (_, index) => replicas[index % 2 === 0 ? 0 : 1].take(anke, limits)),
    );
    expect(count(outcomes, 'taken')).toBe(5);
    expect(count(outcomes, 'rate_limited')).toBe(15);
  });

  it('hold for all persons of a Kommune together, and for no other', async () => {
    const anke = someone();
    const { take } = storeLimits(store, testPseudonym);
    const persons = Array.from({ length: 12 }, (_, index) => someone(`tenant#${index}`, anke.kommune));
    const outcomes = await rush(persons.map((person) => take(person, limits)));
    expect(count(outcomes, 'taken')).toBe(8);
    expect(count(outcomes, 'kommune_rate_limited')).toBe(4);
    await expect(take(someone(), limits)).resolves.toBeUndefined();
  });

  it('do not count a request that is turned away', async () => {
    const anke = someone();
    const { take } = storeLimits(store, testPseudonym);
    await rush(Array.from({ length: 9 }, () => take(anke, limits)));
    await rush(Array.from({ length: 3 }, () => take(someone('tenant#bert', anke.kommune), limits)));
    const { rows } = await store.query(
      'select points from amtsfeder.request_window where kommune = $1 and key = $2',
      [anke.kommune, 'kommune'],
    );
    expect(rows).toEqual([{ points: 8 }]);
  });

  it('say how many seconds to wait, and begin anew by the clock of the database', async () => {
    const anke = someone();
    const { take } = storeLimits(store, testPseudonym);
    await rush(Array.from({ length: 5 }, () => take(anke, limits)));
    await store.tamper(
      `update amtsfeder.request_window set ends = now() + interval '17 seconds' where kommune = $1`,
      [anke.kommune],
    );
    await expect(take(anke, limits)).rejects.toMatchObject({
      status: 429,
      code: 'rate_limited',
      retryAfterSeconds: 17,
    });
    await store.tamper(`update amtsfeder.request_window set ends = now() where kommune = $1`, [anke.kommune]);
    await expect(take(anke, limits)).resolves.toBeUndefined();
  });

  it('hold for a day, and for the tokens of a Kommune', async () => {
    const anke = someone();
    const { take } = storeLimits(store, testPseudonym);
    const aDay = { ...limits, personPerDay: 2 };
    expect(await rush([take(anke, aDay), take(anke, aDay)])).toEqual(['taken', 'taken']);
    await expect(take(anke, aDay)).rejects.toMatchObject({ code: 'rate_limited' });

    const tokens = { ...limits, kommuneTokensPerDay: 1_000 };
    const bert = someone('tenant#bert');
    const spend = async () =>
      (await testLedger(store).for(bert, testPrices).open(opening())).close(entry(300, 200));
    await spend();
    await expect(take(bert, tokens)).resolves.toBeUndefined();
    await spend();
    await expect(take(bert, tokens)).rejects.toMatchObject({
      code: 'kommune_rate_limited',
      retryAfterSeconds: expect.any(Number),
    });
  });

  it('keep no person, and forget what is over', async () => {
    const anke = someone();
    await storeLimits(store, testPseudonym).take(anke, limits);
    const { rows } = await store.query('select key from amtsfeder.request_window where kommune = $1', [
      anke.kommune,
    ]);
    expect(JSON.stringify(rows)).not.toContain(anke.id);
    expect(
      await store.within({ kommune: anke.kommune }, (db) =>
        eraseWindows(db, requestKey(anke, testPseudonym)),
      ),
    ).toBe(1);
    await store.tamper('update amtsfeder.request_window set ends = now()');
    expect(await store.within('verbund', sweepWindows)).toBeGreaterThan(0);
    expect((await store.query('select * from amtsfeder.request_window')).rows).toEqual([]);
  });

  it('let nobody through without the store', async () => {
    const away = { ...store, within: () => Promise.reject(new StoreError('unreachable', false, undefined)) };
    await expect(storeLimits(away, testPseudonym).take(someone(), limits)).rejects.toBeInstanceOf(StoreError);
  });
});
