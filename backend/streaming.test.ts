import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { everywhere } from '../contract/knowledge.ts';
import { noChoice } from '../contract/privacy.ts';
import { CONTRACT_VERSION } from '../contract/limits.ts';
import type { ErrorCode } from '../contract/errors.ts';
import { type TaskEvent, taskEvent } from '../contract/events.ts';
import { noAuthor, type DeskTaskName } from '../contract/tasks/index.ts';
import { DocumentError } from './documents/errors.ts';
import type { LedgerEntry } from './ledger/ledger.ts';
import { logLedger } from './testing/log-ledger.ts';
import { geminiModel } from './models/gemini.ts';
import { httpFetch } from './models/http-fetch.ts';
import { openaiModel } from './models/openai.ts';
import { geminiTestSettings, openaiTestSettings, testKey } from './models/testing/samples.ts';
import {
  type Script,
  type ScriptedProvider,
  startScriptedProvider,
} from './models/testing/scripted-provider.ts';
import type { WireFormat } from './models/testing/wire.ts';
import { type RunningServer, startServer } from './server.ts';
import { createObservability } from './observability/observability.ts';
import { testDesk, testHouse } from './testing/fake-house.ts';
import { knowledgeOfOne } from './testing/fake-knowledge.ts';

/** The whole backend over HTTP, from the pane's request to a provider that speaks the real wire formats. */

const letter =
  'Sehr geehrte Frau Müller,\n\n**Ihr Bescheid** über 1.234,50 € liegt bei. 🏛️ [[Bitte ergänzen: Datum]]';

/** A section of the knowledge. */
const rule = 'Anträge sind binnen vier Wochen zu bescheiden.';

let provider: ScriptedProvider;
let server: RunningServer;
const entries: LedgerEntry[] = [];

beforeAll(async () => {
  provider = await startScriptedProvider();
  const models = [
    openaiModel(openaiTestSettings(provider.openaiURL), { fetch: httpFetch() }),
    geminiModel(geminiTestSettings(provider.url), { fetch: httpFetch() }),
  ];
  server = await startServer(
    { host: '127.0.0.1', port: 0, tls: null, publicOrigin: null, shutdownMs: 100 },
    {
      ...testDesk(
        testHouse(() => models, {
          knowledge: knowledgeOfOne(rule),
          asking: {
            limits: { connect: 500, firstToken: 500, idle: 500, total: 5_000 },
            retries: 1,
            random: () => 0,
          },
          ledger: logLedger({ info: (entry: LedgerEntry) => entries.push(entry) }),
        }),
        () => Promise.reject(new DocumentError('file_empty')),
      ),
      observability: createObservability('silent', { runtime: false }),
      pagesFolder: await mkdtemp(join(tmpdir(), 'pages-')),
    },
  );
});

afterAll(async () => {
  await server.close();
  await provider.close();
});

const modelIds: Record<WireFormat, string> = {
  openai: openaiTestSettings('http://127.0.0.1').id,
  gemini: geminiTestSettings('http://127.0.0.1').id,
};

const source = { kind: 'document', title: 'Brief', part: 'whole', text: 'Wann wird entschieden?' };
const inputs: Record<DeskTaskName, object> = {
  reply: { source, points: '', tone: 'neutral', length: 'short', form: 'letter' },
  note: { source, points: '', reference: '', length: 'short' },
  rewrite: { source, style: 'plain', wish: '' },
  summarise: { source, form: 'circular', focus: '' },
  lookup: { source, question: 'Welche Fristen gelten?', scope: everywhere, broaden: false },
  instruct: { source, instruction: 'Welche Fristen gelten?' },
};

function ask(task: DeskTaskName, format: WireFormat, signal: AbortSignal | null = null): Promise<Response> {
  return fetch(new URL(`/api/tasks/${task}`, server.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      version: CONTRACT_VERSION,
      model: modelIds[format],
      author: noAuthor,
      input: inputs[task],
      turns: [],
      privacy: noChoice,
    }),
    signal,
  });
}

async function run(format: WireFormat, scripts: Script[], task: DeskTaskName = 'instruct') {
  provider.requests.length = 0;
  provider.script(...scripts);
  const body = await (await ask(task, format)).text();
  const events: TaskEvent[] = [...body.matchAll(/^data: (.*)$/gm)].map(([, json]) =>
    taskEvent.parse(JSON.parse(json ?? '')),
  );
  const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('');
  const ends = events.filter(({ type }) => type === 'done' || type === 'error');
  return { body, events, text, ends, last: events.at(-1) };
}

describe.each<WireFormat>(['openai', 'gemini'])('a task answered over the wire of %s', (format) => {
  const written = (Object.keys(inputs) as DeskTaskName[]).filter((task) => task !== 'lookup');

  it.each(written)('%s arrives whole, cut at every byte', async (task) => {
    const { text, last } = await run(
      format,
      [{ kind: 'answer', text: letter, chunks: 7, split: 'every-byte' }],
      task,
    );
    expect(text).toBe(letter);
    expect(last).toMatchObject({ type: 'done', result: { text: letter, gaps: ['Datum'] } });
  });

  it('lookup arrives with its proof, cut at every byte', async () => {
    const answer = `- ${rule}\n  > [1] ${rule}`;
    const { events, text, last } = await run(
      format,
      [{ kind: 'answer', text: answer, chunks: 7, split: 'every-byte' }],
      'lookup',
    );
    expect(text).toBe(`- ${rule} [1]`);
    expect(events.find(({ type }) => type === 'sources')).toMatchObject({
      enough: true,
      cards: [{ number: 1 }],
    });
    const proven = { text: rule, card: 1, evidence: { state: 'proven', passage: rule } };
    expect(events.find(({ type }) => type === 'statement')).toMatchObject({ statement: proven });
    expect(last).toMatchObject({
      type: 'done',
      result: { answer: { outcome: 'answered', statements: [proven] } },
    });
  });

  it('is billed with the figures of the provider', async () => {
    const { events } = await run(format, [{ kind: 'answer', text: letter, usage: true }]);
    expect(events.find(({ type }) => type === 'usage')).toMatchObject({ estimated: false });
    expect(entries.at(-1)).toMatchObject({
      outcome: 'done',
      charges: [{ model: modelIds[format], estimated: false }],
    });
  });

  it('is asked again after 429, and the person is told', async () => {
    const { events, text } = await run(format, [
      { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
      { kind: 'answer', text: letter },
    ]);
    expect(events.map(({ type }) => type)).toContain('progress');
    expect(events.find(({ type }) => type === 'progress')).toMatchObject({ step: 'retry' });
    expect(text).toBe(letter);
  });

  it('is taken over by the next model when the provider is down', async () => {
    const { events, last } = await run(format, [
      { kind: 'status', status: 500 },
      { kind: 'status', status: 500 },
      { kind: 'answer', text: letter },
    ]);
    expect(events).toContainEqual(expect.objectContaining({ step: 'failover', why: 'model_unreachable' }));
    expect(last).toMatchObject({ type: 'done', result: { text: letter } });
    expect(provider.requests.at(-1)?.format).not.toBe(format);
  });

  it.each<[string, Script, ErrorCode]>([
    [
      'the connection is cut',
      { kind: 'answer', text: letter, chunks: 8, fault: { at: 400, how: 'close' } },
      'model_cut',
    ],
    [
      'the connection is reset',
      { kind: 'answer', text: letter, chunks: 8, fault: { at: 400, how: 'reset' } },
      'model_cut',
    ],
    [
      'the body ends early',
      { kind: 'answer', text: letter, chunks: 8, fault: { at: 400, how: 'end' } },
      'model_cut',
    ],
    [
      'the model stalls',
      { kind: 'answer', text: letter, chunks: 8, fault: { at: 400, how: 'stall' } },
      'model_stalled',
    ],
  ])('keeps the text so far when %s', async (_what, script, code) => {
    const { text, ends, last } = await run(format, [script]);
    expect(last).toMatchObject({ type: 'error', code });
    expect(ends).toHaveLength(1);
    expect(text.length).toBeGreaterThan(0);
    expect(letter.startsWith(text)).toBe(true);
    expect(entries.at(-1)).toMatchObject({ outcome: code });
  });

  it.each<[string, Script, ErrorCode]>([
    ['malformed JSON', { kind: 'bytes', bytes: 'data: {"choices":[{"delta"\n\n' }, 'model_malformed'],
    ['an empty answer', { kind: 'answer', text: '' }, 'model_empty'],
    ['a refusal', { kind: 'answer', text: '', ending: 'refusal' }, 'model_refused'],
    ['a revoked key', { kind: 'status', status: 401, echo: true }, 'model_key_refused'],
    ['no headers at all', { kind: 'silence' }, 'model_silent'],
    ['headers and nothing more', { kind: 'headers-only' }, 'model_silent'],
  ])('ends with one clear error for %s', async (_what, script, code) => {
    const { ends, last, body } = await run(format, [script]);
    expect(last).toMatchObject({ type: 'error', code });
    expect(ends).toHaveLength(1);
    expect(body).not.toContain(testKey);
  });

  it.each<[string, Script, number]>([
    ['before the first word', { kind: 'headers-only' }, 0],
    ['in the middle', { kind: 'answer', text: letter, chunks: 20, delayMs: 40 }, 3],
  ])('is closed at the provider when the person stops %s', async (_when, script, afterReads) => {
    provider.requests.length = 0;
    provider.script(script);
    const stop = new AbortController();
    const response = await ask('instruct', format, stop.signal);
    const reader = response.body?.getReader();
    for (let reads = 0; reads < afterReads; reads++) await reader?.read();
    while (provider.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    expect(await provider.requests[0]?.closed).toMatchObject({ early: true });
  });
});
