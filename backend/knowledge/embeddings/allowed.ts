import type { DataClass } from '../../../contract/privacy.ts';
import type { KommunePolicy } from '../../../contract/policy.ts';
import type { Embedder } from '../../models/embeddings/embedder.ts';
import { type Approvals, permitsFor } from '../../policy/register.ts';

/**
 * The configured model that a collection names, as far as register and policy allow it for texts of its class.
 * @returns null where it is not configured, not approved or not chosen for that class
 */
export function allowedEmbedder(
  id: string | null,
  embedders: readonly Embedder[],
  approvals: Approvals,
  policy: Pick<KommunePolicy, 'classModels'>,
  dataClass: DataClass,
): Embedder | null {
  const embedder = embedders.find(({ info }) => info.id === id);
  return embedder && permitsFor(approvals, policy, dataClass).isForClass(embedder.info.id) ? embedder : null;
}
