import type { AdminCard, LibraryKind } from '../../../contract/agents/library.ts';

/** What is shown of the library. */
export interface LibraryFilter {
  words: string;
  kind: LibraryKind | 'all';
  /** `todo`: what somebody has to do something about. */
  state: 'all' | 'draft' | 'submitted' | 'approved' | 'withdrawn' | 'todo';
}

export const noFilter: LibraryFilter = { words: '', kind: 'all', state: 'all' };

/** Whether something waits for a person: a review, a decision, or a newer original. */
export function isToDo({ overdue, state, copiedFrom }: AdminCard): boolean {
  return overdue || state === 'submitted' || (copiedFrom !== null && copiedFrom.newer !== null);
}

/** The items that fit, by name. @param words every one of them must stand in the name */
export function filtered(items: readonly AdminCard[], { words, kind, state }: LibraryFilter): AdminCard[] {
  const wanted = words
    .toLocaleLowerCase('de')
    .split(/\s+/)
    .filter((word) => word !== '');
  return items
    .filter((one) => kind === 'all' || one.kind === kind)
    .filter((one) => state === 'all' || (state === 'todo' ? isToDo(one) : one.state === state))
    .filter(({ name }) => {
      const said = name.toLocaleLowerCase('de');
      return wanted.every((word) => said.includes(word));
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'de'));
}
