import type { Job } from '../../jobs/job.ts';
import type { Store } from '../../store/store.ts';
import { sweepRuns } from './kept.store.ts';

/** Deletes the runs whose time is over. Nobody sees them from that moment on, also before it runs. */
export function runsJob(store: Pick<Store, 'within'>): Job {
  return {
    name: 'agent-runs',
    cron: '*/10 * * * *',
    run: async () => ({ runs: await store.within('verbund', sweepRuns) }),
  };
}
