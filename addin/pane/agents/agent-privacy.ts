import type { Agent } from '../../../contract/agents/definition.ts';
import type { ModelInfo } from '../../../contract/models.ts';
import { isLower, isReason, nearestAllowed, treatmentOf } from '../privacy/classes.ts';
import { type PrivacyUse, usePrivacy } from '../privacy/use-privacy.ts';
import type { PaneState } from '../use-pane.ts';
import type { Models } from '../use-models.ts';
import { newWork } from '../work.ts';

/** The models that an agent may use; a free one needs a language model. */
export function modelsFor({ models: allowed, work }: Agent, models: Models): Models {
  if (models.state !== 'known') return models;
  const list = models.list.filter(
    ({ id, provider }) =>
      (allowed === null || allowed.includes(id)) && (work.kind === 'ablauf' || provider !== 'builtin'),
  );
  return { ...models, list };
}

/** The model that is asked: the chosen one where the agent may use it, else the first. */
export function modelFor(models: Models, chosen: ModelInfo | null): ModelInfo | null {
  if (models.state !== 'known') return null;
  return models.list.find(({ id }) => id === chosen?.id) ?? models.list[0] ?? null;
}

/**
 * Data class and treatment for a run: as of any other task, but never below what the agent asks for.
 * @param reads whether the run reads what is open
 * @param lacksReason whether the backend has refused it for want of a reason
 */
export function useAgentPrivacy(
  pane: PaneState,
  { dataClass: least }: Agent,
  models: Models,
  from: Parameters<typeof usePrivacy>[1],
  lacksReason: boolean,
): PrivacyUse {
  const work: PaneState['work'] = lacksReason
    ? { ...newWork({}), status: { name: 'broken', fault: REASON, order: { kind: 'draft' }, sent: [] } }
    : newWork({});
  const use = usePrivacy({ ...pane, work }, from);
  const { policy, reason } = use;
  // What is read may be more delicate than the agent says: until that is known, nothing can be said of it.
  const unknown = use.dataClass === null && from !== null;
  const dataClass = use.dataClass === null || isLower(use.dataClass, least) ? least : use.dataClass;
  const counts = unknown ? null : dataClass;
  const treatment = (model: ModelInfo) => (policy === null ? null : treatmentOf(model, counts, policy));
  return {
    ...use,
    dataClass: counts,
    treatment,
    instead:
      models.state === 'known' && counts !== null ? nearestAllowed(models.list, counts, models.policy) : null,
    lack: (model) => {
      if (model !== null && treatment(model) === 'refused') return 'model';
      return reason !== null && !isReason(reason) ? 'reason' : null;
    },
  };
}

const REASON = { from: 'backend', code: 'class_reason_missing', model: undefined } as const;
