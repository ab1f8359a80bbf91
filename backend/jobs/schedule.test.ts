import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import type { Job } from './job.ts';
import { type Schedule, startSchedule } from './schedule.store.ts';

const POLL_SECONDS = 0.5;
const yearly = '0 0 1 1 *';

/** A log that tells what was written into it. */
function memoryLog() {
  const lines: { message: string; facts: Record<string, unknown> }[] = [];
  const write = (facts: object, message: string) => void lines.push({ message, facts: { ...facts } });
  return { lines, log: { info: write, warn: write, error: write } as never };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(50);
}

onBothStores('the jobs of the house', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });

  it('are run once, whichever of the replicas takes them', async () => {
    const other = await store.another();
    const runs = new Map<string, string[]>();
    const jobsOf = (replica: string): Job[] =>
      Array.from({ length: 6 }, (_, index) => ({
        name: `job-${index}`,
        cron: yearly,
        async run() {
          runs.set(`job-${index}`, [...(runs.get(`job-${index}`) ?? []), replica]);
          await sleep(20);
          return { done: index };
        },
      }));
    const { log, lines } = memoryLog();
    const replicas = await Promise.all([
      startSchedule(store, jobsOf('a'), log, POLL_SECONDS),
      startSchedule(other, jobsOf('b'), log, POLL_SECONDS),
    ]);
    for (let index = 0; index < 6; index++) await replicas[index % 2]?.ask(`job-${index}`);
    await until(() => lines.filter(({ message }) => message === 'job done').length >= 6);
    // Whoever would run one a second time had the chance to.
    await sleep(POLL_SECONDS * 3_000);
    await stopAll(replicas);
    expect([...runs.values()].map((who) => who.length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(lines.map(({ facts }) => facts.job).toSorted()).toEqual([...runs.keys()].toSorted());
    expect(lines).toContainEqual({ message: 'job done', facts: { job: 'job-3', done: 3 } });
  });

  it('never run twice at the same time', async () => {
    const mayEnd = new AbortController();
    let runs = 0;
    const job: Job = {
      name: 'slow',
      cron: yearly,
      async run() {
        runs++;
        await aborted(mayEnd.signal);
        return {};
      },
    };
    const { log, lines } = memoryLog();
    const schedule = await startSchedule(store, [job], log, POLL_SECONDS);
    expect(await schedule.ask('slow')).toBe(true);
    expect(await schedule.ask('slow')).toBe(false);
    await until(() => runs === 1);
    expect(await schedule.ask('slow')).toBe(false);
    mayEnd.abort();
    await until(() => lines.length === 1);
    await until(() => schedule.ask('slow'));
    await until(() => lines.length === 2);
    await schedule.stop(5_000);
    expect(runs).toBe(2);
  });

  it('have their times in the store, in the time of the Kommunen; those that are no more have none', async () => {
    const { log } = memoryLog();
    const run = () => Promise.resolve({});
    const first = [
      { name: 'one', cron: '30 2 * * *', run },
      { name: 'gone', cron: '*/5 * * * *', run },
    ];
    await stopAll([await startSchedule(store, first, log, POLL_SECONDS)]);
    const second = [{ name: 'one', cron: '45 2 * * *', run }];
    await stopAll([await startSchedule(store, second, log, POLL_SECONDS)]);
    expect(
      await store.tamper(
        `select key, cron, timezone, options->>'missed' as missed from pgboss.schedule where name = 'house'`,
      ),
    ).toEqual([{ key: 'one', cron: '45 2 * * *', timezone: 'Europe/Berlin', missed: 'once' }]);
  });

  it('that fail are told of in the log, and leave nothing of the fault in the store', async () => {
    const { log, lines } = memoryLog();
    const job: Job = {
      name: 'broken',
      cron: yearly,
      run: () => Promise.reject(new RangeError('Erika Probe, IBAN DE02120300000000202051')),
    };
    const schedule = await startSchedule(store, [job], log, POLL_SECONDS);
    await schedule.ask('broken');
    await until(() => lines.length > 0);
    await until(async () => {
      const rows = await store.tamper(`select 1 from pgboss.job where name = 'house' and state = 'retry'`);
      return rows.length === 1;
    });
    await schedule.stop(5_000);
    expect(lines[0]).toMatchObject({
      message: 'job failed',
      facts: { job: 'broken', fault: { name: 'RangeError' } },
    });
    const rows = await store.tamper(`select j::text as row from pgboss.job j where name = 'house'`);
    expect(`${JSON.stringify(rows)}${JSON.stringify(lines)}`).not.toMatch(/Erika|DE0212/);
  });
});

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

async function stopAll(schedules: readonly Schedule[]): Promise<void> {
  for (const schedule of schedules) await schedule.stop(5_000);
}
