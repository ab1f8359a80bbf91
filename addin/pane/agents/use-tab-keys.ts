import type { RefObject } from 'react';
import { type PaneState, tabAt } from '../use-pane.ts';
import { useShortcuts } from '../use-shortcuts.ts';

/** The keys of the pane within the agents: Strg+Enter, Esc, and Alt with a number for another tab. */
export function useTabKeys(
  root: RefObject<HTMLElement | null>,
  pane: PaneState,
  { start = nothing, stop = nothing }: { start?: () => void; stop?: () => void } = {},
): void {
  useShortcuts(root, {
    start,
    stop,
    task: (at) => {
      const next = tabAt(pane, at);
      if (next !== null) pane.chooseTab(next);
    },
  });
}

const nothing = () => undefined;
