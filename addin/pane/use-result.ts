import { useState } from 'react';
import { findGaps } from '../../contract/gaps.ts';
import type { ActionName, Outcome } from '../office/host.ts';
import type { PaneState } from './use-pane.ts';
import type { Version } from './work.ts';

/** Actions after which the text stands in what is open, so that its gaps can be shown there. */
const placing: readonly ActionName[] = ['insert', 'replace', 'insert-section'];

export interface ResultUse {
  /** What can be done with it here, the best first. */
  actions: ActionName[];
  /** True until the host has answered. */
  acting: boolean;
  act: (action: ActionName) => void;
  /** Shows a gap in the document if the text is there; resolves to whether it could. */
  reveal: (gap: number) => Promise<boolean>;
}

/** What a version can be used for. */
export function useResult({ host, task, send }: PaneState, version: Version): ResultUse {
  const [acting, setActing] = useState(false);
  const { origin, text, used } = version;
  return {
    actions: task.actions(host.surface, origin.from).filter((action) => host.actions.has(action)),
    acting,
    act: (action) => {
      setActing(true);
      void toBlocks(text)
        .then((blocks) => host.perform(action, { blocks, title: task.title(origin.title) }, origin.taken))
        .catch((): Outcome => ({ status: 'failed', why: 'host-error' }))
        .then((outcome) => {
          send({ type: 'used', version, action, outcome });
          setActing(false);
        });
    },
    reveal: async (gap) => {
      const placed = used?.outcome.status === 'done' && placing.includes(used.action);
      const found = findGaps(text)[gap];
      return placed && found !== undefined ? host.reveal(text.slice(found.start, found.end)) : false;
    },
  };
}

/** Reading Markdown is not needed before there is some. */
async function toBlocks(text: string) {
  const output = await import('../output/markdown.ts');
  return output.toBlocks(text);
}
