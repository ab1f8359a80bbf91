import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Class of the text that stays marked while the person works in the pane. */
export const KEPT_SELECTION = 'kept-selection';

/** Shows the selection while the editor is not focused: the browser hides it, but it is what the pane reads. */
export const keptSelection = Extension.create({
  name: 'keptSelection',

  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          decorations(state) {
            const { empty, ranges } = state.selection;
            if (empty || editor.isFocused) return null;
            return DecorationSet.create(
              state.doc,
              ranges.map(({ $from, $to }) =>
                Decoration.inline($from.pos, $to.pos, { class: KEPT_SELECTION }),
              ),
            );
          },
        },
      }),
    ];
  },
});
