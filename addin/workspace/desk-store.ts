import type { Editor } from '@tiptap/core';
import type { Surface } from '../office/host.ts';
import { type Desk, emptyDesk, type Live, markChanged } from './desk.ts';
import { docToBlocks } from './doc-to-blocks.ts';

export type Change = 'selection' | 'item';

/** The desk of this page: its state, and the editors that hold what is being typed. */
export interface DeskStore {
  current(): Desk;
  /** Changes the desk; `live` is what the editors hold now. */
  change(step: (desk: Desk, live: Live) => Desk): void;
  /** The editor of what lies on a surface; null while nothing lies there. */
  editor(surface: Surface): Editor | null;
  /** Tells the store which editor shows which thing. Returns how to take it back. */
  attach(surface: Surface, id: number, editor: Editor): () => void;
  /** For React: called after every change of the state. */
  subscribe(listener: () => void): () => void;
  /** For the host: called when the selection or the text of a surface changes, or something else lies there. */
  listen(surface: Surface, listener: (change: Change) => void): () => void;
  /** Asks the page to show the desk, where there is no room for desk and pane. */
  show(): void;
  onShow(listener: () => void): () => void;
}

/** Number of what lies on a surface; null where nothing does. */
export function idOn(desk: Desk, surface: Surface): number | null {
  switch (surface) {
    case 'document':
      return desk.document?.id ?? null;
    case 'mail-read':
      return desk.mail?.id ?? null;
    case 'mail-compose':
      return desk.draft.id;
  }
}

const surfaces: Surface[] = ['document', 'mail-read', 'mail-compose'];

function listeners<Args extends unknown[]>() {
  const all = new Set<(...args: Args) => void>();
  return {
    add(listener: (...args: Args) => void) {
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
    tell(...args: Args) {
      for (const listener of [...all]) listener(...args);
    },
  };
}

/** An empty desk. */
export function createDesk(): DeskStore {
  let desk = emptyDesk;
  const editors = new Map<Surface, { id: number; editor: Editor }>();
  const states = listeners();
  const shows = listeners();
  const changes = listeners<[Surface, Change]>();

  const editor = (surface: Surface): Editor | null => {
    const attached = editors.get(surface);
    // Until React has shown what was laid down just now, the editor still holds what lay there before.
    return attached && attached.id === idOn(desk, surface) && !attached.editor.isDestroyed
      ? attached.editor
      : null;
  };
  const live = (): Live => {
    const paper = editor('document');
    const draft = editor('mail-compose');
    return { document: paper && paper.getJSON(), draft: draft && docToBlocks(draft.state.doc) };
  };
  const change: DeskStore['change'] = (step) => {
    const before = desk;
    desk = step(before, live());
    if (desk === before) return;
    states.tell();
    for (const surface of surfaces) {
      if (idOn(before, surface) !== idOn(desk, surface)) changes.tell(surface, 'item');
    }
  };

  return {
    current: () => desk,
    change,
    editor,
    attach(surface, id, attached) {
      const onText = () => {
        const next = markChanged(desk, surface);
        if (next !== desk) {
          desk = next;
          states.tell();
        }
        changes.tell(surface, 'selection');
      };
      const onSelection = () => changes.tell(surface, 'selection');
      editors.set(surface, { id, editor: attached });
      attached.on('update', onText);
      attached.on('selectionUpdate', onSelection);
      changes.tell(surface, 'item');
      return () => {
        attached.off('update', onText);
        attached.off('selectionUpdate', onSelection);
        if (editors.get(surface)?.editor === attached) editors.delete(surface);
      };
    },
    subscribe: states.add,
    listen: (surface, listener) =>
      changes.add((where, what) => {
        if (where === surface) listener(what);
      }),
    show: shows.tell,
    onShow: shows.add,
  };
}
