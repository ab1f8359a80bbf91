import { useState } from 'react';
import { findGaps } from '../../contract/gaps.ts';
import type { Block } from '../../contract/rich.ts';
import type { ActionName, Outcome, Provenance } from '../office/host.ts';
import { markOf } from './provenance/marks.ts';
import { passageOf, remarkOf } from './summary/summary-words.ts';
import type { PaneState } from './use-pane.ts';
import type { UseName, Version } from './work.ts';

/** Actions after which the text stands in what is open, so that its gaps can be shown there. */
const placing: readonly UseName[] = ['insert', 'replace', 'insert-section', 'insert-top', 'insert-end'];

export interface ResultUse {
  /** What can be done with it here, the best first. */
  actions: UseName[];
  /** True until the host has answered. */
  acting: boolean;
  act: (action: UseName) => void;
  /** Shows a gap in the document if the text is there; resolves to whether it could. */
  reveal: (gap: number) => Promise<boolean>;
}

/**
 * What a version can be used for.
 * @param at place of the version
 */
export function useResult(pane: PaneState, version: Version, at: number): ResultUse {
  const { host, task, send, models, provenance, author } = pane;
  const { citing } = pane.remembered;
  const [acting, setActing] = useState(false);
  const { origin, text, used, statements } = version;
  const { taken } = origin;

  const perform = async (action: UseName): Promise<Outcome> => {
    if (action !== 'comment') return host.perform(action, await resultFor(action), taken);
    if (host.comment === null || taken === null) return { status: 'failed', why: 'unsupported' };
    return host.comment(taken, remarksOf(statements));
  };
  // Reading Markdown is not needed before there is some.
  const resultFor = async (action: ActionName) => {
    const { citedBlocks } = await import('./knowledge/citable.ts');
    const blocks = citedBlocks(
      version,
      citing === 'footnotes' && !host.footnotes.has(action) ? 'brackets' : citing,
    );
    const byModel = version.model?.provider !== 'builtin';
    const noted = byModel && models.state === 'known' && models.aiNote && action !== 'replace';
    const note = noted ? await noteBlock(markOf(version, task.name, author.authority, new Date())) : [];
    return { blocks: [...blocks, ...note], title: task.title(origin.title) };
  };

  return {
    actions: [
      ...task.actions(host.surface, origin.from).filter((action) => host.actions.has(action)),
      ...(host.comment !== null && taken !== null && remarksOf(statements).length > 0
        ? (['comment'] as const)
        : []),
    ],
    acting,
    act: (action) => {
      setActing(true);
      void perform(action)
        .catch((): Outcome => ({ status: 'failed', why: 'host-error' }))
        .then((outcome) => {
          send({ type: 'used', at, action, outcome });
          if (outcome.status === 'done' && placing.includes(action)) {
            provenance.made(version, task.name, author.authority);
          }
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

function remarksOf(statements: Version['statements']) {
  return statements.flatMap((statement) => {
    const passage = passageOf(statement.evidence);
    return passage === null ? [] : [{ passage, text: remarkOf(statement) }];
  });
}

/** The note for readers that a text was made with AI. */
async function noteBlock(mark: Provenance): Promise<Block[]> {
  const { visibleNote } = await import('../output/provenance.ts');
  return [{ type: 'paragraph', runs: [{ text: visibleNote(mark), marks: ['italic'] }] }];
}
