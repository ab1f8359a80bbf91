import { beforeAll, describe, expect, it } from '@jest/globals';
import { listActs } from '../audit/acts.store.ts';
import { chainReader } from '../audit/chain.store.ts';
import { auditKey } from '../audit/key.ts';
import { writeOldChain } from '../audit/testing/old-chain.ts';
import { verifyAll } from '../audit/verify-chains.ts';
import { publishMonth } from '../reports/months.store.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { RetentionError, type RetentionParts, runRetention } from './retention.ts';

const key = auditKey(Buffer.alloc(32, 'test key'));
const usual = { ledger: 400, audit: 1_827, searches: 30, agentRuns: 90 };
const never = (fault: unknown) => {
  throw fault;
};

/** A settled call so many days ago, with one charge and one head. */
const oldCall = (kommune: string, days: number, index: number) => `
  with c as (
    insert into call (id, kommune, department, task, model, at, day, duration_ms, outcome, state)
    values (gen_random_uuid(), '${kommune}', 'Bauen', 'reply', 'gross', now() - interval '${days} days',
      berlin_day(now()) - ${days}, 1, 'done', 'settled')
    returning id, kommune, day
  ), h as (
    insert into head select date_trunc('month', day::timestamp)::date, kommune, 'Bauen', 'reply', 'gross',
      sha256(convert_to('${index}', 'UTF8')) from c
    on conflict do nothing
  )
  insert into charge (call, kommune, model, input_tokens, output_tokens, estimated, input_price, output_price, cost)
  select id, kommune, 'gross', 1000, 100, false, 3, 5, 3500 from c`;

onBothStores('retention', (open) => {
  let store: TestStore;
  let parts: RetentionParts;
  const kept: string[] = [];
  beforeAll(async () => {
    store = await open();
    parts = {
      store,
      key,
      daysOf: (_db, kommune) =>
        Promise.resolve(kommune === 'lk-kusel' ? usual : { ...usual, ledger: 3_653, searches: 0 }),
      async keepMonth(db, kommune, month) {
        kept.push(`${kommune} ${month}`);
        await publishMonth(db, kommune, month);
      },
    };
    await inSchema(
      [
        ...[900, 900, 899, 500, 300, 0].map((days, index) => oldCall('lk-kusel', days, index)),
        oldCall('donnersbergkreis', 900, 0),
        `insert into request_window values ('minute a', 'lk-kusel', 3, now() - interval '1 second'),
           ('day a', 'lk-kusel', 3, now() + interval '1 hour')`,
        `insert into budget (id, kommune, owner, period, amount_cents, on_exhausted) values
           ('00000000-0000-4000-8000-000000000001', 'lk-kusel', 'verbund', 'month', 100, 'stop'),
           ('00000000-0000-4000-8000-000000000002', 'lk-kusel', 'verbund', 'total', 100, 'stop'),
           ('00000000-0000-4000-8000-000000000003', null, 'verbund', 'year', 100, 'stop')`,
        `insert into budget_state (budget, kommune, begins, spent)
           select id, kommune, period_begins(period, (now() - interval '5000 days')::date), 7 from budget
           union all select id, kommune, period_begins(period, now()::date), 8 from budget where period <> 'total'`,
        `insert into budget_warning (budget, kommune, begins, level)
           select budget, kommune, begins, 80 from budget_state`,
        `insert into unanswered (kommune, key, day, question, collections)
           select kommune, sha256('x'), berlin_day(now()) - days, 'Was gilt?', '{}'
           from (values ('lk-kusel', 0), ('lk-kusel', 30), ('lk-kusel', 31), ('lk-kusel', 400), ('donnersbergkreis', 0))
             x (kommune, days)`,
        // One that was begun when runs were kept for longer, one whose time is over, and two that are kept.
        `insert into agent_run
           (id, kommune, person, state, started_at, kept_days, kept_until, sealed_name, sealed_terms)
           select gen_random_uuid(), kommune, 'x', 'done', now() - interval '1 day' * days, kept,
             now() - interval '1 day' * days + interval '1 day' * kept, '', ''
           from (values ('lk-kusel', 91, 365), ('lk-kusel', 31, 30), ('lk-kusel', 89, 90), ('donnersbergkreis', 10, 90))
             x (kommune, days, kept)`,
      ].join(';'),
    );
    await writeOldChain(store, 'lk-kusel', [2_000, 1_900, 10]);
    await writeOldChain(store, '*', [2_000, 10]);
  });
  const inSchema = (statements: string) =>
    store.tamper(`set search_path = amtsfeder; ${statements}; reset search_path`);
  const count = async (from: string) => {
    const [row] = await store.tamper(`select count(*)::int as n from amtsfeder.${from}`);
    return row?.n;
  };

  it('deletes what is over its time, of each Kommune by its own policy, and nothing else', async () => {
    const deleted = await runRetention(parts, never);
    expect(deleted).toEqual({
      windows: 1,
      calls: 4,
      charges: 4,
      heads: 4,
      // Month and year that are long over, each with its warning; `total` never is.
      budgetPeriods: 4,
      auditLines: 3,
      // Of the Donnersbergkreis, which keeps none, and of Kusel those of more than a month ago.
      questions: 3,
      agentRuns: 2,
    });
    expect(await count('agent_run')).toBe(2);
    expect(await count('unanswered')).toBe(2);
    expect(await count(`call where kommune = 'lk-kusel'`)).toBe(2);
    expect(await count(`charge where kommune = 'lk-kusel'`)).toBe(2);
    expect(await count(`head where kommune = 'lk-kusel'`)).toBe(2);
    expect(await count(`call where kommune = 'donnersbergkreis'`)).toBe(1);
    expect(await count('request_window')).toBe(1);
    expect(await count('budget_state')).toBe(3);
    expect(await count('budget_warning')).toBe(3);
  });

  it('keeps the sums of each month, and what reports tell of it', async () => {
    const sums = await store.tamper(
      `select sum(calls)::int as calls, sum(input_tokens)::int as input, sum(output_tokens)::int as output,
         sum(cost)::int as cost, count(distinct month)::int as months from amtsfeder.ledger_month`,
    );
    expect(sums).toEqual([{ calls: 4, input: 4_000, output: 400, cost: 14_000, months: new Set(kept).size }]);
    const told = await store.tamper(
      `select kommune || ' ' || month as month from amtsfeder.report_month order by 1`,
    );
    expect(told.map(({ month }) => month)).toEqual(kept.toSorted());
    expect(kept.every((month) => month.startsWith('lk-kusel '))).toBe(true);
  });

  it('leaves whole chains that tell what was deleted', async () => {
    for await (const { verdict } of verifyAll(store, key, []))
      expect(verdict).toMatchObject({ state: 'intact' });
    const { lines } = await store.within({ kommune: 'lk-kusel' }, (db) =>
      listActs(db, 'lk-kusel', { limit: 50 }),
    );
    const [pruned, ...runs] = lines.filter(({ actor }) => actor.kind === 'job');
    expect(pruned).toMatchObject({ kind: 'audit.pruned', details: { through: 2 } });
    expect(runs).toHaveLength(new Set(kept).size);
    expect(runs.map(({ details }) => Number(details.calls)).reduce((a, b) => a + b)).toBe(4);
    expect(runs[0]).toMatchObject({ kind: 'retention.run', subject: 'ledger' });
  });

  it('finds nothing the next time', async () => {
    const again = await runRetention(parts, never);
    expect(again).toEqual({ windows: 0, budgetPeriods: 0, auditLines: 0, questions: 0, agentRuns: 0 });
  });

  it('deletes nothing twice where two do it at once', async () => {
    const kommune = 'vg-lauterecken-wolfstein';
    await inSchema([900, 870, 840, 840].map((days, index) => oldCall(kommune, days, index)).join(';'));
    await writeOldChain(store, kommune, [2_000, 1_900, 10]);
    const other = await store.another();
    const daysOf = () => Promise.resolve(usual);
    const both = await Promise.all([
      runRetention({ ...parts, daysOf, keepMonth: () => Promise.resolve() }, never),
      runRetention({ ...parts, store: other, daysOf, keepMonth: () => Promise.resolve() }, never),
    ]);
    const sum = (name: string) => both.reduce((total, deleted) => total + (deleted[name] ?? 0), 0);
    // One of them is of the Donnersbergkreis, whose policy has become shorter.
    expect([sum('calls'), sum('auditLines')]).toEqual([5, 2]);
    expect(await count(`ledger_month where kommune = '${kommune}' and calls > 0`)).toBeGreaterThan(1);
    for await (const { verdict } of verifyAll(store, key, []))
      expect(verdict).toMatchObject({ state: 'intact' });
  });

  it('leaves a month alone in which a call is still being made', async () => {
    await inSchema(
      [
        oldCall('lk-kaiserslautern', 800, 0),
        `insert into call (id, kommune, department, task, model, day, state, lease)
           values (gen_random_uuid(), 'lk-kaiserslautern', '', 'reply', 'gross', berlin_day(now()) - 800, 'reserved', now())`,
      ].join(';'),
    );
    await runRetention({ ...parts, daysOf: () => Promise.resolve(usual) }, never);
    expect(await count(`call where kommune = 'lk-kaiserslautern'`)).toBe(2);
    expect(await count(`call where kommune = 'donnersbergkreis'`)).toBe(0);
  });

  describe('where a part fails', () => {
    it('does the others, tells of it, and keeps what it could not count', async () => {
      await inSchema([oldCall('lk-kusel', 700, 0), oldCall('vg-oberes-glantal', 700, 0)].join(';'));
      const faults: unknown[] = [];
      const broken: RetentionParts = {
        ...parts,
        daysOf: () => Promise.resolve(usual),
        async keepMonth(db, kommune, month) {
          if (kommune === 'lk-kusel') throw new RangeError('no report');
          await publishMonth(db, kommune, month);
        },
      };
      await expect(runRetention(broken, (fault) => faults.push(fault))).rejects.toThrow(RetentionError);
      expect(faults).toEqual([expect.any(RangeError)]);
      expect(await count(`call where kommune = 'lk-kusel'`)).toBe(3);
      expect(await count(`call where kommune = 'vg-oberes-glantal'`)).toBe(0);
    });

    it('deletes nothing of a chain that is not whole', async () => {
      await writeOldChain(store, 'vg-kusel-altenglan', [2_000, 1_900, 10]);
      await inSchema(
        `set amtsfeder.audit_unlocked = 'on';
         delete from audit_line where kommune = 'vg-kusel-altenglan' and sequence = 2;
         reset amtsfeder.audit_unlocked`,
      );
      await expect(runRetention(parts, () => undefined)).rejects.toThrow(RetentionError);
      expect(await chainReader(store, 'vg-kusel-altenglan').after(0)).toHaveLength(2);
    });
  });
});
