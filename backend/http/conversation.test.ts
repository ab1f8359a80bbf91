import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { conversation, type ConversationOf } from '../../contract/conversation.ts';
import { problem } from '../../contract/errors.ts';
import { me } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { createGraph } from '../identity/graph.ts';
import { createMailboxes } from '../identity/mailboxes.ts';
import { json, startMicrosoft, type TestMicrosoft } from '../identity/testing/microsoft.ts';
import {
  startApi,
  startEntra,
  startKeycloak,
  type TestApi,
  type TestIssuer,
  TENANT,
  verbundOf,
} from '../identity/testing/world.ts';
import type { EntraIssuer, Verbund } from '../identity/verbund.ts';
import { conversationRoutes } from './conversation.ts';

const SECRET = 'Geheim~4711';
const CANARY = 'Zyklamenweg-4711';
const AUTHORITY = 'https://login.microsoftonline.com';

let entra: Awaited<ReturnType<typeof startEntra>>;
let keycloak: TestIssuer;
let microsoft: TestMicrosoft;
let api: TestApi;

beforeAll(async () => {
  [entra, keycloak] = await Promise.all([startEntra(), startKeycloak()]);
});

beforeEach(async () => {
  microsoft = await startMicrosoft();
  microsoft.onToken = json({
    token_type: 'Bearer',
    access_token: 'graph-token',
    expires_in: 3600,
    scope: 'Mail.Read',
  });
  api = await startWith({ kind: 'secret', file: '/secret' });
});

afterEach(async () => {
  await Promise.all([api.close(), microsoft.close()]);
});

afterAll(() => Promise.all([entra.server.stop(), keycloak.server.stop()]));

function startWith(credential: EntraIssuer['credential']): Promise<TestApi> {
  const verbund = verbundOf({ authority: AUTHORITY }, keycloak);
  const connected: Verbund = {
    ...verbund,
    signIn:
      verbund.signIn.kind === 'demo'
        ? verbund.signIn
        : {
            kind: 'issuers',
            issuers: verbund.signIn.issuers.map((issuer) =>
              issuer.kind === 'entra' ? { ...issuer, credential } : issuer,
            ) as [EntraIssuer],
          },
  };
  const mailboxes = createMailboxes(
    createGraph(connected, { fetch: microsoft.fetch, readFile: () => SECRET }),
  );
  return startApi(connected, {
    mailboxes,
    // The keys of Entra ID are those of the issuer on this machine.
    fetch: (url, init) => fetch(url.replace(AUTHORITY, entra.authority), init),
    more: (identity) => conversationRoutes(identity, mailboxes),
  });
}

const personToken = (more: object = {}) => entra.token({ iss: `${AUTHORITY}/${TENANT}/v2.0`, ...more });

async function ask(of: unknown, token?: string, version = CONTRACT_VERSION) {
  return fetch(`${api.url}/conversation`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token ?? (await personToken())}`,
    },
    body: JSON.stringify({ version, of }),
  });
}

async function problemOf(response: Response): Promise<[number, string]> {
  const told = await response.text();
  for (const canary of [CANARY, SECRET, 'graph-token', 'AAQk']) {
    expect(told).not.toContain(canary);
    expect(api.logged()).not.toContain(canary);
  }
  return [response.status, problem.parse(JSON.parse(told)).code];
}

const threadId: ConversationOf = { by: 'conversation', id: 'AAQkAD+b/c=' };
const mail = (day: number, more: object = {}) => ({
  subject: `${CANARY} ${day}`,
  from: { emailAddress: { name: 'Erika', address: 'e@bund.example' } },
  toRecipients: [{ emailAddress: { name: 'Amt', address: 'amt@kreis.example' } }],
  ccRecipients: [],
  sentDateTime: `2026-11-${String(day).padStart(2, '0')}T08:00:00Z`,
  body: { contentType: 'html', content: `<p>Tag ${day}</p>` },
  isDraft: false,
  ...more,
});
const page = (value: unknown[], link?: string) =>
  json({ value, ...(link === undefined ? {} : { '@odata.nextLink': link }) });

describe('POST /api/conversation', () => {
  it('answers all mails of the conversation, the oldest first, without drafts', async () => {
    const quoting =
      '<p>Tag 9</p><div>Am 08.11.2026 um 08:00 schrieb Amt:</div><blockquote>Tag 3</blockquote>';
    microsoft.onGraph = page([
      mail(9, { body: { contentType: 'html', content: `<p hidden>Unsichtbar</p>${quoting}` } }),
      mail(3),
      mail(20, { isDraft: true }),
      mail(5, { from: null, sentDateTime: null }),
      mail(6, { body: { contentType: 'html', content: '<img src="cid:1">' } }),
    ]);
    const response = await ask(threadId);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { messages, complete } = conversation.parse(await response.json());
    expect(complete).toBe(true);
    expect(messages).toEqual([
      { from: { name: '', email: '' }, date: null, text: 'Tag 5' },
      { from: { name: 'Erika', email: 'e@bund.example' }, date: '2026-11-03T08:00:00Z', text: 'Tag 3' },
      { from: { name: 'Erika', email: 'e@bund.example' }, date: '2026-11-09T08:00:00Z', text: 'Tag 9' },
    ]);
    for (const secret of [CANARY, 'Tag ']) expect(api.logged()).not.toContain(secret);
  });

  it('answers the newest mails that fit', async () => {
    const long = (day: number, chars: number) =>
      mail(day, { body: { contentType: 'text', content: `${day} ${'x'.repeat(chars)}` } });
    microsoft.onGraph = page([
      long(1, 10),
      long(2, 200_000),
      long(3, 150_000),
      long(4, 310_000),
      long(5, 10),
    ]);
    const { messages, complete } = conversation.parse(await (await ask(threadId)).json());
    expect(messages.map(({ text }) => text[0])).toEqual(['1', '3', '5']);
    expect(complete).toBe(false);
  });

  it('is offered to those whose mailbox can be asked', async () => {
    const offered = async (token: string) =>
      me.parse(await (await fetch(`${api.url}/me`, { headers: { authorization: `Bearer ${token}` } })).json())
        .mailbox;
    expect(await offered(await personToken())).toBe(true);
    expect(await offered(await keycloak.token())).toBe(false);
    await api.close();
    api = await startWith(null);
    expect(await offered(await personToken())).toBe(false);
  });

  it('asks for the person alone, in the form of id that Graph wants', async () => {
    microsoft.onGraph = page([]);
    const token = await personToken();
    await ask(threadId, token);
    expect(microsoft.forms[0]?.get('assertion')).toBe(token);
    expect(microsoft.asked).toHaveLength(1);
    expect(microsoft.asked[0]?.authorization).toBe('Bearer graph-token');
    expect(microsoft.asked[0]?.url).toMatch(
      /^\/v1\.0\/me\/messages\?\$filter=conversationId eq 'AAQkAD_b-c='&/,
    );
  });

  it('finds the conversation of a mail', async () => {
    microsoft.onGraph = (request, response) =>
      (request.url?.includes('/messages/') ? json({ conversationId: "AAQk'x" }) : page([mail(1)]))(
        request,
        response,
      );
    const { messages } = conversation.parse(await (await ask({ by: 'item', id: 'AAMk/1+2=' })).json());
    expect(messages).toHaveLength(1);
    expect(microsoft.asked.map(({ url }) => url)).toEqual([
      '/v1.0/me/messages/AAMk-1_2=?$select=conversationId',
      expect.stringContaining("conversationId eq 'AAQk''x'"),
    ]);
  });

  it('turns the pages', async () => {
    microsoft.onGraph = (request, response) => {
      const next = 'https://graph.microsoft.com/v1.0/me/messages?$skip=1';
      return (request.url?.includes('skip') ? page([mail(1)]) : page([mail(2)], next))(request, response);
    };
    const { messages, complete } = conversation.parse(await (await ask(threadId)).json());
    expect([messages.length, complete]).toEqual([2, true]);
  });

  it.each([
    ['an endless row of pages', () => page([], 'https://graph.microsoft.com/v1.0/me/messages?$skip=1'), 0],
    ['more mails than are read', () => page(Array.from({ length: 80 }, () => mail(1))), 50],
    [
      'mails that are too long',
      () => page([mail(1), mail(2, { body: { contentType: 'text', content: 'x'.repeat(3_000_000) } })]),
      1,
    ],
  ])('stops at %s, and says so', async (_what, answer, count) => {
    microsoft.onGraph = answer();
    const { messages, complete } = conversation.parse(await (await ask(threadId)).json());
    expect([messages.length, complete]).toEqual([count, false]);
    expect(microsoft.asked.length).toBeLessThanOrEqual(10);
  });

  it.each([
    'https://graph.microsoft.com.attacker.example/v1.0/me/messages',
    'https://graph.microsoft.com@attacker.example/v1.0/me/messages',
    'https://name:word@graph.microsoft.com/v1.0/me/messages',
    'https://graph.microsoft.com:8443/v1.0/me/messages',
    'http://graph.microsoft.com/v1.0/me/messages',
    'https://graph.microsoft.com/beta/me/messages',
    'https://graph.microsoft.com/v1.0/../beta/me/messages',
    '//attacker.example/v1.0/',
    '/v1.0/me/messages',
    'file:///etc/passwd',
    'no address',
  ])('takes the token to no other address: %s', async (link) => {
    microsoft.onGraph = page([mail(1)], link);
    expect(await problemOf(await ask(threadId))).toEqual([503, 'mailbox_unavailable']);
    expect(microsoft.asked).toHaveLength(1);
  });

  const failing = (status: number, code = 'x') => json({ error: { code, message: CANARY } }, status);

  it.each([
    ['does not allow it', failing(403, 'ErrorAccessDenied'), 403, 'mailbox_refused'],
    ['does not know the token', failing(401), 403, 'mailbox_refused'],
    ['has no such mail', failing(404, 'ErrorItemNotFound'), 404, 'mail_missing'],
    ['does not understand the id', failing(400, 'ErrorInvalidIdMalformed'), 404, 'mail_missing'],
    [
      'has no mailbox of the person',
      failing(404, 'MailboxNotEnabledForRESTAPI'),
      404,
      'mailbox_not_connected',
    ],
    ['is busy', failing(429), 503, 'mailbox_unavailable'],
    ['fails', failing(500), 503, 'mailbox_unavailable'],
    ['redirects', json('', 302, { location: 'https://graph.microsoft.com/x' }), 503, 'mailbox_unavailable'],
    ['sends no JSON', json('<html>'), 503, 'mailbox_unavailable'],
    ['sends something else', json({ value: [{ body: CANARY }] }), 503, 'mailbox_unavailable'],
    ['sends too much', json(JSON.stringify('x'.repeat(17 * 1024 * 1024))), 503, 'mailbox_unavailable'],
  ])('says so where Graph %s', async (_what, answer, status, code) => {
    microsoft.onGraph = answer;
    expect(await problemOf(await ask(threadId))).toEqual([status, code]);
  });

  it('says so where Graph hangs up', async () => {
    microsoft.onGraph = (request) => request.socket.destroy();
    expect(await problemOf(await ask(threadId))).toEqual([503, 'mailbox_unavailable']);
  });

  it('says so where the person has not agreed', async () => {
    microsoft.onToken = json({ error: 'invalid_grant', error_description: CANARY }, 400);
    expect(await problemOf(await ask(threadId))).toEqual([403, 'mailbox_refused']);
    expect(microsoft.asked).toEqual([]);
  });

  it('says so where no mailbox is connected: no credential, or another issuer', async () => {
    expect(await problemOf(await ask(threadId, await keycloak.token()))).toEqual([
      404,
      'mailbox_not_connected',
    ]);
    await api.close();
    api = await startWith(null);
    expect(await problemOf(await ask(threadId))).toEqual([404, 'mailbox_not_connected']);
    expect(microsoft.forms).toEqual([]);
  });

  it.each([
    ['no id', { by: 'conversation', id: "' or 1 eq 1" }, 400],
    ['an empty id', { by: 'item', id: '' }, 400],
    ['a way up', { by: 'item', id: '../users' }, 400],
    ['an id that is too long', { by: 'item', id: 'A'.repeat(1_001) }, 413],
    ['nothing', undefined, 400],
  ])('refuses %s', async (_what, of, status) => {
    expect((await ask(of)).status).toBe(status);
    expect(microsoft.forms).toEqual([]);
  });

  it('asks for a sign-in first', async () => {
    expect((await ask(threadId, 'a.b.c')).status).toBe(401);
    expect((await ask(threadId, await personToken({ tid: `${TENANT}x` }))).status).toBe(403);
    expect(microsoft.forms).toEqual([]);
  });
});
