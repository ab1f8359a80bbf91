import { useCallback, useState } from 'react';
import { findGaps } from '../../contract/gaps.ts';
import type { BrowserServices } from '../office/browser.ts';
import { commentsIn } from './comment-marks.ts';
import { markSaved } from './desk.ts';
import type { DeskStore } from './desk-store.ts';
import { docToPaper } from './doc-to-blocks.ts';
import { findText } from './find-text.ts';
import { liveLines } from './live-text.ts';

const FAILED =
  'Die Datei ließ sich nicht speichern. Ihr Text ist noch da. Bitte versuchen Sie es noch einmal.';

function editorNow(store: DeskStore) {
  return store.editor(store.current().surface);
}

function gapsNow(store: DeskStore): string[] {
  const editor = editorNow(store);
  const lines = editor ? liveLines(editor.state.doc) : [];
  return lines.flatMap(({ text }) => findGaps(text).map(({ start, end }) => text.slice(start, end)));
}

/** Saves what lies on the surface that is shown as a DOCX; asks once where placeholders are left. */
export function useSaving(store: DeskStore, services: BrowserServices) {
  const [problem, setProblem] = useState<string | null>(null);
  const [gaps, setGaps] = useState(0);

  const saveNow = useCallback(async () => {
    setGaps(0);
    const { surface, document, draft } = store.current();
    const editor = editorNow(store);
    if (!editor) return;
    const { doc } = editor.state;
    const paper = surface === 'document' ? document : null;
    try {
      await services.saveDocx(docToPaper(doc), {
        title: paper?.title ?? draft.subject,
        comments: commentsIn(doc),
        provenances: paper?.provenances ?? [],
      });
      setProblem(null);
      if (paper) store.change(markSaved);
    } catch {
      setProblem(FAILED);
    }
  }, [store, services]);

  return {
    problem,
    /** Number of placeholders that the person is asked about; 0 while they are not. */
    gaps,
    dismissProblem: () => setProblem(null),
    save: () => {
      const open = gapsNow(store).length;
      if (open > 0) setGaps(open);
      else void saveNow();
    },
    saveAnyway: () => void saveNow(),
    cancel: () => setGaps(0),
    showFirstGap: () => {
      setGaps(0);
      const editor = editorNow(store);
      const [first] = gapsNow(store);
      const range = editor && first !== undefined ? findText(editor.state.doc, first) : null;
      if (!editor || !range) return;
      store.show();
      // After the dialog, which gives the focus back to where it was.
      requestAnimationFrame(() => editor.chain().focus().setTextSelection(range).scrollIntoView().run());
    },
  };
}
