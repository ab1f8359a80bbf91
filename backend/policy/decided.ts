import type { KommuneId } from '../../contract/identity.ts';
import type { KommunePolicy } from '../../contract/policy.ts';
import type { ConfiguredModel } from '../../contract/register.ts';
import type { PriceOf } from '../ledger/price.ts';
import type { Store } from '../store/store.ts';
import { type Approvals, approvedModels, type Trust } from './register.ts';
import { visitPolicy } from './visit.store.ts';

/** What is decided for a Kommune at this moment. */
export interface Decided {
  policy: KommunePolicy;
  approvals: Approvals;
  /** Of today; null where nobody knows. */
  priceOf: PriceOf;
}

export interface DecidedParts {
  store: Store;
  /** What a Kommune starts with, before anybody decides. */
  starting: KommunePolicy;
  configured: readonly ConfiguredModel[];
  /** Whether only what is in the register may be asked. */
  trust: Trust;
}

/**
 * Asks the store what is decided for a Kommune: at each request, so that a change holds at once on every replica.
 * @throws StoreError
 */
export async function decidedFor(
  { store, starting, configured, trust }: DecidedParts,
  kommune: KommuneId,
): Promise<Decided> {
  const { policy, register, today } = await store.within({ kommune }, (db) =>
    visitPolicy(db, kommune, starting),
  );
  const approvals = approvedModels(configured, register, policy, today, trust);
  const prices = new Map(approvals.approved.map(({ model, price }) => [model.id, price]));
  return { policy, approvals, priceOf: (id) => prices.get(id) ?? null };
}
