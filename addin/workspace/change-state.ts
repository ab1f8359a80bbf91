import type { Node } from '@tiptap/pm/model';
import { breakOf, changeOf } from './change-marks.ts';
import { changesIn } from './settle-changes.ts';

/** What a tracked change strikes out and puts in, as it stands in the document; null where it stands there no more. */
export interface Shown {
  old: string;
  text: string;
  /** Whether nothing of a person's stands amid it. */
  unmixed: boolean;
}

function textOf(node: Node): string {
  return node.isText ? (node.text ?? '') : '\v';
}

/** Reads a change out of the document, breaks as `\n`, so that it can be told whether a person has edited it. */
export function shownChange(doc: Node, id: string): Shown | null {
  const found = changesIn(doc).find((change) => change.id === id);
  if (!found) return null;
  const shown: Shown = { old: '', text: '', unmixed: true };
  let first = true;
  doc.nodesBetween(found.from, found.to, (node) => {
    if (node.isTextblock) {
      const struck = breakOf(node, 'deletion')?.id === id;
      const added = breakOf(node, 'insertion')?.id === id;
      // A break that both texts have.
      const kept = !first && !struck && !added;
      if (struck || kept) shown.old += '\n';
      if (added || kept) shown.text += '\n';
      first = false;
      return true;
    }
    if (!node.isInline) return true;
    const deletion = changeOf(node, 'deletion');
    const insertion = changeOf(node, 'insertion');
    if (insertion?.id === id) shown.text += textOf(node);
    else if (deletion?.id === id) shown.old += textOf(node);
    else if (!deletion && !insertion) shown.unmixed = false;
    return false;
  });
  return shown;
}
