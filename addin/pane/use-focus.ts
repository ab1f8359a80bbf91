import { type RefCallback, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

export interface Places {
  /** The field that carries the task. */
  field: RefCallback<HTMLElement>;
  /** "bearbeiten" in the folded line. */
  edit: RefCallback<HTMLElement>;
  result: RefObject<HTMLDivElement | null>;
  focusField: () => void;
  /** The next task's field takes the focus as soon as it is there. */
  focusNext: () => void;
}

/**
 * Keeps the focus in the pane when what had it goes: the form folds, the stop button is no longer there. It is moved to
 * what stands in its place, and only if it was lost; it is never taken from the document or from another part.
 * @param view changes when form and result take turns
 * @param busy changes when something starts or ends
 * @param task changes when another task comes into sight
 */
export function useFocus(view: 'form' | 'result', busy: boolean, task: string): Places {
  const fieldElement = useRef<HTMLElement>(null);
  const editElement = useRef<HTMLElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const before = useRef({ view, busy });
  const wanted = useRef(false);
  useLayoutEffect(() => {
    const { view: lastView, busy: lastBusy } = before.current;
    before.current = { view, busy };
    const lost = document.activeElement === document.body && document.hasFocus();
    if (!lost) return;
    if (view !== lastView) (view === 'form' ? fieldElement : editElement).current?.focus();
    else if (lastBusy && !busy) result.current?.focus();
  }, [view, busy]);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    (fieldElement.current ?? editElement.current)?.focus();
  }, [task]);
  return {
    field: useCallback((element) => void (fieldElement.current = element), []),
    edit: useCallback((element) => void (editElement.current = element), []),
    result,
    focusField: () => (fieldElement.current ?? editElement.current)?.focus(),
    focusNext: () => {
      wanted.current = true;
    },
  };
}
