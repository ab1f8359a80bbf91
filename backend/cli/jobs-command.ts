import { auditKey } from '../audit/key.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../http/log.ts';
import { JobError, runJob } from '../jobs/job.ts';
import { houseJobs } from '../jobs/jobs.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import { type CommandWorld, thisProcess } from './rules.ts';
import { startingOf, withHouse } from './with-house.ts';

/**
 * `amtsfeder jobs list`: what the house does by itself, and when. `amtsfeder jobs run NAME`: does it now, and prints what
 * was done, in counts. Exit code 1 where it failed; the log says where.
 */
export async function jobsCommand(args: string[], world: CommandWorld = thisProcess): Promise<number> {
  const { positionals } = readArguments(args, {}, args[0] === 'run' ? 2 : 1);
  const [what, name] = positionals;
  if (what !== 'run' && what !== 'list') throw new UsageError('jobs: list or run NAME');
  return withHouse(world.env, async ({ store, secret, verbund }) => {
    const starting = startingOf(world.env, verbund);
    // It writes to the standard output, where the heads of the protocol are wanted.
    const log = createLog(readConfig(world.env, verbund.signIn.kind).logLevel);
    const jobs = houseJobs({ store, key: auditKey(secret), starting, log });
    if (what === 'list') {
      for (const job of jobs) world.write(`${job.name}\t${job.cron}\n`);
      return 0;
    }
    const job = jobs.find((one) => one.name === name);
    if (job === undefined) {
      throw new UsageError(`jobs: the name is one of ${jobs.map((one) => one.name).join(', ')}`);
    }
    try {
      const counts = await runJob(job, log);
      world.write(`${JSON.stringify(counts)}\n`);
      return 0;
    } catch (fault) {
      if (!(fault instanceof JobError)) throw fault;
      return 1;
    }
  });
}
