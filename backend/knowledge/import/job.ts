import type { Job } from '../../jobs/job.ts';
import type { Store } from '../../store/store.ts';
import type { Importer } from './importer.ts';
import { tidyRuns } from './runs.store.ts';

/**
 * Goes on with imports whose holder is gone, and tidies up old ones. It only says that there may be something to do: an
 * import may take an hour, and other jobs must not wait for it.
 */
export function importJob(store: Store, importer: Pick<Importer, 'wake'>): Job {
  return {
    name: 'imports',
    cron: '* * * * *',
    async run() {
      const { closed, deleted } = await store.within('verbund', tidyRuns);
      importer.wake();
      return { closed, deleted };
    },
  };
}
