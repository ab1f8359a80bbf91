import { describe, expect, it } from '@jest/globals';
import { conversationRequest } from '../../contract/conversation.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { openReading, openWriting } from './testing/open-outlook.ts';

/** Which conversation of the mailbox a mail or draft belongs to. */

const mail = { itemId: 'AAMk/1+2=', subject: 'Bauvoranfrage', html: '<p>Guten Tag</p>' };

async function ofMail(more: { conversationId?: string; itemId?: string }, version?: string) {
  const { host, outlook } = openReading(version);
  outlook.read({ ...mail, ...more });
  return (await host.overview()).conversation;
}

describe('the conversation of a received mail', () => {
  it('is told by the id of the mail, else by its own, in a form that the backend takes', async () => {
    const own = await ofMail({ itemId: '', conversationId: 'AAQkAD/x+y=' });
    expect(own).toEqual({ by: 'conversation', id: 'AAQkAD/x+y=' });
    const byMail = await ofMail({ conversationId: 'AAQkAD/x+y=' });
    expect(byMail).toEqual({ by: 'item', id: 'AAMk/1+2=' });
    for (const told of [own, byMail]) {
      const request = { version: CONTRACT_VERSION, of: told };
      expect(conversationRequest.safeParse(request).success).toBe(true);
    }
  });

  it('goes with the mail under a pinned pane', async () => {
    const { host, outlook } = openReading();
    outlook.read(mail);
    outlook.read({ ...mail, itemId: 'B' });
    expect((await host.overview()).conversation).toEqual({ by: 'item', id: 'B' });
  });

  it.each([
    ['a mail that was opened from a file', { itemId: '' }],
    ['an id that is none of Exchange', { itemId: 'C 1' }],
    ['an id without end', { itemId: 'A'.repeat(1_001) }],
  ])('is not told of %s', async (_what, more) => {
    expect(await ofMail(more)).toBeUndefined();
  });

  it('is not told where the mailbox lies elsewhere, or Outlook cannot say where', async () => {
    const { host, outlook } = openReading();
    outlook.read({ ...mail, conversationId: 'AAQk' });
    for (const elsewhere of ['enterprise', 'outlookCom', 'gmail', '']) {
      outlook.accountType = elsewhere;
      expect((await host.overview()).conversation).toBeUndefined();
    }
    expect(await ofMail({ conversationId: 'AAQk' }, '1.5')).toBeUndefined();
    expect(await ofMail({ conversationId: 'AAQk' }, '1.6')).toBeDefined();
  });
});

describe('the conversation of a draft', () => {
  it('is that of the mail it answers; a new mail has none', async () => {
    const { host, draft } = openWriting('html', '<p>Text</p>', 'AW: Anfrage');
    expect((await host.overview()).conversation).toBeUndefined();
    draft.conversationId = 'AAQk';
    expect((await host.overview()).conversation).toEqual({ by: 'conversation', id: 'AAQk' });
  });

  it('is not told where the mailbox lies elsewhere', async () => {
    const { host, draft, outlook } = openWriting('html', '<p>Text</p>');
    draft.conversationId = 'AAQk';
    outlook.accountType = 'enterprise';
    expect((await host.overview()).conversation).toBeUndefined();
  });
});
