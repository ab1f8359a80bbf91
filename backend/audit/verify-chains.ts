import type { AuditHead, AuditVerdict } from '../../contract/audit.ts';
import type { KommuneId } from '../../contract/identity.ts';
import type { Store } from '../store/store.ts';
import { chainReader, listChains } from './chain.store.ts';
import type { AuditKey } from './key.ts';
import { verifyChain } from './verify.ts';

/** What came out for one chain; null is the Verbund's. */
export interface ChainVerdict {
  kommune: KommuneId | null;
  verdict: AuditVerdict;
}

/**
 * Verifies one chain.
 */
export function verifyOne(
  store: Store,
  kommune: KommuneId | null,
  key: AuditKey,
  expected: readonly AuditHead[] = [],
): Promise<AuditVerdict> {
  const own = expected.filter((head) => head.kommune === kommune);
  return verifyChain(chainReader(store, kommune), key.isSigned, own);
}

/** Verifies all chains there are, and those that there should be by the heads that were kept. */
export async function* verifyAll(
  store: Store,
  key: AuditKey,
  expected: readonly AuditHead[],
): AsyncGenerator<ChainVerdict> {
  const found = await store.within('verbund', listChains);
  for (const kommune of new Set([...found, ...expected.map((head) => head.kommune)])) {
    yield { kommune, verdict: await verifyOne(store, kommune, key, expected) };
  }
}
