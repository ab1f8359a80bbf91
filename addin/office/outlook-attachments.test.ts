import { TextDecoder, TextEncoder } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { MAX_FILE_BYTES } from '../../contract/limits.ts';
import type { FakeAttachment } from './testing/fake-attachments.ts';
import { openReading, openWriting } from './testing/open-outlook.ts';

// jsdom has neither.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const mail = { itemId: 'A', subject: 'Antrag', html: '<p>Anbei</p>' };
const pdf: FakeAttachment = { id: '1', name: 'Antrag.pdf', content: btoa('%PDF ü') };

function openMail(...attachments: FakeAttachment[]) {
  const { host, outlook } = openReading();
  outlook.read({ ...mail, attachments });
  if (host.attachments === null) throw new Error('no attachments');
  return { files: host.attachments, outlook };
}

describe('the files of a mail', () => {
  it('are told by what can be done with them', async () => {
    const { files } = openMail(
      pdf,
      { id: '2', name: 'Logo.PNG', content: '', isInline: true },
      { id: '3', name: 'Plan.pdf', content: '', isInline: true },
      { id: '4', name: 'Liste', content: '', attachmentType: 'cloud' },
      { id: '5', name: 'AW: Antrag', content: '', attachmentType: 'item' },
    );
    expect((await files.list()).map(({ id, kind }) => [id, kind])).toEqual([
      ['1', 'file'],
      ['2', 'inline'],
      ['3', 'file'],
      ['4', 'link'],
      ['5', 'item'],
    ]);
    expect((await files.list())[0]).toEqual({ id: '1', name: 'Antrag.pdf', size: 12 - 4, kind: 'file' });
  });

  it('are read as bytes, a mail among them as its text', async () => {
    const { files } = openMail(pdf, {
      id: '2',
      name: 'AW',
      attachmentType: 'item',
      format: 'eml',
      content: 'Subject: ü',
    });
    expect(await files.read('1')).toEqual(Uint8Array.from(atob(pdf.content), (sign) => sign.charCodeAt(0)));
    expect(new TextDecoder().decode(await files.read('2'))).toBe('Subject: ü');
  });

  it('are asked for three at a time', async () => {
    const many = Array.from({ length: 10 }, (_, at) => ({ ...pdf, id: String(at) }));
    const { files, outlook } = openMail(...many);
    const read = await Promise.all(many.map(({ id }) => files.read(id)));
    expect(read).toHaveLength(10);
    expect(outlook.attachments?.most).toBe(3);
  });

  it.each([
    ['a link', { attachmentType: 'cloud', format: 'url', content: 'https://a.example' }, 'unsupported'],
    ['a link that says it is a file', { format: 'url', content: 'https://a.example' }, 'unsupported'],
    ['a large file', { size: MAX_FILE_BYTES + 1 }, 'too-long'],
    ['what is no Base64', { content: 'ä' }, 'host-error'],
  ])('are not read where there is %s', async (_name, change, code) => {
    const { files } = openMail({ ...pdf, ...change });
    await expect(files.read('1')).rejects.toMatchObject({ code });
  });

  it('are not read from another mail than they were listed for', async () => {
    const { files, outlook } = openMail(pdf);
    await files.list();
    outlook.read({ ...mail, itemId: 'B' });
    await expect(files.read('1')).rejects.toMatchObject({ code: 'nothing-open' });
  });

  it('gives up where Outlook drops the callback, and the next one has its turn', async () => {
    const { files, outlook } = openMail(pdf);
    outlook.faults.dropped.add('getAttachmentContentAsync');
    const stuck = [1, 2, 3, 4].map(() => files.read('1'));
    for (const one of stuck) await expect(one).rejects.toMatchObject({ code: 'timeout' });
    outlook.faults.dropped.clear();
    expect(await files.read('1')).toHaveLength(6);
  });

  it('can not be read before Mailbox 1.8', () => {
    expect(openReading('1.7').host.attachments).toBeNull();
    expect(openWriting('html', '', '', { version: '1.7' }).host.attachments).toBeNull();
    expect(openReading('1.8').host.attachments).not.toBeNull();
  });
});

describe('the files of a draft', () => {
  it('are asked for', async () => {
    const { host, draft } = openWriting('html', '');
    draft.attachments = [pdf];
    expect(await host.attachments?.list()).toMatchObject([{ id: '1', kind: 'file' }]);
    expect(await host.attachments?.read('1')).toHaveLength(6);
  });

  it('gives up where Outlook drops the callback', async () => {
    const { host, outlook } = openWriting('html', '');
    outlook.faults.dropped.add('getAttachmentsAsync');
    await expect(host.attachments?.list()).rejects.toMatchObject({ code: 'timeout' });
  });
});
