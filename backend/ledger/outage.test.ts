import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { DatabaseFault } from '../store/faults.ts';
import { openStore } from '../store/open.ts';
import type { StoreSettings } from '../store/settings.ts';
import { type Store, StoreError } from '../store/store.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { realPostgres, stopPostgres } from '../store/testing/real-postgres.ts';
import {
  budgetsOf,
  callsOf,
  chargesOf,
  clerk,
  entry,
  imbalance,
  opening,
  setTestBudget,
  testLedger,
  testPrices,
} from './testing/books.ts';

const backlog = { graceMs: 50, firstPauseMs: 20, longestPauseMs: 100 };

onBothStores('a connection that breaks while it commits', (open) => {
  let store: TestStore;
  let kommunen = 0;
  const someone = () => ({ ...clerk, kommune: `vg-outage-${++kommunen}` });

  beforeAll(async () => {
    store = await open();
  });

  /** Commits, and then says that nobody knows, as often as it is told to. */
  const forgetful = (times: number): Store => ({
    ...store,
    async within(scope, work) {
      const result = await store.within(scope, work);
      if (times-- > 0) throw new StoreError('unreachable', true, undefined);
      return result;
    },
  });

  it('settles a call once', async () => {
    const person = someone();
    await setTestBudget(store, person.kommune, 100);
    const unsure = forgetful(2);
    let within = store.within;
    const ledger = testLedger({ ...store, within: (scope, work) => within(scope, work) }, { backlog });
    const line = await ledger.for(person, testPrices).open(opening());
    within = unsure.within;
    await line.close(entry(0, 8));
    await ledger.close(10_000);
    expect(await chargesOf(store, person.kommune)).toHaveLength(1);
    expect((await budgetsOf(store, person.kommune))[0]).toMatchObject({
      spentMicroEuro: 80,
      reservedMicroEuro: 0,
    });
  });

  it('enters a call that was turned away once', async () => {
    const person = someone();
    const ledger = testLedger(forgetful(2), { backlog });
    await ledger.for(person, testPrices).refuse(entry(0, 0, '', { charges: [], outcome: 'class_refused' }));
    await ledger.close(10_000);
    expect(await callsOf(store, person.kommune)).toHaveLength(1);
  });

  it('takes a call out again whose opening nobody got to know', async () => {
    const person = someone();
    await setTestBudget(store, person.kommune, 100);
    const ledger = testLedger(forgetful(1), { backlog });
    await expect(ledger.for(person, testPrices).open(opening())).rejects.toMatchObject({
      code: 'store_unavailable',
    });
    await ledger.close(10_000);
    expect(await callsOf(store, person.kommune)).toEqual([]);
    expect((await budgetsOf(store, person.kommune))[0]).toMatchObject({ reservedMicroEuro: 0 });
    expect(await imbalance(store)).toEqual([]);
  });
});

describe('a transaction that is undone in favour of another', () => {
  const undone = (code: string, times: number): { store: Store; tries(): number } => {
    let tries = 0;
    const within = (): Promise<never> => {
      tries += 1;
      return Promise.reject(
        new StoreError(tries <= times ? 'slow' : 'full', false, new DatabaseFault(code, null)),
      );
    };
    return {
      store: { within, check: () => Promise.resolve(), close: () => Promise.resolve() },
      tries: () => tries,
    };
  };

  it.each(['40001', '40P01'])('is tried again (%s), some times', async (code) => {
    const { store, tries } = undone(code, 99);
    await expect(testLedger(store).for(clerk, testPrices).open(opening())).rejects.toMatchObject({
      code: 'store_unavailable',
    });
    expect(tries()).toBe(4);
  });

  it('is the only one that is', async () => {
    const { store, tries } = undone('53100', 0);
    await expect(testLedger(store).for(clerk, testPrices).open(opening())).rejects.toMatchObject({
      code: 'store_unavailable',
    });
    expect(tries()).toBe(1);
  });
});

describe('a server that goes away and comes back', () => {
  let folder: string;
  let server: ChildProcess;
  let postgres: Awaited<ReturnType<typeof realPostgres>>;
  let store: Awaited<ReturnType<typeof openStore>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amtsfeder-outage-'));
    // The server runs as an ordinary user, who has to pass.
    await chmod(folder, 0o755);
    postgres = await realPostgres(join(folder, 'pg'));
    server = await postgres.start();
    const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(postgres.host)}`;
    const settings: StoreSettings = {
      database: { kind: 'server', url, connections: 4 },
      limits: { connectMs: 2_000, statementMs: 10_000, lockMs: 10_000, idleMs: 10_000 },
    };
    store = await openStore(settings, 'serve');
  });
  afterAll(async () => {
    await store.close();
    await stopPostgres(server);
    await rm(folder, { recursive: true, force: true });
  });

  it('costs nobody their text and the books no call', async () => {
    await setTestBudget(store, clerk.kommune, 100);
    const ledger = testLedger(store, { backlog });
    const account = ledger.for(clerk, testPrices);
    const lines = await Promise.all(Array.from({ length: 6 }, () => account.open(opening())));

    await stopPostgres(server);
    // The answers are there, and are told to those who asked, although nothing can be settled.
    const told = await Promise.all(lines.map((line, index) => line.close(entry(0, 2 ** index))));
    expect(told.map(({ costMicroEuro }) => costMicroEuro)).toEqual([10, 20, 40, 80, 160, 320]);
    expect(ledger.waiting).toBe(6);
    await expect(account.open(opening())).rejects.toMatchObject({ code: 'store_unavailable' });

    server = await postgres.start();
    await ledger.close(20_000);
    expect(ledger.waiting).toBe(0);
    expect((await chargesOf(store, clerk.kommune)).map(({ output_tokens: tokens }) => tokens).sort()).toEqual(
      [1, 2, 4, 8, 16, 32].sort(),
    );
    expect((await budgetsOf(store, clerk.kommune))[0]).toMatchObject({
      spentMicroEuro: 630,
      reservedMicroEuro: 0,
    });
    expect(await imbalance(store)).toEqual([]);
    await expect(account.open(opening())).resolves.toBeDefined();
  });
});
