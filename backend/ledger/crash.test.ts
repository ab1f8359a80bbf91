import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { type OpenStore, openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { onBothStores } from '../store/testing/both-stores.ts';
import { freshDatabase } from '../store/testing/fresh-database.ts';
import { reapLost } from './reap.ts';
import { clerk, imbalance, setTestBudget, testLog } from './testing/books.ts';
import { type Replica, startReplica } from './testing/replica.ts';

const KILLS = 50;
const OWNER_KILLS = 4;
/** Replicas at once: as many as there are processors to start them. */
const AT_ONCE = 4;
const LANES = 5;
const LONGEST_LIFE_MS = 60;

const PLENTY_CENTS = 100_000_000;

/** Budgets of every kind, none of which is in the way. */
async function setBudgets(store: Store): Promise<void> {
  await setTestBudget(store, null, PLENTY_CENTS, { period: 'year' });
  await setTestBudget(store, clerk.kommune, PLENTY_CENTS);
  await setTestBudget(store, clerk.kommune, PLENTY_CENTS, { department: clerk.department, period: 'total' });
}

/** One that begins while calls are being made. */
const setAnother = (store: Store) => setTestBudget(store, clerk.kommune, PLENTY_CENTS, { model: 'dear' });

/** Everything that a replica was told is there exactly once, and the budgets are what the charges are. @returns calls that got lost */
async function expectNothingLost(store: OpenStore, replicas: readonly Replica[]): Promise<number> {
  const told = replicas.flatMap(({ lines }) => lines);
  const settled = told.filter((line) => line.startsWith('settled')).map((line) => Number(line.split(' ')[1]));
  const refused = told.filter((line) => line.startsWith('refused')).map((line) => Number(line.split(' ')[1]));
  expect(settled.length).toBeGreaterThan(replicas.length);

  const { rows: charged } = await store.query(`
    select c.input_tokens::int as number, count(*)::int as times,
      bool_and(c.output_tokens = c.input_tokens % 100 and c.cost = c.input_tokens * 2500000 + c.output_tokens * 10000000
        and k.state = 'settled' and k.outcome = 'done') as whole
    from amtsfeder.call k join amtsfeder.charge c on c.call = k.id where not c.estimated group by 1`);
  const charges = new Map(charged.map(({ number, ...rest }) => [number, rest]));
  expect(settled.filter((number) => charges.get(number) === undefined)).toEqual([]);
  expect(charged.filter(({ times, whole }) => times !== 1 || whole !== true)).toEqual([]);

  const { rows: turnedAway } = await store.query(`
    select duration_ms::int as number, count(*)::int as times from amtsfeder.call where outcome = 'stopped' group by 1`);
  const refusals = new Map(turnedAway.map(({ number, times }) => [number, times]));
  expect(refused.filter((number) => refusals.get(number) !== 1)).toEqual([]);

  expect(await imbalance(store)).toEqual([]);
  const { rows: open } = await store.query(
    `update amtsfeder.call set lease = now() - interval '1 second' where state = 'reserved' returning id`,
  );
  expect(await reapLost(store, testLog())).toBe(open.length);
  expect(await imbalance(store)).toEqual([]);
  const { rows: states } = await store.query(`
    select (select count(*)::int from amtsfeder.budget_state where spent > 0 and reserved = 0) as even,
      (select count(*)::int from amtsfeder.reservation) as held,
      (select count(*)::int from amtsfeder.call where state = 'reserved') as open,
      (select count(*)::int from amtsfeder.call where state = 'lost') as lost`);
  expect(states).toEqual([{ even: 4, held: 0, open: 0, lost: open.length }]);
  return open.length;
}

onBothStores('a replica that is killed in the middle of calls', (open) => {
  it(`loses no finished call and counts none twice, ${KILLS} times`, async () => {
    const store = await open();
    await setBudgets(store);
    const replicas: Replica[] = [];
    const balances: unknown[] = [];
    const killOneAfterTheOther = async () => {
      while (replicas.length < KILLS) {
        const replica = startReplica(
          { do: 'work', use: 'join', lanes: LANES, first: (replicas.length + 1) * 100_000 },
          store.env,
        );
        replicas.push(replica);
        await replica.until(1);
        if (replica === replicas[2]) await setAnother(store);
        await sleep(Math.random() * LONGEST_LIFE_MS);
        await replica.kill();
        balances.push(...(await imbalance(store)));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, killOneAfterTheOther));
    expect(replicas).toHaveLength(KILLS);
    expect(balances).toEqual([]);
    const lost = await expectNothingLost(store, replicas);
    // Else none of the kills met a call.
    expect(lost).toBeGreaterThan(0);
  }, 180_000);
});

// A server stays when a replica goes; the embedded database goes with it.
describe('a replica with the embedded database', () => {
  it(`loses nothing that it told when both are killed, ${OWNER_KILLS} times`, async () => {
    const database = await freshDatabase('embedded');
    const before = await openStore(database.settings, 'serve');
    await setBudgets(before);
    await setAnother(before);
    await before.close();
    const replicas: Replica[] = [];
    for (let kill = 1; kill <= OWNER_KILLS; kill++) {
      const replica = startReplica(
        { do: 'work', use: 'serve', lanes: LANES, first: kill * 100_000 },
        database.env,
      );
      replicas.push(replica);
      await replica.until(10);
      await sleep(Math.random() * LONGEST_LIFE_MS);
      await replica.kill({ andDatabase: true });
    }
    const after = await openStore(database.settings, 'serve');
    try {
      await expectNothingLost(after, replicas);
    } finally {
      await after.close();
    }
  }, 120_000);
});
