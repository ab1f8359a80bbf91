import { beforeAll, expect, it } from '@jest/globals';
import { readHeads } from '../audit/chain.store.ts';
import { HeadsFileError, parseHeads } from '../audit/heads-file.ts';
import { auditKey } from '../audit/key.ts';
import { recordSome } from '../audit/testing/acts.ts';
import { testStart } from '../policy/testing/samples.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { runJob } from './job.ts';
import { houseJobs } from './jobs.ts';

onBothStores('what the house does by itself', (open) => {
  let store: TestStore;
  let lines: string[];
  beforeAll(async () => {
    store = await open();
  });
  const run = async (name: string) => {
    lines = [];
    const write = (facts: object, message: string) => {
      lines.push(JSON.stringify({ msg: message, ...facts }));
    };
    const log = { info: write, warn: write, error: write } as never;
    const key = auditKey(Buffer.alloc(32, 'test key'));
    const job = houseJobs({ store, key, starting: testStart, log }).find((one) => one.name === name);
    if (job === undefined) throw new Error(name);
    return runJob(job, log);
  };
  const inSchema = (statements: string) =>
    store.tamper(`set search_path = amtsfeder; ${statements}; reset search_path`);

  it('gives up calls of replicas that are gone', async () => {
    await inSchema(
      `insert into call (id, kommune, department, task, model, state, lease) values
         (gen_random_uuid(), 'lk-kusel', '', 'reply', 'gross', 'reserved', now() - interval '1 second'),
         (gen_random_uuid(), 'lk-kusel', '', 'reply', 'gross', 'reserved', now() + interval '1 hour')`,
    );
    expect(await run('lost-calls')).toEqual({ calls: 1 });
    expect(await run('lost-calls')).toEqual({ calls: 0 });
  });

  it('throws away the salts of months that are over', async () => {
    await inSchema(
      `insert into head_salt select date_trunc('month', berlin_day(now())::timestamp)::date - n * 40, sha256('x')
         from generate_series(0, 2) n`,
    );
    expect(await run('salts')).toEqual({ salts: 2 });
    expect(await run('salts')).toEqual({ salts: 0 });
  });

  it('deletes what is over its time by the policy of the Kommune', async () => {
    const days = testStart.retentionDays.ledger;
    await inSchema(
      `insert into call (id, kommune, department, task, model, at, day, duration_ms, outcome, state)
       select gen_random_uuid(), 'lk-kusel', '', 'reply', 'gross', now() - n * interval '1 day',
         berlin_day(now()) - n, 1, 'done', 'settled'
       from unnest(array[${days + 40}, ${days - 1}]) n`,
    );
    expect(await run('retention')).toMatchObject({ calls: 1 });
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ msg: 'job done', job: 'retention', calls: 1 });
    expect(await run('retention')).not.toHaveProperty('calls');
  });

  it('tidies up', async () => {
    expect(await run('tidy')).toEqual({});
  });

  it('writes the heads of the protocols into the log, as verify reads them again', async () => {
    await recordSome(store, 'lk-kusel', 2);
    await recordSome(store, null, 1);
    expect(await run('audit-heads')).toEqual({ chains: 2 });
    const heads = await store.within('verbund', readHeads);
    expect(parseHeads(lines.join('\n'))).toEqual(heads);
    await run('tidy');
    expect(() => parseHeads(lines.join('\n'))).toThrow(HeadsFileError);
  });
});
