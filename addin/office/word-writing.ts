import { outcomeOf, within } from './call.ts';
import type { Limits } from './call.ts';
import type { Copy } from './clipboard.ts';
import { copied, copiedInstead } from './copying.ts';
import { bracketed } from '../output/notes.ts';
import type { ActionName, ChangeWriter, Host, Outcome, Result, Taken } from './host.ts';
import { inTurn } from './in-turn.ts';
import { wordHas } from './requirements.ts';
import type { SupportsWord } from './requirements.ts';
import { insert, replace } from './word-actions.ts';
import { takeBackEdits } from './word-changes-back.ts';
import { applyEdits, marking } from './word-changes.ts';
import { writeComments } from './word-comments.ts';
import { insertEnd, insertSection, insertTop, openFile, openNew } from './word-document.ts';
import type { WordMemory } from './word-memory.ts';
import { readProvenances, writeProvenances } from './word-provenance.ts';

export interface WritingDeps {
  run: typeof Word.run;
  supports: SupportsWord;
  copy: Copy;
  limits: Limits;
}

/** The parts of the host that write into the document. */
export type WordWriting = Pick<
  Host,
  'actions' | 'footnotes' | 'perform' | 'changes' | 'comment' | 'openFile' | 'provenances'
>;

/**
 * All that writes into the document, in one queue: two changes that compare at the same time would both find the text
 * unchanged. What the program is too old for is null.
 */
export function wordWriting(deps: WritingDeps, memory: WordMemory): WordWriting {
  const { run, supports, limits } = deps;
  const queued = inTurn();

  // A file of our own has its footnotes whatever this Word's interface knows.
  const footnotes = new Set<ActionName>(
    wordHas(supports, 'footnotes')
      ? ['insert', 'replace', 'insert-section', 'insert-top', 'insert-end', 'new-document']
      : ['new-document'],
  );

  /** In turn and with a time limit; never throws. */
  function limited(work: () => Promise<Outcome>): Promise<Outcome> {
    return queued(() => within(work(), limits.write).catch(outcomeOf));
  }

  async function act(
    action: Exclude<ActionName, 'copy'>,
    { blocks: wanted, title }: Result,
    taken: Taken | null,
  ): Promise<Outcome> {
    const blocks = footnotes.has(action) ? wanted : [...bracketed(wanted)];
    switch (action) {
      case 'insert':
        await insert(run, blocks);
        return { status: 'done' };
      case 'insert-section':
        await insertSection(run, blocks);
        return { status: 'done' };
      case 'insert-top':
        await insertTop(run, blocks);
        return { status: 'done' };
      case 'insert-end':
        await insertEnd(run, blocks);
        return { status: 'done' };
      case 'new-document':
        await openNew(run, blocks, title);
        return { status: 'done' };
      case 'replace': {
        const anchor = memory.anchorOf(taken);
        const status = anchor === undefined ? 'changed' : await replace(run, blocks, anchor);
        return status === 'unsupported' ? copiedInstead(deps.copy, blocks, status) : { status };
      }
      case 'reply':
      case 'reply-all':
      case 'mail-to-self':
      case 'save-docx':
        return { status: 'failed', why: 'unsupported' };
    }
  }

  return {
    footnotes,
    actions: new Set<ActionName>([
      'insert',
      'replace',
      'insert-section',
      'insert-top',
      'insert-end',
      'new-document',
      'copy',
    ]),
    perform(action, result, taken) {
      // The clipboard opens only within moments of the click, so copying does not queue.
      if (action === 'copy') return within(copied(deps.copy, result.blocks), limits.write).catch(outcomeOf);
      return limited(() => act(action, result, taken));
    },
    changes: changeWriter(deps, memory, queued),
    comment: wordHas(supports, 'comments')
      ? (taken, remarks) =>
          limited(async () => ({ status: await writeComments(run, memory.anchorOf(taken), remarks) }))
      : null,
    openFile: (file) =>
      limited(async () => {
        await openFile(run, file);
        return { status: 'done' };
      }),
    provenances: wordHas(supports, 'provenance')
      ? {
          read: () => within(readProvenances(run), limits.read),
          write: (all) =>
            limited(async () => {
              await writeProvenances(run, all);
              return { status: 'done' };
            }),
        }
      : null,
  };
}

/** The time limits are those of `applyEdits` and `takeBackEdits`, which tell what had happened by then. */
function changeWriter(
  { run, supports, limits }: WritingDeps,
  memory: WordMemory,
  queued: <T>(work: () => Promise<T>) => Promise<T>,
): ChangeWriter {
  const deps = { run, supports, limits, now: () => new Date() };
  return {
    marking: marking(supports),
    isAtomic: false,
    apply: (taken, edits) =>
      queued(async () => {
        const anchor = memory.anchorOf(taken);
        if (anchor === undefined) return edits.map(() => ({ status: 'changed' }));
        return applyEdits(deps, anchor, edits);
      }),
    takeBack: (taken) =>
      queued(async () => {
        const anchor = memory.anchorOf(taken);
        return anchor === undefined ? { status: 'changed' } : takeBackEdits(deps, anchor);
      }),
  };
}
