import { type RefObject, useEffect, useRef } from 'react';

interface Shortcuts {
  start: () => void;
  stop: () => void;
  /** Chooses the task at a place, counted from 0. */
  task: (place: number) => void;
}

/** Strg+Enter starts, Esc stops, Alt+1 … Alt+9 choose a task, while the focus is in the pane. */
export function useShortcuts(pane: RefObject<HTMLElement | null>, shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const element = pane.current;
    if (element === null) return;
    // On the element itself: what happens in a menu, which lives elsewhere in the page, is the menu's own.
    const onKeyDown = (press: KeyboardEvent) => {
      if (act(press, latest.current)) press.preventDefault();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [pane]);
}

function act(press: KeyboardEvent, { start, stop, task }: Shortcuts): boolean {
  const { key, code, ctrlKey, metaKey, altKey } = press;
  if (press.isComposing) return false;
  if (key === 'Enter' && (ctrlKey || metaKey) && !altKey) {
    if (!press.repeat) start();
    return true;
  }
  if (key === 'Escape') {
    stop();
    return false;
  }
  // AltGr, with which a German keyboard writes brackets, is Ctrl and Alt.
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  if (altKey && !ctrlKey && !metaKey && digit !== undefined) {
    task(Number(digit) - 1);
    return true;
  }
  return false;
}
