import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Block } from '../../contract/rich.ts';
import type { PaperBlock } from '../output/docx-content.ts';
import { docToBlocks } from '../workspace/doc-to-blocks.ts';
import { findText } from '../workspace/find-text.ts';
import { heading, list, paragraph } from '../workspace/testing/blocks.ts';
import {
  deskWithEditors,
  exampleMail as mail,
  select,
  type TestDesk,
} from '../workspace/testing/desk-with-editors.ts';
import { browserHost, type BrowserServices } from './browser.ts';
import type { Host, Result, Taken } from './host.ts';

const result: Result = { title: 'Antwort', blocks: [paragraph('Neu eins'), paragraph('Neu zwei')] };

let test: TestDesk;
let saved: { blocks: readonly PaperBlock[]; title: string }[];
let services: BrowserServices;

beforeEach(() => {
  test = deskWithEditors();
  saved = [];
  services = {
    showPdf: null,
    copy: () => Promise.resolve(true),
    saveDocx: (blocks, { title }) => {
      saved.push({ blocks, title });
      return Promise.resolve();
    },
    theme: { theme: () => 'light', subscribe: () => () => undefined },
    person: () => ({ name: '', email: '' }),
    now: () => new Date('2026-11-20T08:00:00.000Z'),
  };
  // jsdom has no layout to scroll.
  Element.prototype.scrollIntoView = jest.fn<() => void>();
});

afterEach(() => {
  test.close();
});

function openDocument(...blocks: Block[]): { host: Host; editor: Editor } {
  const editor = test.openDocument(...blocks);
  return { host: browserHost('document', test.store, services), editor };
}

function openMail(): Host {
  test.openMail(mail);
  return browserHost('mail-read', test.store, services);
}

function textOf(taken: Taken): string {
  return taken.source.kind === 'document' ? taken.source.text : '';
}

const written = (editor: Editor) => docToBlocks(editor.state.doc);

describe('reading', () => {
  it('says what is open, how long it is and how much is selected', async () => {
    const { host, editor } = openDocument(paragraph('eins zwei drei'), paragraph('vier'));
    expect(await host.overview()).toMatchObject({ title: 'Brief', words: 4, selectedWords: 0 });
    select(editor, 'zwei drei');
    expect(await host.overview()).toMatchObject({ title: 'Brief', words: 4, selectedWords: 2 });
    editor.commands.insertContentAt(editor.state.doc.content.size, '<p>fünf sechs</p>');
    expect((await host.overview()).words).toBe(6);
  });

  it('knows two mails of the same subject apart', async () => {
    const idOf = async (text: string) => {
      test.openMail({ ...mail, blocks: [paragraph(text)] });
      return (await browserHost('mail-read', test.store, services).overview()).id;
    };
    expect(await idOf('Wann?')).not.toBe(await idOf('Wie?'));
  });

  it('takes the whole text as Markdown, and the selection alone', async () => {
    const { host, editor } = openDocument(heading(1, 'Titel'), paragraph('eins zwei'), list('drei'));
    const whole = await host.take('whole');
    expect(whole.source).toMatchObject({ kind: 'document', title: 'Brief', part: 'whole' });
    expect(textOf(whole)).toMatch(/^# Titel\n\neins zwei\n\n[-*] drei/);
    select(editor, 'zwei');
    expect(textOf(await host.take('selection')).trim()).toBe('zwei');
  });

  it('reads single cells of a table as a table', async () => {
    const cell = (text: string) => [{ text, marks: [] }];
    const { host, editor } = openDocument({
      type: 'table',
      header: false,
      rows: [
        [cell('a1'), cell('b1')],
        [cell('a2'), cell('b2')],
      ],
    });
    const at = (text: string) => (findText(editor.state.doc, text)?.from ?? 0) - 2;
    editor.commands.setCellSelection({ anchorCell: at('b1'), headCell: at('b2') });
    const taken = await host.take('selection');
    expect(textOf(taken)).toContain('b1');
    expect(textOf(taken)).not.toContain('a1');
    expect(await host.perform('replace', result, taken)).toEqual({ status: 'failed', why: 'unsupported' });
  });

  it('refuses where nothing is open or selected', async () => {
    const host = browserHost('document', test.store, services);
    await expect(host.overview()).rejects.toMatchObject({ code: 'nothing-open' });
    await expect(host.take('whole')).rejects.toMatchObject({ code: 'nothing-open' });
    await expect(openDocument(paragraph('da')).host.take('selection')).rejects.toMatchObject({
      code: 'nothing-selected',
    });
  });
});

describe('replacing', () => {
  it('writes where the text was read, wherever that has moved to since', async () => {
    const { host, editor } = openDocument(paragraph('vorn'), paragraph('alt'), paragraph('hinten'));
    select(editor, 'alt');
    const taken = await host.take('selection');
    editor.commands.insertContentAt(0, '<p>ganz neu davor</p>');
    select(editor, 'hinten');
    expect(await host.perform('replace', result, taken)).toEqual({ status: 'done' });
    expect(written(editor)).toEqual([
      paragraph('ganz neu davor'),
      paragraph('vorn'),
      ...result.blocks,
      paragraph('hinten'),
    ]);
  });

  it('writes nothing where the text was changed in the meantime', async () => {
    const { host, editor } = openDocument(paragraph('Der alte Satz.'));
    const taken = await host.take('whole');
    editor.commands.insertContentAt(5, 'ur');
    const before = written(editor);
    expect(await host.perform('replace', result, taken)).toEqual({ status: 'changed' });
    expect(written(editor)).toEqual(before);
  });

  it('notices a change of the formatting alone, and that it was taken back', async () => {
    const { host, editor } = openDocument(paragraph('Satz'));
    select(editor, 'Satz');
    const taken = await host.take('selection');
    editor.commands.toggleBold();
    expect(await host.perform('replace', result, taken)).toEqual({ status: 'changed' });
    editor.commands.undo();
    expect(await host.perform('replace', result, taken)).toEqual({ status: 'done' });
  });

  it('writes nothing into another document', async () => {
    const first = openDocument(paragraph('gleich'));
    const taken = await first.host.take('whole');
    const second = openDocument(paragraph('gleich'));
    expect(await second.host.perform('replace', result, taken)).toEqual({ status: 'changed' });
    expect(written(second.editor)).toEqual([paragraph('gleich')]);
  });

  it('puts another version in the place of the first', async () => {
    const { host, editor } = openDocument(paragraph('vorn'), paragraph('alt'), paragraph('hinten'));
    select(editor, 'alt');
    const taken = await host.take('selection');
    await host.perform('replace', result, taken);
    const second = { title: '', blocks: [list('a', 'b')] };
    expect(await host.perform('replace', second, taken)).toEqual({ status: 'done' });
    expect(written(editor)).toEqual([paragraph('vorn'), list('a', 'b'), paragraph('hinten')]);
  });

  it('leaves what was added behind the text that was read as a whole', async () => {
    const { host, editor } = openDocument(paragraph('alt'));
    const taken = await host.take('whole');
    await host.perform('insert-section', { title: '', blocks: [paragraph('Vermerk')] }, null);
    expect(await host.perform('replace', result, taken)).toEqual({ status: 'done' });
    expect(written(editor)).toEqual([...result.blocks, { type: 'rule' }, paragraph('Vermerk')]);
  });

  it('is one step for Undo', async () => {
    const { host, editor } = openDocument(paragraph('alt'));
    editor.commands.insertContentAt(1, 'sehr ');
    const before = written(editor);
    await host.perform('replace', result, await host.take('whole'));
    editor.commands.undo();
    expect(written(editor)).toEqual(before);
  });

  it('needs a text that was read', async () => {
    const { host } = openDocument(paragraph('alt'));
    expect(await host.perform('replace', result, null)).toEqual({
      status: 'failed',
      why: 'nothing-selected',
    });
  });
});

describe('inserting', () => {
  it('stands at the cursor and notes that the document was changed', async () => {
    const { host, editor } = openDocument(paragraph('vorn'), paragraph());
    editor.commands.setTextSelection(editor.state.doc.content.size - 1);
    expect(test.store.current().document?.changed).toBe(false);
    expect(await host.perform('insert', result, null)).toEqual({ status: 'done' });
    expect(written(editor)).toEqual([paragraph('vorn'), ...result.blocks]);
    expect(test.store.current().document?.changed).toBe(true);
  });

  it('begins a document where none is open', async () => {
    const host = browserHost('document', test.store, services);
    expect(await host.perform('insert', result, null)).toEqual({ status: 'done' });
    expect(test.store.current().document).toMatchObject({
      title: 'Antwort',
      blocks: result.blocks,
      changed: true,
    });
  });
});

describe('a mail that is read', () => {
  it('is taken with sender, recipients and date', async () => {
    const taken = await openMail().take('selection');
    expect(taken.part).toBe('whole');
    expect(taken.source).toEqual({
      kind: 'mail',
      subject: 'Re: Bauvoranfrage',
      from: mail.from,
      to: mail.to,
      cc: mail.cc,
      date: '2026-11-20T08:12:00.000Z',
      body: { type: 'text', content: 'Bis wann muss ich den Lageplan einreichen?' },
      attachments: [],
    });
  });

  it('opens drafts: an answer, an answer to all, a mail to oneself', async () => {
    const host = openMail();
    expect(await host.perform('reply', result, null)).toEqual({ status: 'done' });
    expect(test.store.current()).toMatchObject({
      surface: 'mail-compose',
      draft: {
        to: 'Sabine Weber <s.weber@example.de>',
        cc: '',
        subject: 'AW: Bauvoranfrage',
        blocks: result.blocks,
        quoted: mail,
      },
    });
    await host.perform('reply-all', result, null);
    expect(test.store.current().draft.cc).toBe('Bauamt <bauamt@example.de>; rat@example.de');
    await host.perform('mail-to-self', result, null);
    expect(test.store.current().draft).toMatchObject({ to: '', subject: 'Antwort', quoted: null });
    expect(test.store.current().putAway).toHaveLength(2);
  });

  it('knows the person as soon as they have said who they are', async () => {
    const host = openMail();
    services.person = () => ({ name: 'Bauamt', email: 'bauamt@example.de' });
    expect(host.person().email).toBe('bauamt@example.de');
    await host.perform('reply-all', result, null);
    expect(test.store.current().draft.cc).toBe('rat@example.de');
    await host.perform('mail-to-self', result, null);
    expect(test.store.current().draft.to).toBe('Bauamt <bauamt@example.de>');
  });

  it('cannot be written in', async () => {
    expect(await openMail().perform('insert', result, null)).toEqual({
      status: 'failed',
      why: 'unsupported',
    });
  });

  it('stands below the text of its answer when that is read as a whole', async () => {
    await openMail().perform('reply', result, null);
    const editor = test.show('mail-compose', result.blocks);
    const host = browserHost('mail-compose', test.store, services);
    const taken = await host.take('whole');
    expect(textOf(taken)).toMatch(
      /^Neu eins\n\nNeu zwei\n\n-----Ursprüngliche Nachricht-----\nVon: Sabine Weber/,
    );
    expect(textOf(taken)).toContain('Lageplan einreichen?');
    expect(await host.perform('replace', { title: '', blocks: [paragraph('Anders')] }, taken)).toEqual({
      status: 'done',
    });
    expect(written(editor)).toEqual([paragraph('Anders')]);
  });
});

describe('the rest', () => {
  it('keeps the selection in sight while the focus is in the pane', () => {
    const { editor } = openDocument(paragraph('eins zwei'));
    select(editor, 'zwei');
    expect(editor.view.dom.querySelector('.kept-selection')?.textContent).toBe('zwei');
  });

  it('tells of changes on its own surface only, and stops when asked', () => {
    jest.useFakeTimers();
    try {
      const { host, editor } = openDocument(paragraph('eins'));
      const told: string[] = [];
      const other = jest.fn();
      const stop = host.onChange((what) => told.push(what));
      browserHost('mail-read', test.store, services).onChange(other);
      select(editor, 'eins');
      editor.commands.insertContentAt(1, 'x');
      jest.runOnlyPendingTimers();
      expect(told).toEqual(['selection']);
      openDocument(paragraph('anderes'));
      expect(told).toContain('item');
      expect(other).not.toHaveBeenCalled();
      const before = told.length;
      stop();
      openDocument(paragraph('noch eines'));
      jest.runOnlyPendingTimers();
      expect(told).toHaveLength(before);
    } finally {
      jest.useRealTimers();
    }
  });

  it('copies and saves, and says where the browser refuses', async () => {
    const { host } = openDocument(paragraph('da'));
    expect(await host.perform('copy', result, null)).toEqual({ status: 'done' });
    expect(await host.perform('save-docx', result, null)).toEqual({ status: 'done' });
    expect(saved).toEqual([result]);
    services.copy = () => Promise.resolve(false);
    expect(await host.perform('copy', result, null)).toEqual({ status: 'failed', why: 'clipboard-refused' });
    services.saveDocx = () => Promise.reject(new Error('no room'));
    expect(await host.perform('save-docx', result, null)).toEqual({ status: 'failed', why: 'host-error' });
  });
});
