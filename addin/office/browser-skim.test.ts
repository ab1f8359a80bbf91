import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { layDocument } from '../workspace/desk.ts';
import { paragraph } from '../workspace/testing/blocks.ts';
import { deskWithEditors, exampleMail, type TestDesk } from '../workspace/testing/desk-with-editors.ts';
import { browserHost, type BrowserServices } from './browser.ts';

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
});
afterEach(() => {
  test.close();
});

describe('judging what is open', () => {
  it('reads it without holding a place, with what stands in the margins of the file', async () => {
    const blocks = [paragraph('Lagebild')];
    test.store.change((now, live) =>
      layDocument(now, { title: 'Brief', blocks, margins: 'VS-NfD', notices: [], changed: false }, live),
    );
    const editor = test.show('document', blocks);
    const host = browserHost('document', test.store, services);
    const before = editor.state;
    expect(await host.skim('whole')).toEqual({
      kind: 'document',
      title: 'Brief',
      part: 'whole',
      text: 'Lagebild',
      margins: 'VS-NfD',
    });
    expect(editor.state).toBe(before);
    expect((await host.take('whole')).source).toMatchObject({ margins: 'VS-NfD' });
  });

  it('reads a mail, which has no margins', async () => {
    test.openMail(exampleMail);
    const source = await browserHost('mail-read', test.store, services).skim('whole');
    expect(source).toMatchObject({ kind: 'mail', subject: 'Re: Bauvoranfrage' });
    expect(source).not.toHaveProperty('margins');
  });
});
