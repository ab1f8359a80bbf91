import type { Job } from '../../jobs/job.ts';
import { httpFetch } from '../../models/http-fetch.ts';
import type { Store } from '../../store/store.ts';
import { sweepRemoved } from '../removal/sweep.ts';
import { reindex } from '../search/reindex.ts';
import { linkReach } from './link-hosts.ts';
import { checkLinks } from './links.ts';

/** Name of the job that deletes what was removed; asked for by whoever removes something. */
export const REMOVALS = 'knowledge-removals';

/**
 * What the house does by itself to keep the knowledge in order.
 * @param linkHosts hosts whose addresses in texts may be tried; see `readLinkHosts`
 */
export function upkeepJobs(store: Store, linkHosts: readonly string[]): readonly Job[] {
  const reach = linkReach(linkHosts);
  const ask = httpFetch(reach);
  return [
    {
      name: REMOVALS,
      cron: '*/15 * * * *',
      run: () => sweepRemoved(store),
    },
    {
      // After an update that analyses texts in another way.
      name: 'knowledge-index',
      cron: '*/10 * * * *',
      run: async () => ({ sections: await reindex(store) }),
    },
    {
      name: 'knowledge-links',
      cron: '15 5 * * 0',
      run: () =>
        linkHosts.length === 0
          ? Promise.resolve({ tried: 0, dead: 0 })
          : checkLinks({ store, allows: (url) => reach.allows(url), ask }),
    },
  ];
}
