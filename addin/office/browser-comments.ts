import { MAX_FIELD_CHARS } from '../../contract/limits.ts';
import { cleanText } from '../output/clean.ts';
import { anchorOf } from '../workspace/anchors.ts';
import type { Change } from '../workspace/change-marks.ts';
import { addComment } from '../workspace/comment-marks.ts';
import { findText } from '../workspace/find-text.ts';
import { dispatchApart, type OpenThing } from './browser-changes.ts';
import { Reading } from './browser-reading.ts';
import type { Outcome, Remark, Taken } from './host.ts';

/**
 * Puts remarks beside their passages, as one step: in the selection that was read, or else in the whole paper. Remarks
 * without words are passed over.
 * @returns `changed` where at least one passage is no longer there; all others have their comments
 */
export function writeComments(
  open: OpenThing | null,
  taken: Taken,
  remarks: readonly Remark[],
  newComment: () => Change,
): Outcome {
  const reading = taken.anchor;
  if (!open || !(reading instanceof Reading) || reading.thing !== open.id) return { status: 'changed' };
  const { state } = open.editor;
  const anchor = taken.part === 'selection' && reading.held !== null ? anchorOf(state, reading.held) : null;
  const within = anchor && anchor.from <= anchor.to ? anchor : { from: 0, to: state.doc.content.size };
  const { tr } = state;
  let lost = false;
  for (const { passage, text } of remarks) {
    const words = cleanText(text).trim().slice(0, MAX_FIELD_CHARS);
    if (words === '') continue;
    const range = findText(state.doc, passage, within);
    if (range) addComment(tr, range.from, range.to, { ...newComment(), text: words });
    else lost = true;
  }
  if (tr.docChanged) dispatchApart(open.editor, tr);
  return { status: lost ? 'changed' : 'done' };
}
