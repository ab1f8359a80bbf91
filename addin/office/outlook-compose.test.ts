import { describe, expect, it } from '@jest/globals';
import type { ActionName } from './host.ts';
import { openWriting } from './testing/open-outlook.ts';
import { list, paragraph, run } from './testing/write-blocks.ts';

const result = { blocks: [paragraph('Vielen ', run('Dank', 'bold'))], title: '' };

describe('reading a draft', () => {
  it('takes the selection as Markdown', async () => {
    const { host, draft } = openWriting('html', '<p>Vorher</p>', 'Anfrage');
    draft.selected = '<p>Sehr geehrte <b>Frau Weber</b></p><ul><li>eins</li></ul>';
    const { source } = await host.take('selection');
    expect(source).toMatchObject({ kind: 'document', title: 'Anfrage', part: 'selection' });
    expect(source.kind === 'document' && source.text).toMatch(
      /Sehr geehrte \*\*Frau Weber\*\*\n\n[-*] +eins/,
    );
    expect(await host.overview()).toEqual({
      id: 'Anfrage',
      title: 'Anfrage',
      words: null,
      selectedWords: 4,
    });
  });

  it('is known by its conversation, whatever becomes of its subject', async () => {
    const { host, draft } = openWriting('html', '', 'AW: Anfrage');
    draft.conversationId = 'C1';
    expect(await host.overview()).toMatchObject({ id: 'C1', title: 'AW: Anfrage' });
  });

  it('takes the whole draft, of a plain text mail as it is', async () => {
    const html = openWriting('html', '<p>Eins</p><p>Zwei</p>');
    expect((await html.host.take('whole')).source).toMatchObject({
      text: expect.stringMatching(/Eins\n\nZwei/),
    });
    const text = openWriting('text', 'Eins\r\n<b>Zwei');
    expect((await text.host.take('whole')).source).toMatchObject({ text: 'Eins\n<b>Zwei' });
  });

  it('says that nothing is selected, also where the selection is in the subject', async () => {
    const { host, draft } = openWriting('html', '<p>Text</p>');
    await expect(host.take('selection')).rejects.toMatchObject({ code: 'nothing-selected' });
    draft.selected = 'Anfrage';
    draft.sourceProperty = 'subject';
    await expect(host.take('selection')).rejects.toMatchObject({ code: 'nothing-selected' });
  });

  it('gives up where Outlook drops the callback', async () => {
    const { host, outlook } = openWriting('html', '<p>Text</p>');
    outlook.faults.dropped.add('getSelectedDataAsync');
    await expect(host.take('selection')).rejects.toMatchObject({ code: 'timeout' });
    outlook.faults.dropped.add('subject.getAsync');
    await expect(host.overview()).rejects.toMatchObject({ code: 'timeout' });
  });

  it('says that no draft is open', async () => {
    const { host, outlook } = openWriting('html', '');
    outlook.item = null;
    await expect(host.take('whole')).rejects.toMatchObject({ code: 'nothing-open' });
  });
});

describe('inserting', () => {
  it('writes HTML into an HTML mail', async () => {
    const { host, draft } = openWriting('html', '<p>Vorher</p>');
    expect(await host.perform('insert', result, null)).toEqual({ status: 'done' });
    expect(draft.content).toMatch(/^<p>Vorher<\/p><p [^>]*>Vielen <strong>Dank<\/strong><\/p>$/);
  });

  it('writes plain text into a plain text mail', async () => {
    const { host, draft } = openWriting('text', 'Vorher\n');
    await host.perform('insert', { blocks: [...result.blocks, list(true, ['eins'])], title: '' }, null);
    expect(draft.content).toBe('Vorher\nVielen Dank\n\n1. eins');
  });

  it.each(['html', 'text'] as const)('keeps what is selected in a mail of %s', async (type) => {
    const { host, draft } = openWriting(type, '');
    draft.selected = 'mein Text';
    await host.perform('insert', result, null);
    expect(draft.content.startsWith('mein Text')).toBe(true);
    expect(draft.content).toMatch(/Dank/);
  });

  it('copies what Outlook would not take', async () => {
    const { host, clipboard, draft } = openWriting('text', '');
    const long = { blocks: [paragraph('x'.repeat(1_000_001))], title: '' };
    expect(await host.perform('insert', long, null)).toEqual({ status: 'copied-instead', why: 'too-long' });
    expect(clipboard.copies).toHaveLength(1);
    expect(draft.content).toBe('');
  });

  it.each([
    [{ code: 5002, name: 'Permission Denied' }, 'read-only'],
    [{ code: 1, name: 'DataExceedsMaximumSize' }, 'too-long'],
    [{ code: 5001, name: 'Internal Error' }, 'host-error'],
  ])('tells by its code why it failed: %j', async (error, why) => {
    const { host, outlook } = openWriting('html', '');
    outlook.faults.failing.set('setSelectedDataAsync', error);
    expect(await host.perform('insert', result, null)).toEqual({ status: 'failed', why });
  });

  it('cannot tell what happened where Outlook drops the callback', async () => {
    const { host, outlook } = openWriting('html', '');
    outlook.faults.dropped.add('setSelectedDataAsync');
    expect(await host.perform('insert', result, null)).toEqual({ status: 'unconfirmed' });
  });
});

describe('replacing', () => {
  it('takes the place of the selection', async () => {
    const { host, draft } = openWriting('html', '<p>a</p>');
    draft.selected = '<p>alt</p>';
    draft.after = '<p>b</p>';
    const taken = await host.take('selection');
    expect(await host.perform('replace', result, taken)).toEqual({ status: 'done' });
    expect(draft.content).toMatch(/^<p>a<\/p><p [^>]*>Vielen <strong>Dank<\/strong><\/p><p>b<\/p>$/);
  });

  it('writes nothing where something else is selected now', async () => {
    const { host, draft } = openWriting('html', '');
    draft.selected = '<p>alt</p>';
    const taken = await host.take('selection');
    draft.selected = '<p>anderes</p>';
    expect(await host.perform('replace', result, taken)).toEqual({ status: 'changed' });
    expect(await host.perform('replace', result, null)).toEqual({ status: 'changed' });
    expect(draft.content).toBe('<p>anderes</p>');
  });

  it('never overwrites a whole draft with its quoted mails', async () => {
    const { host, draft, clipboard } = openWriting('html', '<p>Antwort</p><hr><p>Von: Weber</p>');
    const taken = await host.take('whole');
    expect(await host.perform('replace', result, taken)).toEqual({
      status: 'copied-instead',
      why: 'unsupported',
    });
    expect(clipboard.copies).toHaveLength(1);
    expect(draft.content).toBe('<p>Antwort</p><hr><p>Von: Weber</p>');
  });
});

it.each<ActionName>(['reply', 'reply-all', 'mail-to-self', 'insert-section', 'save-docx'])(
  'does not know %s',
  async (action) => {
    const { host } = openWriting('html', '');
    expect(host.actions.has(action)).toBe(false);
    expect(await host.perform(action, result, null)).toEqual({ status: 'failed', why: 'unsupported' });
  },
);

it('looks at the selection again when the pane gets the focus', async () => {
  const { host, pane } = openWriting('html', '');
  const heard: string[] = [];
  const stop = host.onChange((what) => heard.push(what));
  pane.dispatchEvent(new Event('focus'));
  pane.dispatchEvent(new Event('focus'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  stop();
  pane.dispatchEvent(new Event('focus'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(heard).toEqual(['selection']);
});
