import { describe, expect, it } from '@jest/globals';
import { mailSource } from '../../contract/source.ts';
import type { ActionName } from './host.ts';
import { MAX_FORM_BYTES } from './outlook-forms.ts';
import type { FakeMail } from './testing/fake-outlook.ts';
import { openReading } from './testing/open-outlook.ts';
import { paragraph } from './testing/write-blocks.ts';

const mail = { itemId: 'A', subject: 'Bauvoranfrage', html: '<p>Guten Tag</p>' };
const other = { itemId: 'B', subject: 'Rechnung', html: '<p>Anbei</p>' };
const result = { blocks: [paragraph('Vielen Dank.')], title: 'Vermerk' };

const long = { blocks: [paragraph('ü'.repeat(MAX_FORM_BYTES / 2))], title: '' };

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('reading a mail', () => {
  it('takes subject, people, date and HTML as the contract has them', async () => {
    const { host, outlook } = openReading();
    outlook.read({ ...mail, to: [['Bauamt', 'bauamt@kusel.example']], cc: [['', 'cc@example.org']] });
    const { source } = await host.take('whole');
    expect(source).toEqual({
      kind: 'mail',
      subject: 'Bauvoranfrage',
      from: { name: 'Eva Weber', email: 'weber@example.org' },
      to: [{ name: 'Bauamt', email: 'bauamt@kusel.example' }],
      cc: [{ name: '', email: 'cc@example.org' }],
      date: '2026-11-20T08:15:00.000Z',
      body: { type: 'html', content: '<p>Guten Tag</p>' },
      attachments: [],
    });
    expect(mailSource.safeParse(source).success).toBe(true);
    expect(await host.overview()).toEqual({
      id: 'A',
      title: 'Bauvoranfrage',
      words: null,
      selectedWords: 0,
      conversation: { by: 'item', id: 'A' },
    });
  });

  it('tells two mails of the same subject apart, also where they have no id of their own', async () => {
    const { host, outlook } = openReading();
    const idOf = async (open: Partial<FakeMail>) => {
      outlook.read({ ...mail, ...open });
      return (await host.overview()).id;
    };
    expect(await idOf({ itemId: 'B' })).not.toBe(await idOf({ itemId: 'A' }));
    const first = { itemId: '', date: new Date('2026-11-20T08:15:00Z') };
    const second = { itemId: '', date: new Date('2026-11-20T09:30:00Z') };
    expect(await idOf(second)).not.toBe(await idOf(first));
    expect(await idOf(first)).toBe(await idOf(first));
  });

  it('fits into the contract whatever its lengths', async () => {
    const { host, outlook } = openReading();
    const crowd = Array.from({ length: 900 }, (): [string, string] => ['n'.repeat(2000), 'e']);
    outlook.read({ ...mail, subject: 's'.repeat(5000), to: crowd, cc: crowd, date: new Date(Number.NaN) });
    const { source } = await host.take('whole');
    expect(mailSource.safeParse(source).success).toBe(true);
    expect(source).toMatchObject({ date: null });
  });

  it('reads text where there is no HTML', async () => {
    const { host, outlook } = openReading();
    outlook.faults.failing.set('body.getAsync html', { code: 5001, name: 'Internal Error' });
    outlook.read({ ...mail, text: 'Guten Tag' });
    expect((await host.take('whole')).source).toMatchObject({ body: { type: 'text', content: 'Guten Tag' } });
  });

  it('says that a mail is too long', async () => {
    const { host, outlook } = openReading();
    outlook.read({ ...mail, html: 'x'.repeat(3_000_001) });
    await expect(host.take('whole')).rejects.toMatchObject({ code: 'too-long' });
  });

  it('gives up where Outlook drops the callback', async () => {
    const { host, outlook } = openReading();
    outlook.faults.dropped.add('body.getAsync html');
    outlook.read(mail);
    await expect(host.take('whole')).rejects.toMatchObject({ code: 'timeout' });
  });

  it('never mixes two mails when another one is opened meanwhile', async () => {
    const { host, outlook } = openReading();
    outlook.read(mail);
    const taking = host.take('whole');
    outlook.read(other);
    expect((await taking).source).toMatchObject({ subject: 'Rechnung', body: { content: '<p>Anbei</p>' } });
  });

  it('says that nothing is open, in a pinned pane or beside an appointment', async () => {
    const { host, outlook } = openReading();
    await expect(host.overview()).rejects.toMatchObject({ code: 'nothing-open' });
    await expect(host.take('whole')).rejects.toMatchObject({ code: 'nothing-open' });
    outlook.read({ ...mail, itemType: 'appointment' });
    await expect(host.take('whole')).rejects.toMatchObject({ code: 'nothing-open' });
    expect(await host.perform('reply', result, null)).toEqual({ status: 'failed', why: 'nothing-open' });
  });

  it('has no selection', async () => {
    const { host, outlook } = openReading();
    outlook.read(mail);
    await expect(host.take('selection')).rejects.toMatchObject({ code: 'unsupported' });
    expect(await host.reveal('Guten Tag')).toBe(false);
  });
});

describe('answering', () => {
  it.each<[ActionName, string, string]>([
    ['reply', '1.9', 'displayReplyFormAsync'],
    ['reply-all', '1.9', 'displayReplyAllFormAsync'],
    ['reply', '1.5', 'displayReplyForm'],
    ['reply-all', '1.5', 'displayReplyAllForm'],
  ])('opens a draft by %s with Mailbox %s', async (action, version, call) => {
    const { host, outlook } = openReading(version);
    outlook.read(mail);
    const taken = await host.take('whole');
    expect(await host.perform(action, result, taken)).toEqual({ status: 'done' });
    expect(outlook.opened).toMatchObject([{ call, itemId: 'A' }]);
    expect(outlook.opened[0]?.data.htmlBody).toContain('Vielen Dank.');
  });

  it('does not put an answer to one mail under another', async () => {
    const { host, outlook } = openReading();
    outlook.read(mail);
    const taken = await host.take('whole');
    outlook.read(other);
    expect(await host.perform('reply', result, taken)).toEqual({ status: 'changed' });
    expect(outlook.opened).toEqual([]);
  });

  it.each<[ActionName, string]>([
    ['reply', '1.9'],
    ['reply-all', '1.9'],
    ['reply', '1.5'],
    ['reply-all', '1.5'],
  ])('passes nothing but the text by %s with Mailbox %s', async (action, version) => {
    const { host, outlook } = openReading(version);
    outlook.read(mail);
    await host.perform(action, { ...result, title: 'Anderer Betreff' }, null);
    await host.perform(action, { ...long, title: 'Anderer Betreff' }, null);
    expect(outlook.opened.map(({ data }) => Object.keys(data))).toEqual([['htmlBody'], ['htmlBody']]);
  });

  it.each<[ActionName, string, string]>([
    ['reply', '1.9', 'displayReplyFormAsync'],
    ['reply-all', '1.9', 'displayReplyAllFormAsync'],
    ['reply', '1.6', 'displayReplyForm'],
    ['reply-all', '1.6', 'displayReplyAllForm'],
    ['mail-to-self', '1.9', 'displayNewMessageFormAsync'],
    ['mail-to-self', '1.6', 'displayNewMessageForm'],
  ])('copies what is too long and opens an empty form: %s with Mailbox %s', async (action, version, call) => {
    const { host, outlook, clipboard } = openReading(version);
    outlook.read(mail);
    expect(await host.perform(action, long, null)).toEqual({ status: 'opened-and-copied' });
    expect(clipboard.copies).toEqual([long.blocks]);
    expect(outlook.opened).toMatchObject([{ call, data: { htmlBody: '' } }]);
  });

  it('opens nothing where a text that is too long can not be copied', async () => {
    const { host, outlook, clipboard } = openReading();
    outlook.read(mail);
    clipboard.allowed = false;
    expect(await host.perform('reply', long, null)).toEqual({ status: 'failed', why: 'too-long' });
    expect(outlook.opened).toEqual([]);
  });

  it('says that the text is on the clipboard where the empty form does not open', async () => {
    const { host, outlook } = openReading();
    outlook.read(mail);
    outlook.faults.dropped.add('displayReplyFormAsync');
    expect(await host.perform('reply', long, null)).toEqual({ status: 'copied-instead', why: 'too-long' });
  });

  it('says the font once where that makes the text short enough', async () => {
    const { host, outlook, clipboard } = openReading();
    outlook.read(mail);
    const many = { blocks: Array.from({ length: 400 }, (_, at) => paragraph(`Absatz ${at}`)), title: '' };
    expect(await host.perform('reply', many, null)).toEqual({ status: 'done' });
    const html = outlook.opened[0]?.data.htmlBody ?? '';
    expect(html).toContain('Absatz 399');
    expect(html.match(/Calibri/g)).toHaveLength(1);
    expect(clipboard.copies).toEqual([]);
  });

  it('cannot tell what happened where Outlook drops the callback', async () => {
    const { host, outlook } = openReading();
    outlook.read(mail);
    outlook.faults.dropped.add('displayReplyFormAsync');
    expect(await host.perform('reply', result, null)).toEqual({ status: 'unconfirmed' });
  });

  it('says that Outlook refused', async () => {
    const { host, outlook } = openReading();
    outlook.read(mail);
    outlook.faults.failing.set('displayReplyFormAsync', { code: 9020, name: 'GenericResponseError' });
    expect(await host.perform('reply', result, null)).toEqual({ status: 'failed', why: 'host-error' });
  });
});

describe('other actions', () => {
  it.each([
    ['1.9', 'displayNewMessageFormAsync'],
    ['1.6', 'displayNewMessageForm'],
  ])('opens a mail to oneself with Mailbox %s', async (version, call) => {
    const { host, outlook } = openReading(version);
    outlook.read(mail);
    expect(await host.perform('mail-to-self', { ...result, title: 't'.repeat(400) }, null)).toEqual({
      status: 'done',
    });
    expect(outlook.opened).toMatchObject([
      { call, data: { toRecipients: ['klein@kusel.example'], subject: 't'.repeat(255) } },
    ]);
  });

  it('does not offer a mail to oneself before Mailbox 1.6', async () => {
    const { host, outlook } = openReading('1.5');
    outlook.read(mail);
    expect(host.actions.has('mail-to-self')).toBe(false);
    expect(await host.perform('mail-to-self', result, null)).toEqual({
      status: 'failed',
      why: 'unsupported',
    });
  });

  it.each<ActionName>(['insert', 'replace', 'insert-section', 'save-docx'])(
    'does not know %s',
    async (action) => {
      const { host, outlook } = openReading();
      outlook.read(mail);
      expect(await host.perform(action, result, null)).toEqual({ status: 'failed', why: 'unsupported' });
    },
  );

  it('copies', async () => {
    const { host, clipboard } = openReading();
    expect(await host.perform('copy', result, null)).toEqual({ status: 'done' });
    clipboard.allowed = false;
    expect(await host.perform('copy', result, null)).toEqual({ status: 'failed', why: 'clipboard-refused' });
  });
});

describe('changes', () => {
  it('tells every listener of another mail and stops with the last', async () => {
    const { host, outlook } = openReading();
    const heard: string[] = [];
    const first = host.onChange((what) => heard.push(`1 ${what}`));
    const second = host.onChange((what) => heard.push(`2 ${what}`));
    await pause();
    outlook.read(mail);
    first();
    outlook.close();
    second();
    await pause();
    outlook.read(other);
    expect(heard).toEqual(['1 item', '2 item', '2 item']);
  });

  it.each(['1.14', '1.5'])('follows the theme with Mailbox %s', async (version) => {
    const { host, outlook, theme } = openReading(version);
    const heard: string[] = [];
    const stop = host.onThemeChange((now) => heard.push(now));
    await pause();
    theme.background = '#0A0A0A';
    outlook.handlers.get('officeThemeChanged')?.();
    theme.force(true);
    stop();
    await pause();
    expect(heard).toEqual(version === '1.14' ? ['dark', 'contrast'] : ['contrast']);
    expect(outlook.handlers.size).toBe(0);
  });

  it('knows the person', () => {
    expect(openReading().host.person()).toEqual({ name: 'Petra Klein', email: 'klein@kusel.example' });
  });
});
