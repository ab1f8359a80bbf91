import { expect, it } from '@jest/globals';
import { onBothStores } from '../store/testing/both-stores.ts';
import { budgetsOf, clerk, imbalance, setTestBudget } from './testing/books.ts';
import { startReplica } from './testing/replica.ts';

const CALLS = 200;
const REPLICAS = 2;
/** Each call reserves 1.25 cents. */
const FITTING = 80;
const AMOUNT_CENTS = 100;

onBothStores('calls of several replicas at once', (open) => {
  it('pass a budget exactly as often as it holds them, and are counted to the pico-euro', async () => {
    const store = await open();
    await setTestBudget(store, null, 10 * AMOUNT_CENTS);
    await setTestBudget(store, clerk.kommune, AMOUNT_CENTS);
    const seen = () => budgetsOf(store, clerk.kommune);

    const replicas = Array.from({ length: REPLICAS }, () =>
      startReplica({ do: 'rush', calls: CALLS / REPLICAS }, store.env),
    );
    await Promise.all(replicas.map((replica) => replica.until(1)));
    for (const replica of replicas) replica.tell('open');
    await Promise.all(replicas.map((replica) => replica.until(2)));
    const outcomes = replicas.flatMap(({ lines }) => JSON.parse(lines[1] ?? '[]') as string[]);
    expect(outcomes).toHaveLength(CALLS);
    expect(outcomes.filter((outcome) => outcome === 'open')).toHaveLength(FITTING);
    expect(outcomes.filter((outcome) => outcome === 'budget_exhausted')).toHaveLength(CALLS - FITTING);
    expect(await seen()).toEqual([
      expect.objectContaining({ spentMicroEuro: 0, reservedMicroEuro: AMOUNT_CENTS * 10_000 }),
    ]);

    for (const replica of replicas) replica.tell('settle');
    await Promise.all(replicas.map((replica) => replica.ended()));
    expect(replicas.map(({ lines }) => lines[2])).toEqual(['done', 'done']);
    expect(await seen()).toEqual([expect.objectContaining({ reservedMicroEuro: 0 })]);
    const { rows } = await store.query(
      `select count(*)::int as calls, sum(cost)::text as cost from amtsfeder.charge`,
    );
    // Each replica numbers those of its calls that passed from 0 on.
    const passed = replicas.map(
      ({ lines }) =>
        (JSON.parse(lines[1] ?? '[]') as string[]).filter((outcome) => outcome === 'open').length,
    );
    let cost = 0n;
    for (const count of passed) {
      for (let index = 0; index < count; index++) {
        cost += BigInt(index) * 2_500_000n + BigInt(100 + (index % 7)) * 10_000_000n;
      }
    }
    expect(rows).toEqual([{ calls: FITTING, cost: String(cost) }]);
    expect(await imbalance(store)).toEqual([]);
  }, 60_000);
});
