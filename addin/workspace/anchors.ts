import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { withoutComments } from './comment-marks.ts';

/** Where a text stands that was read, and what it was. */
export interface Anchor {
  from: number;
  to: number;
  /** The part of the document that was read, as `doc.cut` gives it. */
  content: Node;
}

interface AnchorMap {
  next: number;
  held: ReadonlyMap<number, Anchor>;
}

type Change = { hold: Anchor } | { move: number; to: Anchor };

/** So many readings are remembered; the pane works with the newest and a few versions before it. */
const MAX_ANCHORS = 50;

const key = new PluginKey<AnchorMap>('anchors');

function mapped(anchor: Anchor, tr: Transaction): Anchor {
  // What is typed right before or behind the anchor does not belong to it.
  return { ...anchor, from: tr.mapping.map(anchor.from, 1), to: tr.mapping.map(anchor.to, -1) };
}

function apply(tr: Transaction, value: AnchorMap): AnchorMap {
  const change = tr.getMeta(key) as Change | undefined;
  if (!tr.docChanged && change === undefined) return value;
  const held = new Map(
    [...value.held].map(([id, anchor]) => [id, tr.docChanged ? mapped(anchor, tr) : anchor]),
  );
  if (change === undefined) return { next: value.next, held };
  if ('move' in change) {
    held.set(change.move, change.to);
    return { next: value.next, held };
  }
  const oldest = held.keys().next().value;
  if (held.size >= MAX_ANCHORS && oldest !== undefined) held.delete(oldest);
  held.set(value.next, change.hold);
  return { next: value.next + 1, held };
}

/** Remembers ranges of the document and maps them through every later edit, undo and paste included. */
export const anchors = Extension.create({
  name: 'anchors',
  addProseMirrorPlugins: () => [
    new Plugin<AnchorMap>({ key, state: { init: () => ({ next: 1, held: new Map() }), apply } }),
  ],
});

/**
 * Begins to remember a range.
 * @param dispatch is told the transaction that does it; the document stays as it is
 * @returns the number under which `anchorOf` finds it
 */
export function holdRange(
  state: EditorState,
  dispatch: (tr: Transaction) => void,
  from: number,
  to: number,
): number {
  const id = key.getState(state)?.next ?? 0;
  dispatch(state.tr.setMeta(key, { hold: { from, to, content: state.doc.cut(from, to) } } satisfies Change));
  return id;
}

/** Where a remembered range stands now; null where it is unknown, too old or of another document. */
export function anchorOf(state: EditorState, id: number): Anchor | null {
  return key.getState(state)?.held.get(id) ?? null;
}

/** Whether what was read still stands there, formatting included; a comment on it changes nothing. */
export function unchanged(state: EditorState, { from, to, content }: Anchor): boolean {
  return from <= to && withoutComments(state.doc.cut(from, to)).eq(withoutComments(content));
}

/** Points a remembered range at what was written in its place, so that another version can replace that in turn. */
export function moveAnchor(tr: Transaction, id: number, from: number, to: number): Transaction {
  return tr.setMeta(key, { move: id, to: { from, to, content: tr.doc.cut(from, to) } } satisfies Change);
}
