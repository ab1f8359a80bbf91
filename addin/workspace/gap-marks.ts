import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findGaps } from '../../contract/gaps.ts';
import { behind, livePieces, liveText, unitAt } from './live-text.ts';

/** Class of what the person still has to fill in. */
export const GAP = 'gap';

const known = new WeakMap<Node, { from: number; to: number }[]>();

/** The gaps of a paragraph, as places from the start of its content. */
function gapsOf(textblock: Node): { from: number; to: number }[] {
  const gaps = known.get(textblock) ?? placesIn(textblock);
  known.set(textblock, gaps);
  return gaps;
}

function placesIn(textblock: Node): { from: number; to: number }[] {
  const line = { text: liveText(textblock), pieces: [...livePieces(textblock)], from: 0, to: 0, block: 0 };
  return findGaps(line.text).map(({ start, end }) => ({
    from: unitAt(line, start) ?? 0,
    to: behind(line, end),
  }));
}

function mark(doc: Node): DecorationSet {
  const marks: Decoration[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    for (const { from, to } of gapsOf(node)) {
      marks.push(Decoration.inline(pos + 1 + from, pos + 1 + to, { class: GAP }));
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
