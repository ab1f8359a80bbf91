import { MenuList } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';

/**
 * The entries of a Fluent menu, with arrow keys of our own: Fluent's put hidden elements that take the focus around the
 * list (axe `aria-hidden-focus`). Everything else, first letters included, is Fluent's.
 */
export function ArrowMenuList({ children }: { children: ReactNode }) {
  return (
    <MenuList {...withoutFluentArrows} onKeyDown={move}>
      {children}
    </MenuList>
  );
}

/** The attribute by which Fluent's focus library finds the lists that it serves. */
const withoutFluentArrows = { 'data-tabster': undefined };

function move(event: KeyboardEvent<HTMLElement>): void {
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const at = entries.findIndex((entry) => entry === document.activeElement);
  const next = entries.at(placeAfter(event.key, at, entries.length) ?? entries.length);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** Index of the entry that a key leads to, around the ends; null for other keys. */
function placeAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
