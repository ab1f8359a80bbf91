import type { Edit } from '../office/host.ts';

/**
 * The text with some edits made; without any it is the text itself.
 * @param edits in any order; they don't overlap
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of inOrder(edits)) {
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return pieces.join('') + text.slice(at);
}

/** Edits in the order of the text, as a new list. */
export function inOrder<T extends Edit>(edits: readonly T[]): T[] {
  return [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
}
