import { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { Block } from '../../../contract/rich.ts';
import type { Surface } from '../../office/host.ts';
import { blocksToDoc } from '../blocks-to-doc.ts';
import { createDesk, type DeskStore, idOn } from '../desk-store.ts';
import { layDocument, layMail, type Mail } from '../desk.ts';
import { paperExtensions } from '../document-schema.ts';
import { findText } from '../find-text.ts';
import { paragraph } from './blocks.ts';

/** A desk whose things are shown in real editors, as React does it after each change. */
export interface TestDesk {
  store: DeskStore;
  openDocument(...blocks: Block[]): Editor;
  openMail(mail: Mail, file?: File): Editor;
  /** Shows what was laid on a surface. */
  show(surface: Surface, blocks: Block[]): Editor;
  close(): void;
}

export function deskWithEditors(): TestDesk {
  const store = createDesk();
  const editors: Editor[] = [];
  const show: TestDesk['show'] = (surface, blocks) => {
    const editor = new Editor({
      element: document.body.appendChild(document.createElement('div')),
      editable: surface !== 'mail-read',
      extensions: paperExtensions(),
      content: blocksToDoc(blocks),
    });
    editors.push(editor);
    store.attach(surface, idOn(store.current(), surface) ?? 0, editor);
    return editor;
  };
  return {
    store,
    openDocument(...blocks) {
      store.change((now, live) =>
        layDocument(now, { title: 'Brief', blocks, notices: [], changed: false }, live),
      );
      return show('document', blocks);
    },
    openMail(mail, file) {
      store.change((now) => layMail(now, mail, file ?? null));
      return show('mail-read', mail.blocks);
    },
    show,
    close() {
      for (const editor of editors) editor.destroy();
    },
  };
}

/** Selects a text that stands in an editor. */
export function select(editor: Editor, text: string): void {
  const range = findText(editor.state.doc, text);
  if (!range) throw new Error(`The document of this test does not hold “${text}”.`);
  const selection = TextSelection.create(editor.state.doc, range.from, range.to);
  editor.view.dispatch(editor.state.tr.setSelection(selection));
}

export const exampleMail: Mail = {
  kind: 'mail',
  version: CONTRACT_VERSION,
  subject: 'Re: Bauvoranfrage',
  from: { name: 'Sabine Weber', email: 's.weber@example.de' },
  to: [{ name: 'Bauamt', email: 'bauamt@example.de' }],
  cc: [{ name: '', email: 'rat@example.de' }],
  date: '2026-11-20T09:12:00+01:00',
  blocks: [paragraph('Bis wann muss ich den Lageplan einreichen?')],
  attachments: [{ name: 'Lageplan.pdf', size: 48_000, kind: 'file' }],
  notices: [],
};
