import { type FocusEvent, type KeyboardEvent, useState } from 'react';

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

function buttonsIn(place: Element): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>('button')];
}

/**
 * A row of buttons as one stop of the Tab key, with arrows between them (the toolbar pattern of the ARIA Authoring
 * Practices). Not Fluent's own, which puts hidden elements that take the focus around the row.
 * @returns what the row listens to, and the `tabIndex` of its button at a place
 */
export function useArrowKeys() {
  const [stop, setStop] = useState(0);
  return {
    row: {
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        const step = steps[event.key];
        const buttons = buttonsIn(event.currentTarget);
        const at = buttons.findIndex((button) => button === event.target);
        // Keys in a menu that hangs on a button arrive here too.
        if (!step || at < 0) return;
        event.preventDefault();
        buttons[(at + step + buttons.length) % buttons.length]?.focus();
      },
      onFocus(event: FocusEvent<HTMLElement>) {
        const at = buttonsIn(event.currentTarget).findIndex((button) => button === event.target);
        if (at >= 0) setStop(at);
      },
    },
    tabIndexAt: (place: number) => (place === stop ? 0 : -1),
  };
}
