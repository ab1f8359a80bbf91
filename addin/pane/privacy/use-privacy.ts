import { useMemo } from 'react';
import type { ModelInfo } from '../../../contract/models.ts';
import type {
  ClassSuggestion,
  DataClass,
  PrivacyChoice,
  PrivacyPolicy,
  Treatment,
} from '../../../contract/privacy.ts';
import type { From } from '../../tasks/task.ts';
import type { PaneState } from '../use-pane.ts';
import { isLower, isReason, nearestAllowed, treatmentOf } from './classes.ts';
import { useSuggestion } from './use-suggestion.ts';

/** What keeps a text from being sent. */
export type PrivacyLack = 'reason' | 'model';

export interface PrivacyUse {
  /** What the content suggests; null while it is not known. */
  suggestion: ClassSuggestion | null;
  /** The class that counts; null while it shows only when the text is sent. */
  dataClass: DataClass | null;
  choose: (dataClass: DataClass) => void;
  /** Why the chosen class is lower than the suggested one; null where no reason is needed. */
  reason: string | null;
  giveReason: (reason: string) => void;
  policy: PrivacyPolicy | null;
  /** What a model gets of the text; null while it is not known. */
  treatment: (model: ModelInfo) => Treatment | null;
  /** The model to take instead of the refused one; null where there is none. */
  instead: ModelInfo | null;
  /** What must be seen to before this model is asked. */
  lack: (model: ModelInfo | null) => PrivacyLack | null;
  /** What goes with every request. The same object until something of it changes. */
  choice: PrivacyChoice;
}

/**
 * Data class and treatment of what will be read.
 * @param from what will be read; null where there is nothing for the task
 */
export function usePrivacy(pane: PaneState, from: From | null): PrivacyUse {
  const { host, backend, seen, models, chosenClass, chooseClass, terms, work } = pane;
  const suggestion = useSuggestion({ host, backend, seen, from, along: pane.alongWith(from) });
  const policy = models.state === 'known' ? models.policy : null;
  const dataClass = chosenClass?.dataClass ?? suggestion?.dataClass ?? null;
  const { status } = work;
  // What was typed may be more delicate than what is read: the backend is the one who knows all of it.
  const wasMissing =
    status.name === 'broken' &&
    status.fault.from === 'backend' &&
    status.fault.code === 'class_reason_missing';
  const needsReason =
    chosenClass !== null &&
    (wasMissing ||
      chosenClass.reason !== '' ||
      (suggestion !== null && isLower(chosenClass.dataClass, suggestion.dataClass)));
  const reason = needsReason ? chosenClass.reason : null;
  const sentClass = chosenClass?.dataClass ?? null;
  const sentReason = reason?.trim() ?? '';
  const choice = useMemo<PrivacyChoice>(
    () => ({
      dataClass: sentClass,
      reason: sentReason,
      mask: [...terms.mask],
      release: [...terms.release],
    }),
    [sentClass, sentReason, terms],
  );
  const treatment = (model: ModelInfo) => (policy === null ? null : treatmentOf(model, dataClass, policy));

  return {
    suggestion,
    dataClass,
    // Also where it is what the content suggests: who has chosen it does not want it to change with the content.
    choose: (next) => chooseClass({ dataClass: next, reason: '' }),
    reason,
    giveReason: (text) => {
      if (chosenClass !== null) chooseClass({ ...chosenClass, reason: text });
    },
    policy,
    treatment,
    instead:
      models.state === 'known' && dataClass !== null
        ? nearestAllowed(models.list, dataClass, models.policy)
        : null,
    lack: (model) => {
      if (model !== null && treatment(model) === 'refused') return 'model';
      return reason !== null && !isReason(reason) ? 'reason' : null;
    },
    choice,
  };
}
