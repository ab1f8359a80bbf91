import { readFileSync } from 'node:fs';
import { TextDecoder, TextEncoder } from 'node:util';
import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Block } from '../../contract/rich.ts';
import { commentsIn } from '../workspace/comment-marks.ts';
import { layFile, takeBack } from '../workspace/desk.ts';
import { docToBlocks } from '../workspace/doc-to-blocks.ts';
import { changesIn } from '../workspace/settle-changes.ts';
import { heading, list, paragraph, run } from '../workspace/testing/blocks.ts';
import {
  deskWithEditors,
  exampleMail,
  select,
  type TestDesk,
} from '../workspace/testing/desk-with-editors.ts';
import { browserHost, type BrowserServices } from './browser.ts';
import type { Edit, Host, Provenance, Surface, Taken } from './host.ts';

// jsdom has neither; the reader of mails expects what every browser has.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const services: BrowserServices = {
  showPdf: null,
  copy: () => Promise.resolve(true),
  saveDocx: () => Promise.resolve(),
  theme: { theme: () => 'light', subscribe: () => () => undefined },
  person: () => ({ name: '', email: '' }),
  now: () => new Date('2026-11-20T08:00:00.000Z'),
};

let test: TestDesk;
beforeEach(() => {
  test = deskWithEditors();
  // jsdom has no layout to scroll.
  Element.prototype.scrollIntoView = jest.fn<() => void>();
});
afterEach(() => {
  test.close();
});

function hostOf(surface: Surface): Host {
  return browserHost(surface, test.store, services);
}

function openDocument(...blocks: Block[]): { host: Host; editor: Editor } {
  return { editor: test.openDocument(...blocks), host: hostOf('document') };
}

function swap(taken: Taken, old: string, text: string): Edit {
  const lines = taken.lines?.map((line) => line.text).join('\n') ?? '';
  return { start: lines.indexOf(old), end: lines.indexOf(old) + old.length, text };
}

const written = (editor: Editor) => docToBlocks(editor.state.doc);
const textOf = ({ source }: Taken) => (source.kind === 'document' ? source.text : '');

describe('changing single words', () => {
  it('is tracked in a document, plain in a draft, and not done in a mail', () => {
    const markings = (['document', 'mail-compose', 'mail-read'] as const).map(
      (surface) => hostOf(surface).changes?.marking ?? null,
    );
    expect(markings).toEqual(['tracked', 'plain', null]);
  });

  it('marks what is written, and everything reads on as if it were accepted', async () => {
    const { host, editor } = openDocument(paragraph('Die alte Frist läuft.'), list('eins'));
    const taken = await host.take('whole');
    expect(taken.lines?.slice(0, 2)).toEqual([
      { text: 'Die alte Frist läuft.', fixed: 0 },
      { text: 'eins', fixed: 0, inList: true },
    ]);
    expect(await host.changes?.apply(taken, [swap(taken, 'alte', 'neue gute')])).toEqual([
      { status: 'done' },
    ]);
    expect(changesIn(editor.state.doc)).toMatchObject([
      { author: 'Amtsfeder', at: '2026-11-20T08:00:00.000Z' },
    ]);
    expect(textOf(await host.take('whole'))).toMatch(/^Die neue gute Frist läuft\./);
    expect((await host.overview()).words).toBe(6);
    expect(await host.reveal('Die neue gute Frist')).toBe(true);
    expect(await host.reveal('alte')).toBe(false);
    expect(textOf(await host.take('selection'))).toBe('Die neue gute Frist');
    expect((await host.overview()).selectedWords).toBe(4);
    expect(test.store.current().document?.changed).toBe(true);
  });

  it('takes all of one result back, and no other', async () => {
    const { host, editor } = openDocument(paragraph('eins'), paragraph('zwei'));
    const first = await host.take('whole');
    await host.changes?.apply(first, [swap(first, 'eins', '1')]);
    const second = await host.take('whole');
    await host.changes?.apply(second, [swap(second, 'zwei', '2')]);
    expect(await host.changes?.takeBack(first)).toEqual({ status: 'done' });
    expect(written(editor)).toEqual([paragraph('eins'), paragraph('2')]);
  });

  it('leaves no marks in a draft, and takes back with the look of the old words', async () => {
    const blocks = [paragraph('Guten ', run('Tag', 'bold'), ' und weg'), paragraph('Gruß')];
    test.store.change((now, live) => layFile(now, exampleMail, null, live));
    await hostOf('mail-read').perform('reply', { title: '', blocks }, null);
    const editor = test.show('mail-compose', blocks);
    const host = hostOf('mail-compose');
    const taken = await host.take('whole');
    expect(taken.lines?.map(({ text }) => text)).toEqual(['Guten Tag und weg', 'Gruß']);
    const outcomes = await host.changes?.apply(taken, [
      swap(taken, 'Guten Tag', 'Hallo'),
      swap(taken, '\nGruß', ''),
    ]);
    expect(outcomes).toEqual([{ status: 'done' }, { status: 'done' }]);
    expect(written(editor)).toEqual([paragraph('Hallo und weg')]);
    expect(changesIn(editor.state.doc)).toEqual([]);
    expect(await host.changes?.takeBack(taken)).toEqual({ status: 'done' });
    expect(written(editor)).toEqual(blocks);
  });

  it('writes nothing into another document', async () => {
    const { host } = openDocument(paragraph('gleich'));
    const taken = await host.take('whole');
    const second = openDocument(paragraph('gleich'));
    const edits = [swap(taken, 'gleich', 'anders')];
    expect(await second.host.changes?.apply(taken, edits)).toEqual([{ status: 'changed' }]);
    expect(await second.host.changes?.takeBack(taken)).toEqual({ status: 'changed' });
    expect(written(second.editor)).toEqual([paragraph('gleich')]);
  });

  it('keeps changes and comments in a document that is put away and taken back', async () => {
    const { host, editor } = openDocument(paragraph('alt'));
    const taken = await host.take('whole');
    await host.changes?.apply(taken, [swap(taken, 'alt', 'neu')]);
    const html = editor.getHTML();
    await host.perform('new-document', { title: 'Vermerk', blocks: [paragraph('Vermerk')] }, null);
    expect(test.store.current().document).toMatchObject({ title: 'Vermerk', changed: true });
    const [item] = test.store.current().putAway;
    if (item?.kind !== 'document') throw new Error('The document was not put away.');
    test.store.change((now, live) => takeBack(now, item.paper.id, live));
    editor.commands.setContent(test.store.current().document?.written ?? '');
    expect(editor.getHTML()).toBe(html);
  });
});

describe('comments', () => {
  it('stand at their passages, over paragraphs and formats, as one step', async () => {
    const { host, editor } = openDocument(
      heading(1, 'Frist'),
      paragraph('Der ', run('Antrag', 'bold'), ' ist zu stellen.'),
      paragraph('Bis Freitag.'),
    );
    const taken = await host.take('whole');
    const outcome = await host.comment?.(taken, [
      { passage: 'Der **Antrag** ist zu stellen.\n\nBis Freitag.', text: 'Wo?' },
      { passage: 'Freitag', text: 'Welcher\u0000?' },
      { passage: 'Frist', text: '  ' },
    ]);
    expect(outcome).toEqual({ status: 'done' });
    expect(commentsIn(editor.state.doc).map(({ passage, text }) => [passage, text])).toEqual([
      ['Der Antrag ist zu stellen. Bis Freitag.', 'Wo?'],
      ['Freitag', 'Welcher?'],
    ]);
    expect(written(editor)[1]).toEqual(paragraph('Der ', run('Antrag', 'bold'), ' ist zu stellen.'));
    expect(await host.perform('replace', { title: '', blocks: [paragraph('neu')] }, taken)).toEqual({
      status: 'done',
    });
    editor.commands.undo();
    editor.commands.undo();
    expect(commentsIn(editor.state.doc)).toEqual([]);
  });

  it('say where a passage is gone, and look only into what was selected', async () => {
    const { host, editor } = openDocument(paragraph('Frist eins'), paragraph('Frist zwei'));
    select(editor, 'Frist zwei');
    const taken = await host.take('selection');
    const remarks = [
      { passage: 'Frist', text: 'Wann?' },
      { passage: 'fehlt', text: 'Nie.' },
    ];
    expect(await host.comment?.(taken, remarks)).toEqual({ status: 'changed' });
    expect(commentsIn(editor.state.doc).map(({ from }) => from)).toEqual([13]);
    const other = openDocument(paragraph('Frist'));
    expect(await other.host.comment?.(taken, remarks)).toEqual({ status: 'changed' });
    expect(hostOf('mail-read').comment).toBeNull();
  });
});

describe('placing a result', () => {
  const result = { title: 'Zusammenfassung', blocks: [paragraph('Neu')] };

  it('goes above and below everything else', async () => {
    const { host, editor } = openDocument(heading(1, 'Titel'), list('eins'));
    await host.perform('insert-top', result, null);
    await host.perform('insert-end', result, null);
    expect(written(editor)).toEqual([paragraph('Neu'), heading(1, 'Titel'), list('eins'), paragraph('Neu')]);
  });

  it('fills an empty sheet', async () => {
    const { host, editor } = openDocument();
    await host.perform('insert-top', result, null);
    expect(written(editor)).toEqual([paragraph('Neu')]);
  });

  it('opens a document of its own, and loses nothing', async () => {
    const { host } = openDocument(paragraph('alt'));
    expect(await host.perform('new-document', result, null)).toEqual({ status: 'done' });
    expect(test.store.current()).toMatchObject({
      document: { title: 'Zusammenfassung', blocks: result.blocks },
      putAway: [{ kind: 'document', paper: { title: 'Brief' } }],
    });
  });
});

describe('the files of a mail', () => {
  const eml = readFileSync(new URL('../workspace/samples/marktanfrage.eml', import.meta.url));
  const mail = {
    ...exampleMail,
    attachments: [
      { name: 'Veranstaltungskonzept.docx', size: 10_000, kind: 'file' as const },
      { name: 'Standliste.csv', size: 106, kind: 'file' as const },
      { name: 'logo.png', size: 10, kind: 'inline' as const },
    ],
  };

  it('are listed, and read out of the file that was opened', async () => {
    test.openMail(mail, new File([new Uint8Array(eml)], 'marktanfrage.eml'));
    const { attachments } = hostOf('mail-read');
    expect(await attachments?.list()).toEqual(
      mail.attachments.map((one, id) => ({ id: String(id), ...one })),
    );
    const csv = await attachments?.read('1');
    expect(new TextDecoder().decode(csv)).toMatch(/^Stand;Betreiber;Strom in kW\r?\n1;/);
    expect([...((await attachments?.read('0')) ?? []).slice(0, 2)]).toEqual([0x50, 0x4b]);
  });

  it('are not read where there is nothing to read them from', async () => {
    test.openMail(mail);
    const { attachments } = hostOf('mail-read');
    await expect(attachments?.read('1')).rejects.toMatchObject({ code: 'unsupported' });
    test.openMail(mail, new File([new Uint8Array(eml)], 'marktanfrage.eml'));
    await expect(attachments?.read('2')).rejects.toMatchObject({ code: 'unsupported' });
    await expect(attachments?.read('9')).rejects.toMatchObject({ code: 'unsupported' });
  });

  it('are nobody’s where no mail is', async () => {
    await expect(hostOf('mail-read').attachments?.list()).rejects.toMatchObject({ code: 'nothing-open' });
    expect(hostOf('document').attachments).toBeNull();
  });
});

describe('the marks of texts made with AI', () => {
  it('are kept with the document', async () => {
    const provenance: Provenance = {
      tool: 'Amtsfeder 1',
      task: 'Umschreiben',
      model: 'm',
      provider: 'p',
      authority: '',
      at: '2026-11-20',
      reviewed: null,
    };
    const { provenances } = hostOf('document');
    await expect(provenances?.read()).rejects.toMatchObject({ code: 'nothing-open' });
    expect(await provenances?.write([provenance])).toEqual({ status: 'failed', why: 'nothing-open' });
    openDocument(paragraph('Text'));
    expect(await provenances?.read()).toEqual([]);
    expect(await provenances?.write([provenance])).toEqual({ status: 'done' });
    expect(await provenances?.read()).toEqual([provenance]);
    expect(test.store.current().document?.changed).toBe(true);
    expect(hostOf('mail-compose').provenances).toBeNull();
  });
});

describe('a passage', () => {
  it('reveals a text and leaves it selected', async () => {
    const { host, editor } = openDocument(paragraph('Am [[Bitte ergänzen: Datum]] wird beraten.'));
    expect(await host.reveal('[[Bitte ergänzen: Datum]]')).toBe(true);
    const { from, to } = editor.state.selection;
    expect(editor.state.doc.textBetween(from, to)).toBe('[[Bitte ergänzen: Datum]]');
    expect(await host.reveal('fehlt')).toBe(false);
  });

  it('is marked in a mail', async () => {
    const editor = test.openMail(exampleMail);
    expect(await hostOf('mail-read').reveal('muss ich den *Lageplan*  einreichen')).toBe(true);
    expect(editor.view.dom.querySelector('.kept-selection')?.textContent).toBe(
      'muss ich den Lageplan einreichen',
    );
  });
});
