import { useState } from 'react';
import type { ModelInfo } from '../../contract/models.ts';
import type { From, Missing } from '../tasks/task.ts';
import { type ConversationState, usesConversation } from './conversation/use-conversation.ts';
import { progressText } from './german.ts';
import { isOutside } from './privacy/classes.ts';
import { type PreviewUse, usePreview } from './privacy/use-preview.ts';
import { type PrivacyLack, type PrivacyUse, usePrivacy } from './privacy/use-privacy.ts';
import { choose, type Wanted } from './source-choice.ts';
import type { PaneState } from './use-pane.ts';
import { isBusy, type Order, type Version } from './work.ts';

/** What has to be seen to before something can start; null where nothing has. */
export type Lack = 'field' | PrivacyLack | null;

export interface TaskActions {
  /** What is happening, in words; null while nothing is. */
  progress: string | null;
  /** What the task can read on this surface, the preferred first. */
  possible: readonly From[];
  /** What will be read; null where there is nothing for the task. */
  from: From | null;
  wanted: Wanted;
  want: (wanted: Wanted) => void;
  /** Where the conversation stands that can be read along; null where there is none, or no use for it. */
  conversation: ConversationState | null;
  privacy: PrivacyUse;
  preview: PreviewUse;
  /** Set once the person tried to start without it. */
  missing: Missing | null;
  lacksSource: boolean;
  lacking: PrivacyLack | null;
  start: () => Lack;
  /** Shows what would leave the house. */
  show: () => Lack;
  stop: () => void;
  retry: (model?: string) => Lack;
  refine: (base: Version, wish: string) => Lack;
}

/** What a person can do with the task in sight, and what is missing for it. */
export function useTask(pane: PaneState): TaskActions {
  const { host, task, work, seen, key, chooseModel, models, remembered } = pane;
  const place = `${task.name} ${key}`;
  // Choices hold for the source they were made on.
  const [chosen, setChosen] = useState<{ place: string; wanted: Wanted }>({ place, wanted: null });
  const [tried, setTried] = useState<string | null>(null);
  const wanted = chosen.place === place ? chosen.wanted : null;
  const possible = task.from[host.surface] ?? [];
  const from = choose(possible, seen.overview, wanted);
  const conversation = usesConversation(task.name, from) ? pane.conversation.state : null;
  const privacy = usePrivacy(pane, from);
  const preview = usePreview(pane, privacy.choice);
  const missing = task.missing(work.values, from);
  const { status } = work;
  const busy = isBusy(work);

  const modelOf = (id: string | undefined): ModelInfo | null =>
    (models.state === 'known' ? models.list.find((model) => model.id === id) : undefined) ?? pane.model;

  /** Sends what is ordered, or shows first what that would be. */
  const go = (order: Order, reads: From, id?: string, how: 'as-set' | 'show' = 'as-set'): Lack => {
    const model = modelOf(id);
    const lack = privacy.lack(model);
    setTried(lack === null ? null : place);
    if (lack !== null) return lack;
    const shows = how === 'show' || (remembered.showsSending && (model === null || isOutside(model)));
    if (!shows) pane.start(order, reads, { model: id, privacy: privacy.choice });
    // Nothing that was to be seen first is sent before it is known to whom.
    else if (model !== null) preview.show(order, reads, model);
    return null;
  };

  const begin = (id?: string, how: 'as-set' | 'show' = 'as-set'): Lack => {
    if (busy) return null;
    setTried(place);
    if (from === null || missing !== null) return 'field';
    // An answer that begins before what was chosen has been read would not know it.
    if (pane.attachments.busy || (conversation !== null && conversation.name === 'reading')) return null;
    return go({ kind: 'draft' }, from, id, how);
  };

  return {
    progress: progressOf(pane),
    possible,
    from,
    wanted,
    want: (next) => setChosen({ place, wanted: next }),
    conversation,
    privacy,
    preview,
    missing: tried === place ? missing : null,
    lacksSource: tried === place && from === null,
    lacking: tried === place ? privacy.lack(pane.model) : null,
    start: () => begin(),
    show: () => begin(undefined, 'show'),
    stop: () => {
      if (status.name === 'reading' || status.name === 'running') status.stop();
    },
    retry: (model) => {
      if (model !== undefined) chooseModel(model);
      if (status.name !== 'broken') return null;
      const { order } = status;
      return order.kind === 'refine' ? go(order, order.base.origin.from, model) : begin(model);
    },
    refine: (base, wish) => (busy ? null : go({ kind: 'refine', base, wish }, base.origin.from)),
  };
}

function progressOf({ work: { status, versions }, seen }: PaneState): string | null {
  if (status.name === 'reading') {
    const title = seen.overview?.title ?? '';
    return title === '' ? 'Liest …' : `Liest „${title}“ …`;
  }
  if (status.name !== 'running') return null;
  const open = versions.at(-1);
  return progressText(status.progress, open?.model ?? null, open?.text ?? '');
}
