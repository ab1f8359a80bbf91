import { useState } from 'react';
import type { From, Missing } from '../tasks/task.ts';
import { progressText } from './german.ts';
import { choose, type Wanted } from './source-choice.ts';
import type { PaneState } from './use-pane.ts';
import { isBusy, type Version } from './work.ts';

export interface TaskActions {
  /** What is happening, in words; null while nothing is. */
  progress: string | null;
  /** What the task can read on this surface, the preferred first. */
  possible: readonly From[];
  wanted: Wanted;
  want: (wanted: Wanted) => void;
  /** Set once the person tried to start without it. */
  missing: Missing | null;
  lacksSource: boolean;
  /** @returns false where something is missing first */
  start: () => boolean;
  stop: () => void;
  retry: (model?: string) => void;
  refine: (base: Version, wish: string) => void;
}

/** What a person can do with the task in sight, and what is missing for it. */
export function useTask(pane: PaneState): TaskActions {
  const { host, task, work, send, seen, key, chooseModel } = pane;
  const place = `${task.name} ${key}`;
  // Choices hold for the source they were made on.
  const [chosen, setChosen] = useState<{ place: string; wanted: Wanted }>({ place, wanted: null });
  const [tried, setTried] = useState<string | null>(null);
  const wanted = chosen.place === place ? chosen.wanted : null;
  const possible = task.from[host.surface] ?? [];
  const from = choose(possible, seen.overview, wanted);
  const missing = task.missing(work.values);
  const { status } = work;
  const busy = isBusy(work);

  const start = (model?: string): boolean => {
    if (busy) return true;
    setTried(place);
    if (from === null || missing !== null) return false;
    // An answer that begins before a chosen file has been read would not know it.
    if (pane.attachments.busy) return true;
    setTried(null);
    pane.start({ kind: 'draft' }, from, model);
    return true;
  };

  return {
    progress: progressOf(pane),
    possible,
    wanted,
    want: (next) => setChosen({ place, wanted: next }),
    missing: tried === place ? missing : null,
    lacksSource: tried === place && from === null,
    start: () => start(),
    stop: () => {
      if (status.name === 'reading' || status.name === 'running') status.stop();
    },
    retry: (model) => {
      if (model !== undefined) chooseModel(model);
      if (status.name !== 'broken') return;
      const { order } = status;
      if (order.kind === 'refine') pane.start(order, order.base.origin.from, model);
      else if (!start(model)) send({ type: 'view-chosen', view: 'form' });
    },
    refine: (base, wish) => {
      if (busy) return;
      send({ type: 'wish-typed', wish: '' });
      pane.start({ kind: 'refine', base, wish }, base.origin.from);
    },
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
