import type { Logger } from 'pino';
import type { KommunePolicy } from '../../contract/policy.ts';
import { readHeads } from '../audit/chain.store.ts';
import type { AuditKey } from '../audit/key.ts';
import { describeFault } from '../http/log.ts';
import { discardSalts } from '../ledger/heads.store.ts';
import { reapLost } from '../ledger/reap.ts';
import { visitPolicy } from '../policy/visit.store.ts';
import { publishMonth } from '../reports/months.store.ts';
import { type RetentionParts, runRetention } from '../retention/retention.ts';
import type { OpenStore } from '../store/open.ts';
import type { Job } from './job.ts';

export interface JobParts {
  store: OpenStore;
  key: AuditKey;
  /** What the installation starts with. */
  starting: KommunePolicy;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Everything that the house does by itself. */
export function houseJobs({ store, key, starting, log }: JobParts): readonly Job[] {
  const parts: RetentionParts = {
    store,
    key,
    daysOf: async (db, kommune) => (await visitPolicy(db, kommune, starting)).policy.retentionDays,
    async keepMonth(db, kommune, month) {
      await publishMonth(db, kommune, month);
    },
  };
  return [
    {
      // Calls that a dead replica left open hold a part of the budgets.
      name: 'lost-calls',
      cron: '*/5 * * * *',
      run: async () => ({ calls: await reapLost(store, log) }),
    },
    {
      // Every day, since the first of a month may be missed.
      name: 'salts',
      cron: '10 0 * * *',
      run: async () => ({ salts: await store.within('verbund', discardSalts) }),
    },
    {
      name: 'retention',
      cron: '30 2 * * *',
      run: () =>
        runRetention(parts, (fault) =>
          log.error({ fault: describeFault(fault) }, 'retention: a part failed'),
        ),
    },
    {
      name: 'tidy',
      cron: '30 3 * * *',
      async run() {
        await store.maintain();
        return {};
      },
    },
    {
      // The log is kept elsewhere: whoever rewrites a chain in the database does not reach the heads in it.
      name: 'audit-heads',
      cron: '0 4 * * *',
      async run() {
        const heads = await store.within('verbund', readHeads);
        for (const head of heads) log.info(head, 'audit head');
        return { chains: heads.length };
      },
    },
  ];
}
