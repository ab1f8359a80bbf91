import type { Logger } from 'pino';
import { PgBoss } from 'pg-boss';
import * as z from 'zod';
import { describeFault } from '../http/log.ts';
import type { OpenStore } from '../store/open.ts';
import { type Job, JobError, runJob } from './job.ts';

/** One queue for all jobs: one replica at a time takes one of them, and an idle house asks the store but once. */
const QUEUE = 'house';
const TIME_ZONE = 'Europe/Berlin';
/** pg-boss sends what came due in the last minute, so it must look more often than that. */
const LOOK_SECONDS = 45;
const ALIVE_SECONDS = 120;
const LONGEST_SECONDS = 4 * 3_600;
const AGAIN_SECONDS = 60;
const RARELY_SECONDS = 3_600;
const START_ATTEMPTS = 5;
const KEPT_SECONDS = 7 * 86_400;

const order = z.object({ job: z.string() });

/** The jobs of the house while they wait for their time. */
export interface Schedule {
  /** Has a job run as soon as a replica is free. @returns false where it waits or runs already */
  ask(name: string): Promise<boolean>;
  /** Takes no more jobs, and waits for the one that runs, within so many milliseconds. */
  stop(ms: number): Promise<void>;
}

/**
 * Starts the jobs of the house on this replica. All replicas do; each time of a job is run by one of them, once, and
 * one that was missed while no replica ran is made up for once.
 * @param pollSeconds between two looks for a job that is due
 * @throws StoreError where the store does not let pg-boss make its own schema
 */
export async function startSchedule(
  store: OpenStore,
  jobs: readonly Job[],
  log: Pick<Logger, 'info' | 'warn' | 'error'>,
  pollSeconds = LOOK_SECONDS,
): Promise<Schedule> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => store.query(text, values) },
    schema: 'pgboss',
    cronMonitorIntervalSeconds: LOOK_SECONDS,
    cronWorkerIntervalSeconds: LOOK_SECONDS,
    queueCacheIntervalSeconds: RARELY_SECONDS,
    bamIntervalSeconds: RARELY_SECONDS,
    flowIntervalSeconds: RARELY_SECONDS,
    instanceHeartbeatSeconds: RARELY_SECONDS,
    // The embedded store cannot; a server has its own vacuum, and these tables stay small.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (fault) => log.error({ fault: describeFault(fault) }, 'jobs: the schedule failed'));
  // Of several replicas that start at once one makes the tables, and the others try again.
  await boss.start({ attempts: START_ATTEMPTS });
  try {
    await boss.createQueue(QUEUE, {
      policy: 'exclusive',
      retryLimit: 2,
      retryDelay: AGAIN_SECONDS,
      heartbeatSeconds: ALIVE_SECONDS,
      expireInSeconds: LONGEST_SECONDS,
      deleteAfterSeconds: KEPT_SECONDS,
    });
    await enter(boss, jobs);
    await boss.work(QUEUE, { pollingIntervalSeconds: pollSeconds, batchSize: 1 }, async (taken) => {
      for (const { data } of taken) {
        const job = jobs.find(({ name }) => name === order.safeParse(data).data?.job);
        // A replica of another version may know it, to whom it goes back.
        if (job === undefined) throw new JobError('unknown');
        await runJob(job, log);
      }
    });
  } catch (fault) {
    await boss.stop({ graceful: false });
    throw fault;
  }
  return {
    ask: async (name) => (await boss.send(QUEUE, { job: name }, { singletonKey: name })) !== null,
    stop: (ms) => boss.stop({ graceful: true, timeout: ms }),
  };
}

/** Enters the times of the jobs, and takes out those of jobs that are no more. */
async function enter(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const names = new Set(jobs.map(({ name }) => name));
  for (const { key } of await boss.getSchedules(QUEUE)) {
    if (!names.has(key)) await boss.unschedule(QUEUE, key);
  }
  for (const { name, cron } of jobs) {
    await boss.schedule(
      QUEUE,
      cron,
      { job: name },
      {
        key: name,
        tz: TIME_ZONE,
        singletonKey: name,
        missed: 'once',
      },
    );
  }
}
