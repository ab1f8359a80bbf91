import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import type { ErrorCode } from '../../contract/errors.ts';
import type { ConversationMail } from '../../contract/source.ts';
import type { DeskTaskName } from '../../contract/tasks/index.ts';
import type { Overview, Surface } from '../office/host.ts';
import { clerk } from './sign-in/testing/fake-session.ts';
import { button, openPane, settle } from './testing/open-pane.tsx';

/** The whole conversation of a mail as its background. */

afterEach(cleanup);

const of = { by: 'conversation' as const, id: 'AAQk' };
const mails: ConversationMail[] = [
  { from: { name: 'Eva Weber', email: 'weber@example.org' }, date: null, text: 'Wann entscheiden Sie?' },
  { from: { name: 'Bauamt', email: '' }, date: null, text: 'Der Lageplan fehlt noch.' },
];
const whole = { messages: mails, complete: true };

const box = () => screen.findByRole<HTMLInputElement>('checkbox', { name: 'Ganze Unterhaltung einbeziehen' });
const note = () => screen.getByText(/Postfach|Hintergrund|E-Mail wurde/).textContent;

function open(
  overview: Partial<Overview> = { conversation: of },
  surface: Surface = 'mail-read',
  task: DeskTaskName = 'reply',
  mailbox = true,
) {
  return openPane(surface, task, overview, {}, { ...clerk, mailbox });
}

/** The pane with a conversation that has been asked for. */
async function asking(overview?: Partial<Overview>, surface?: Surface, task?: DeskTaskName) {
  const opened = await open(overview, surface, task);
  await opened.user.click(await box());
  const conversing = opened.conversations.at(-1);
  if (conversing === undefined) throw new Error('no conversation was asked for');
  return { ...opened, conversing };
}

describe('the whole conversation', () => {
  it('is loaded when the person wants it, and says how many mails came', async () => {
    const { conversing, conversations } = await asking();
    expect(conversing.of).toEqual(of);
    expect(note()).toBe('Wird aus Ihrem Postfach geladen …');
    act(() => conversing.come(whole));
    await settle();
    expect(note()).toBe('2 Nachrichten als Hintergrund.');
    expect((await box()).checked).toBe(true);
    expect(conversations).toHaveLength(1);
  });

  it.each([
    [{ messages: mails.slice(0, 1), complete: true }, '1 Nachricht als Hintergrund.'],
    [{ messages: mails, complete: false }, '2 Nachrichten als Hintergrund; weitere passen nicht hinein.'],
  ])('says what came: %#', async (answer, words) => {
    const { conversing } = await asking();
    act(() => conversing.come(answer));
    await settle();
    expect(note()).toBe(words);
  });

  it('goes along with the mail, and not once it is left out again', async () => {
    const { user, conversing, last } = await asking();
    act(() => conversing.come(whole));
    await settle();
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call.input.source).toMatchObject({ kind: 'mail', conversation: mails });
    act(() => last().done('Fertig'));
    await settle();
    expect(screen.getByText(/Ganze E-Mail.* mit Unterhaltung/)).toBeTruthy();

    await user.click(button('Auftrag bearbeiten'));
    await user.click(await box());
    await user.click(button('Neuen Entwurf erstellen'));
    await settle();
    expect(last().call.input.source).not.toHaveProperty('conversation');
  });

  it('is background of a reply draft too', async () => {
    const { user, conversing, last } = await asking({ conversation: of }, 'mail-compose');
    act(() => conversing.come(whole));
    await settle();
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call.input.source).toMatchObject({ kind: 'document', conversation: mails });
  });

  it('is part of what the data class is found by', async () => {
    const { conversing, judged } = await asking();
    act(() => conversing.come(whole));
    await waitFor(() => expect(judged.at(-1)).toMatchObject({ conversation: mails }), { timeout: 3_000 });
  });

  it('holds an answer back while it is being loaded', async () => {
    const { user, calls, conversing } = await asking();
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(calls).toEqual([]);
    act(() => conversing.come(whole));
    await settle();
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(calls).toHaveLength(1);
  });

  it('can be broken off, and an answer that comes later stays out', async () => {
    const { user, conversing, last } = await asking();
    await user.click(await box());
    expect(conversing.signal.aborted).toBe(true);
    act(() => conversing.come(whole));
    await settle();
    expect((await box()).checked).toBe(false);
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call.input.source).not.toHaveProperty('conversation');
  });

  it.each<[ErrorCode, RegExp]>([
    ['mailbox_not_connected', /mit Ihrem Postfach nicht verbunden/],
    ['mailbox_refused', /darf Ihr Postfach nicht lesen/],
    ['mailbox_unavailable', /Postfach ist gerade nicht erreichbar/],
    ['mail_missing', /in Ihrem Postfach nicht gefunden/],
  ])('that fails with %s says so, and the work goes on with the open mail', async (code, words) => {
    const { user, conversing, conversations, last } = await asking();
    act(() => conversing.fail(code));
    await settle();
    expect(note()).toMatch(words);
    expect(screen.queryByRole('alert')).toBeNull();
    expect((await box()).checked).toBe(false);
    await user.click(button('Entwurf erstellen'));
    await settle();
    expect(last().call.input.source).not.toHaveProperty('conversation');
    act(() => last().done('Fertig'));
    await settle();

    await user.click(button('Auftrag bearbeiten'));
    await user.click(await box());
    expect(conversations).toHaveLength(2);
  });

  it('without a mail says that the mail lies elsewhere', async () => {
    const { conversing } = await asking();
    act(() => conversing.come({ messages: [], complete: true }));
    await settle();
    expect(note()).toMatch(/in Ihrem Postfach nicht gefunden/);
  });

  it('belongs to its mail: another one has a choice of its own', async () => {
    const { conversing, change } = await asking();
    act(() => conversing.come(whole));
    await settle();
    act(() => change('item', { title: 'Rechnung', conversation: { by: 'item', id: 'AAMk' } }));
    await settle();
    expect((await box()).checked).toBe(false);
    act(() => change('item', { conversation: of }));
    await settle();
    expect((await box()).checked).toBe(true);
  });
});

describe('it is not offered', () => {
  it.each<[string, Parameters<typeof open>]>([
    ['where the mailbox cannot be asked', [{ conversation: of }, 'mail-read', 'reply', false]],
    ['where the mail has none', [{}]],
    [
      'for a text that is only said differently',
      [{ conversation: of, selectedWords: 3 }, 'mail-compose', 'rewrite'],
    ],
  ])('%s', async (_where, how) => {
    const { calls } = await open(...how);
    await settle();
    expect(screen.queryByRole('checkbox', { name: /Unterhaltung/ })).toBeNull();
    expect(calls).toEqual([]);
  });

  it('to somebody who is not signed in', async () => {
    await openPane('mail-read', 'reply', { conversation: of });
    await settle();
    expect(screen.queryByRole('checkbox', { name: /Unterhaltung/ })).toBeNull();
  });

  it('for work without a text, and comes along with none', async () => {
    const { user, conversing, last } = await asking({ conversation: of }, 'mail-read', 'instruct');
    act(() => conversing.come(whole));
    await settle();
    await user.click(button('Gelesenen Text ändern'));
    await user.click(await screen.findByRole('menuitemradio', { name: /Ohne Text/ }));
    expect(screen.queryByRole('checkbox', { name: /Unterhaltung/ })).toBeNull();
    await user.type(screen.getAllByRole('textbox')[0] as HTMLElement, 'Grüße schreiben');
    await user.click(button('Ausführen'));
    await settle();
    expect(last().call.input.source).toEqual({ kind: 'nothing' });
  });
});
