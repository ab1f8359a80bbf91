import type { Store } from '../store/store.ts';
import type { BacklogLog } from './backlog.ts';
import { reapCall } from './ledger.store.ts';

/** Calls that one run gives up; the rest is the next one's. */
const MOST = 10_000;

/**
 * Gives up the calls of replicas that are gone: their lease is over by the clock of the database. Each is charged what was
 * reserved for the chosen model, because a call is entered in the same breath in which that model is asked, and a provider
 * charges for what nobody read. Should the replica have been only away, its own close puts that right. Any number of
 * replicas may run it at once.
 * @returns how many
 * @throws StoreError
 */
export async function reapLost(store: Store, log: BacklogLog): Promise<number> {
  let lost = 0;
  for (; lost < MOST; lost++) {
    const warnings = await store.within('verbund', reapCall);
    if (warnings === null) break;
    for (const warning of warnings) log.warn(warning, 'ledger: a budget reached its level');
  }
  if (lost > 0) log.warn({ lost }, 'ledger: calls of a replica that is gone were given up');
  return lost;
}
