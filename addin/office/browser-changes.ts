import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Transaction } from '@tiptap/pm/state';
import type { Change } from '../workspace/change-marks.ts';
import type { HeldText, Writing } from '../workspace/held-text.ts';
import { Reading } from './browser-reading.ts';
import type { ChangeWriter, EditOutcome, Outcome, Taken } from './host.ts';

/** The thing that lies on a surface now; null where there is none, or its editor is not there yet. */
export interface OpenThing {
  id: number;
  editor: Editor;
}

/** One step for Undo, which what a person types next does not join. */
export function dispatchApart(editor: Editor, tr: Transaction): void {
  editor.view.dispatch(closeHistory(tr));
  editor.view.dispatch(closeHistory(editor.state.tr));
}

/**
 * Changes single words on a surface of the workspace.
 * @param open what lies there now
 * @param newChange a change with an id that no other has
 */
export function browserChanges(
  marking: Writing['marking'],
  open: () => OpenThing | null,
  newChange: () => Change,
): ChangeWriter {
  const placeOf = (taken: Taken): { editor: Editor; text: HeldText } | null => {
    const thing = open();
    const reading = taken.anchor;
    if (!thing || !(reading instanceof Reading) || reading.thing !== thing.id || !reading.text) return null;
    return { editor: thing.editor, text: reading.text };
  };
  return {
    marking,
    isAtomic: false,
    apply(taken, edits) {
      const all = (outcome: EditOutcome) => Promise.resolve(edits.map(() => outcome));
      const place = placeOf(taken);
      if (!place) return all({ status: 'changed' });
      const { editor, text } = place;
      try {
        const dispatch = (tr: Transaction) => dispatchApart(editor, tr);
        return Promise.resolve(text.apply(editor.state, dispatch, edits, { marking, newChange }));
      } catch {
        return all({ status: 'failed', why: 'host-error' });
      }
    },
    takeBack(taken): Promise<Outcome> {
      const place = placeOf(taken);
      if (!place) return Promise.resolve({ status: 'changed' });
      const { editor, text } = place;
      try {
        return Promise.resolve(text.takeBack(editor.state, (tr) => dispatchApart(editor, tr), marking));
      } catch {
        return Promise.resolve({ status: 'failed', why: 'host-error' });
      }
    },
  };
}
