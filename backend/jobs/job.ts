import type { Logger } from 'pino';
import { describeFault } from '../http/log.ts';

/** What a job did, in counts only. */
export type JobCounts = Record<string, number>;

/** Something that the house does by itself, at its time, on one replica. */
export interface Job {
  /** Small letters and hyphens. */
  name: string;
  /** When, in the time of the Kommunen (Europe/Berlin), as cron writes it. */
  cron: string;
  /** Any number of times: what is done already is not done again. */
  run(): Promise<JobCounts>;
}

/** A job did not come to its end. Says nothing else, because it is kept in the database. */
export class JobError extends Error {
  override name = 'JobError';
}

/**
 * Runs a job and writes into the log what it did, or where it failed.
 * @throws JobError
 */
export async function runJob(job: Job, log: Pick<Logger, 'info' | 'error'>): Promise<JobCounts> {
  try {
    const counts = await job.run();
    log.info({ job: job.name, ...counts }, 'job done');
    return counts;
  } catch (fault) {
    log.error({ job: job.name, fault: describeFault(fault) }, 'job failed');
    throw new JobError(job.name);
  }
}
