import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findGaps, type Gap } from '../../contract/gaps.ts';

/** Class of what the person still has to fill in. */
export const GAP = 'gap';

const known = new WeakMap<Node, Gap[]>();

function gapsOf(textblock: Node): Gap[] {
  const gaps =
    known.get(textblock) ?? findGaps(textblock.textBetween(0, textblock.content.size, undefined, '\n'));
  known.set(textblock, gaps);
  return gaps;
}

function mark(doc: Node): DecorationSet {
  const marks: Decoration[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    for (const { start, end } of gapsOf(node)) {
      marks.push(Decoration.inline(pos + 1 + start, pos + 1 + end, { class: GAP }));
    }
    return false;
  });
  return DecorationSet.create(doc, marks);
}

const key = new PluginKey<DecorationSet>('gapMarks');

/** Makes every `[[Bitte ergänzen: …]]` stand out in the editor. */
export const gapMarks = Extension.create({
  name: 'gapMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_, state) => mark(state.doc),
        apply: (tr, marks) => (tr.docChanged ? mark(tr.doc) : marks),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});
