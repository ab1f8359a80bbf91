import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { noChoice } from '../contract/privacy.ts';
import { CONTRACT_VERSION, MAX_FILE_BYTES, MAX_SOURCE_CHARS, MAX_TASK_BYTES } from '../contract/limits.ts';
import { noAuthor } from '../contract/tasks/index.ts';
import { type TaskEvent, taskEvent } from '../contract/events.ts';
import { DocumentError } from './documents/errors.ts';
import { logLedger } from './testing/log-ledger.ts';
import type { Model } from './models/model.ts';
import { type RunningServer, startServer } from './server.ts';
import { createObservability } from './observability/observability.ts';
import { testDesk, testHouse } from './testing/fake-house.ts';
import { type FakeModel, fakeModel, saying, sayingThenSilent } from './testing/fake-model.ts';

const CANARY = 'Zyklamenweg-4711';

let pagesFolder: string;
let server: RunningServer;
let models: Model[];
let logged: string;

beforeAll(async () => {
  pagesFolder = await mkdtemp(join(tmpdir(), 'pages-'));
  await writeFile(join(pagesFolder, 'index.html'), '<title>Arbeitsplatz</title>');
  await writeFile(join(pagesFolder, 'pane.html'), '<title>Aufgabenbereich</title>');
  await writeFile(join(pagesFolder, 'pane.0123456789ab.js'), '');
});

beforeEach(async () => {
  logged = '';
  models = [fakeModel(() => saying('Guten ', 'Tag [[Bitte ergänzen: Name]]'))];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString();
      done();
    },
  });
  const log = pino({ level: 'debug' }, sink);
  server = await startServer(
    { host: '127.0.0.1', port: 0, tls: null, publicOrigin: null, shutdownMs: 50 },
    {
      ...testDesk(
        testHouse(() => models, { ledger: logLedger(log) }),
        (bytes, name) =>
          bytes.length === 0
            ? Promise.reject(new DocumentError('file_empty'))
            : Promise.resolve({
                kind: 'document',
                version: CONTRACT_VERSION,
                title: name,
                blocks: [],
                notices: [],
              }),
      ),
      observability: { ...createObservability('silent', { runtime: false }), log },
      pagesFolder,
    },
  );
});

afterEach(() => server.close());

const body = (text = 'Ein Text.', more: object = {}) =>
  JSON.stringify({
    version: CONTRACT_VERSION,
    model: null,
    author: noAuthor,
    turns: [],
    privacy: noChoice,
    input: { source: { kind: 'document', title: CANARY, part: 'whole', text }, instruction: 'Bitte kürzen' },
    ...more,
  });

const post = (path: string, content: BodyInit, headers: Record<string, string> = {}) =>
  fetch(new URL(path, server.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: content,
  });

async function eventsOf(response: Response): Promise<TaskEvent[]> {
  const text = await response.text();
  return [...text.matchAll(/^data: (.*)$/gm)].map(([, json]) => taskEvent.parse(JSON.parse(json ?? '')));
}

/** A request as no browser or fetch would send it. */
async function rawGet(path: string, headers: Record<string, string>): Promise<number | undefined> {
  const asked = httpRequest(new URL(path, server.url), { headers }).end();
  const [response] = await once(asked, 'response');
  response.resume();
  return response.statusCode;
}

describe('POST /api/tasks/:task', () => {
  it('streams the events of the contract in their order', async () => {
    const response = await post('/api/tasks/instruct', body());
    const events = await eventsOf(response);
    expect(events.map(({ type }) => type)).toEqual(['start', 'sent', 'text', 'text', 'usage', 'done']);
    expect(events.at(-1)).toMatchObject({
      result: { text: 'Guten Tag [[Bitte ergänzen: Name]]', gaps: ['Name'] },
    });
  });

  it('cannot be held back by a proxy', async () => {
    const { headers } = await post('/api/tasks/instruct', body());
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(headers.get('cache-control')).toContain('no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('content-encoding')).toBeNull();
  });

  it('sends its first byte before the model answers', async () => {
    models = [fakeModel((_said, signal) => sayingThenSilent('…', signal))];
    const response = await post('/api/tasks/instruct', body());
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(first?.value?.length).toBeGreaterThan(0);
    await reader?.cancel();
  });

  it('aborts the model when the client goes', async () => {
    const aborted = Promise.withResolvers<true>();
    models = [
      fakeModel((_said, signal) => {
        signal.addEventListener('abort', () => aborted.resolve(true));
        return sayingThenSilent('Halb', signal);
      }),
    ];
    const response = await post('/api/tasks/instruct', body());
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(await aborted.promise).toBe(true);
  });

  it('ends with an error event when the chosen model is gone', async () => {
    const events = await eventsOf(await post('/api/tasks/instruct', body('x', { model: 'weg' })));
    expect(events).toEqual([expect.objectContaining({ type: 'error', code: 'unknown_model' })]);
  });

  it.each([
    ['an unknown task', '/api/tasks/zaubern', body(), 404, 'unknown_task'],
    ['another version', '/api/tasks/instruct', body('x', { version: 99 }), 409, 'version_mismatch'],
    ['a body that is no JSON', '/api/tasks/instruct', `{"${CANARY}`, 400, 'invalid_request'],
    [
      'a body without input',
      '/api/tasks/instruct',
      `{"version":${CONTRACT_VERSION}}`,
      400,
      'invalid_request',
    ],
    ['an empty body', '/api/tasks/instruct', '', 400, 'invalid_request'],
    ['the input of another task', '/api/tasks/reply', body(), 400, 'invalid_request'],
    ['too much', '/api/tasks/instruct', 'x'.repeat(MAX_TASK_BYTES + 1), 413, 'too_large'],
    [
      'a source of too many characters',
      '/api/tasks/instruct',
      body('x'.repeat(MAX_SOURCE_CHARS + 1)),
      413,
      'too_large',
    ],
    ['a broken address', '/api/tasks/%E0%A4%A', body(), 400, 'invalid_request'],
    ['an unknown path', '/api/gibtsnicht', body(), 404, 'not_found'],
  ])('refuses %s', async (_what, path, content, status, code) => {
    const response = await post(path, content);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const answer = await response.text();
    expect(JSON.parse(answer)).toMatchObject({ status, code, title: expect.stringMatching(/\w/) });
    expect(answer).not.toContain(CANARY);
  });

  it('breaks off a running stream with a reason when the house closes', async () => {
    models = [fakeModel((_said, signal) => sayingThenSilent('Halb', signal))];
    const response = await post('/api/tasks/instruct', body());
    const [events] = await Promise.all([eventsOf(response), server.close()]);
    expect(events.at(-1)).toMatchObject({ type: 'error', code: 'shutting_down', again: true });
  });

  it('logs neither contents nor names', async () => {
    await eventsOf(await post('/api/tasks/instruct', body(`Geheim: ${CANARY}`)));
    await post('/api/tasks/instruct', `{"${CANARY}`);
    await post(`/api/documents?name=${CANARY}.docx`, CANARY);
    await post(`/api/${CANARY}`, '');
    expect(logged).toContain('task finished');
    expect(logged).not.toContain(CANARY);
    expect(logged).not.toContain('Guten');
  });
});

describe('who may ask /api', () => {
  it.each([
    ['its own page', () => ({ Origin: server.url.replace(/\/$/, '') }), 200],
    ['a program on this machine', () => ({}), 200],
    ['another page', () => ({ Origin: 'https://boese.example' }), 403],
    ['another port', () => ({ Origin: 'http://localhost:1' }), 403],
    ['another scheme', () => ({ Origin: server.url.replace('http:', 'https:').replace(/\/$/, '') }), 403],
    ['a page without origin', () => ({ Origin: 'null' }), 403],
    ['a foreign name that leads here', () => ({ Host: `boese.example:${new URL(server.url).port}` }), 403],
    ['a foreign page without CORS', () => ({ 'Sec-Fetch-Site': 'cross-site' }), 403],
  ])('%s', async (_who, headers, status) => {
    expect(await rawGet('/api/models', headers())).toBe(status);
  });

  it('answers no preflight of a foreign page', async () => {
    const response = await fetch(new URL('/api/tasks/reply', server.url), {
      method: 'OPTIONS',
      headers: { Origin: 'https://boese.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('POST /api/documents', () => {
  it('hands the file to the reader', async () => {
    const response = await post('/api/documents?name=Brief.txt', 'Hallo');
    expect(await response.json()).toMatchObject({ kind: 'document', title: 'Brief.txt' });
  });

  it.each([
    ['what the reader refuses', '/api/documents?name=leer.txt', '', 422, 'file_empty'],
    ['a file without a name', '/api/documents', 'x', 400, 'invalid_request'],
    [
      'a file that is too large',
      '/api/documents?name=x',
      'x'.repeat(MAX_FILE_BYTES + 1),
      413,
      'file_too_large',
    ],
  ])('refuses %s', async (_what, path, content, status, code) => {
    const response = await post(path, content);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });
});

describe('the pages', () => {
  it('let no script run in the workspace but its own', async () => {
    const { headers } = await fetch(server.url);
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';/);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('let Office frame the pane and office.js load in it', async () => {
    const { headers } = await fetch(new URL('pane.html', server.url));
    expect(headers.get('content-security-policy')).toMatch(
      /script-src[^;]*https:\/\/appsforoffice\.microsoft\.com/,
    );
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors[^;]*\*\.cloud\.microsoft/);
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('cross-origin-opener-policy')).toBeNull();
  });

  it('may be kept where the name carries a hash', async () => {
    const { headers } = await fetch(new URL('pane.0123456789ab.js', server.url));
    expect(headers.get('cache-control')).toContain('immutable');
  });
});

describe('health', () => {
  it('is alive and ready', async () => {
    expect((await fetch(new URL('healthz', server.url))).status).toBe(200);
    expect((await fetch(new URL('readyz', server.url))).status).toBe(200);
  });
});

describe('the model', () => {
  it('is given the source only inside the conversation', async () => {
    await eventsOf(await post('/api/tasks/instruct', body('Der Text der Quelle')));
    const [model] = models as [FakeModel];
    expect(model.asked[0]?.messages[0]?.text).toContain('Der Text der Quelle');
    expect(model.asked[0]?.system).not.toContain('Der Text der Quelle');
  });
});
