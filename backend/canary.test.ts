import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { type TaskEvent, taskEvent } from '../contract/events.ts';
import { CONTRACT_VERSION } from '../contract/limits.ts';
import { everywhere } from '../contract/knowledge.ts';
import { noChoice, sendingPreview } from '../contract/privacy.ts';
import type { DocumentSource, MailSource, Source } from '../contract/source.ts';
import type { DeskTaskName } from '../contract/tasks/index.ts';
import { DocumentError } from './documents/errors.ts';
import { describeFault } from './http/log.ts';
import { logLedger } from './testing/log-ledger.ts';
import { geminiModel } from './models/gemini.ts';
import { httpFetch } from './models/http-fetch.ts';
import { openaiModel } from './models/openai.ts';
import { geminiTestSettings, openaiTestSettings } from './models/testing/samples.ts';
import {
  type ScriptedProvider,
  type SeenRequest,
  startScriptedProvider,
} from './models/testing/scripted-provider.ts';
import type { WireFormat } from './models/testing/wire.ts';
import { type RunningServer, startServer } from './server.ts';
import { createObservability } from './observability/observability.ts';
import { testDesk, testHouse, testPrivacy } from './testing/fake-house.ts';
import { knowledgeOfOne } from './testing/fake-knowledge.ts';

/** Unmistakable strings through every task: nothing of them in any trace, and of a person nothing at the provider. */

const PERSONAL = [
  'Quittenbaum',
  'Zyklamena',
  'Vogelsänger',
  'Ottokar',
  'zyklamena.quittenbaum@postfach-kuckuck.example',
  'Zyklamenweg 47',
  '66869',
  '06381 4711-0815',
  'DE02120300000000202051',
  'DE02 1203 0000 0000 2020 51',
  'KUS-QX 4711',
  'III/7-4711/2026',
  '11.07.1954',
  'Zimtschnecke',
];
const CONTENT = ['Fliederkarussell', 'Mondkalenderfrist'];

const words = `Betreff: Fliederkarussell
Unser Zeichen: III/7-4711/2026

Sehr geehrter Herr Dr. Vogelsänger,

ich, Zyklamena Quittenbaum, geboren am 11.07.1954, wohnhaft Zyklamenweg 47, 66869 Kusel, beantrage das
Fliederkarussell bis zur Mondkalenderfrist am 15.12.2026. Wann wird entschieden? Meine IBAN ist
DE02 1203 0000 0000 2020 51, mein Auto hat das Kennzeichen KUS-QX 4711.

Mit freundlichen Grüßen
Zyklamena Quittenbaum
Tel. 06381 4711-0815
zyklamena.quittenbaum@postfach-kuckuck.example`;

/** A section of the knowledge that names somebody. */
const RULE = 'Für das Fliederkarussell ist';
const section = `${RULE} Frau Zyklamena Quittenbaum, Zyklamenweg 47, 66869 Kusel, zuständig, Kennzeichen KUS-QX 4711.`;

const document: DocumentSource = {
  kind: 'document',
  title: 'Quittenbaum_Fliederkarussell.docx',
  part: 'whole',
  text: words,
};
const mail: MailSource = {
  kind: 'mail',
  subject: '[TICKET 4711 Zyklamena Quittenbaum] Fliederkarussell von Frau Quittenbaum',
  from: { name: 'Zyklamena Quittenbaum', email: 'zyklamena.quittenbaum@postfach-kuckuck.example' },
  to: [{ name: 'Vogelsänger, Ottokar', email: 'o.vogelsaenger@kv-kuckuck.example' }],
  cc: [],
  date: '2026-11-27T09:00:00Z',
  body: { type: 'text', content: words },
  attachments: [{ name: 'Antrag_Quittenbaum.pdf', text: `Antrag von Zyklamena Quittenbaum\n${words}` }],
};
// Nobody but the conversation names these: they are found there or nowhere.
const PERSONAL_THERE = ['Grünspecht', 'Hollerbusch', 'Dotterblumenweg 8', 'wiese@postfach-kuckuck.example'];
const conversation: MailSource['conversation'] = [
  {
    from: { name: 'Ansgar Grünspecht', email: 'wiese@postfach-kuckuck.example' },
    date: '2026-11-20T09:00:00Z',
    text: 'Guten Tag,\n\nFrau Hollerbusch wohnt im Dotterblumenweg 8. Es geht um das Sumpfdotterorchester.\n\nAnsgar Grünspecht',
  },
  { from: mail.from, date: '2026-11-27T09:00:00Z', text: words },
];
const sources = {
  document,
  mail,
  'mail with its conversation': { ...mail, conversation },
  'draft with its conversation': { ...document, conversation },
};

const inputs = (source: Source): Record<DeskTaskName, object> => ({
  reply: {
    source,
    points: 'Frau Quittenbaum bekommt das Fliederkarussell des Projekts Zimtschnecke',
    tone: 'neutral',
    length: 'short',
    form: 'letter',
  },
  note: { source, points: 'Anruf von Frau Quittenbaum', reference: 'III/7-4711/2026', length: 'short' },
  rewrite: {
    source: source.kind === 'document' ? source : document,
    style: 'plain',
    wish: 'Frau Quittenbaum freundlich anreden',
  },
  summarise: { source, form: 'key-points', focus: 'Was will Zyklamena Quittenbaum?' },
  lookup: {
    source,
    question: 'Was gilt für Frau Quittenbaum und das Projekt Zimtschnecke?',
    scope: everywhere,
    broaden: false,
  },
  instruct: { source, instruction: 'Was schreibt Frau Quittenbaum zum Projekt Zimtschnecke?' },
});
const tasks = Object.keys(inputs(document)) as DeskTaskName[];

let provider: ScriptedProvider;
let server: RunningServer;
let traces = '';
let broken = false;

beforeAll(async () => {
  provider = await startScriptedProvider();
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      traces += chunk.toString();
      done();
    },
  });
  const log = pino({ level: 'trace' }, sink);
  const models = [
    openaiModel(openaiTestSettings(provider.openaiURL), { fetch: httpFetch() }),
    geminiModel(geminiTestSettings(provider.url), { fetch: httpFetch() }),
  ];
  const honest = testPrivacy();
  const house = testHouse(() => models, {
    knowledge: knowledgeOfOne(section),
    privacy: testPrivacy({
      recognise: (...asked) =>
        broken ? Promise.reject(new Error('Zyklamena Quittenbaum')) : honest.recognise(...asked),
    }),
    ledger: logLedger(log),
    report: (fault) => log.error({ fault: describeFault(fault) }, 'task failed'),
  });
  server = await startServer(
    { host: '127.0.0.1', port: 0, tls: null, publicOrigin: null, shutdownMs: 100 },
    {
      ...testDesk(house, () => Promise.reject(new DocumentError('file_broken'))),
      observability: { ...createObservability('silent', { runtime: false }), log },
      pagesFolder: await mkdtemp(join(tmpdir(), 'pages-')),
    },
  );
});
afterAll(async () => {
  await server.close();
  await provider.close();
});
beforeEach(() => {
  traces = '';
  broken = false;
  provider.requests.length = 0;
  // Says back all that it was told, so that every placeholder comes back; of a section, with its proof.
  provider.script((request) => {
    const told = said(request);
    const rule = told.split('\n').find((line) => line.startsWith(RULE));
    return { kind: 'answer', text: rule === undefined ? told : `- ${rule}\n  > [1] ${rule}`, chunks: 40 };
  });
});

/** All texts in what a provider was sent. */
function said({ body }: SeenRequest): string {
  const texts: string[] = [];
  JSON.parse(body, (key, value: unknown) => {
    if (typeof value === 'string' && key !== 'model') texts.push(value);
    return value;
  });
  return texts.join('\n');
}

const body = (model: WireFormat, input: object, more: object = {}) =>
  JSON.stringify({
    version: CONTRACT_VERSION,
    model,
    author: {
      authority: 'Kreisverwaltung Kuckuck',
      unit: 'Team Vogelsänger',
      name: 'Ottokar Vogelsänger',
      phone: '06381 4711-0815',
      email: 'o.vogelsaenger@kv-kuckuck.example',
    },
    input,
    turns: [
      {
        answer:
          'Sehr geehrte Frau Quittenbaum, [[Bitte ergänzen: Antwort auf „Wann hat Zyklamena Quittenbaum Anspruch?“]]',
        wish: 'Frau Quittenbaum soll es bekommen',
      },
    ],
    privacy: { ...noChoice, dataClass: 'personal', mask: ['Zimtschnecke'] },
    ...more,
  });

async function post(path: string, json: string): Promise<string> {
  const response = await fetch(new URL(path, server.url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: json,
  });
  return response.text();
}

function eventsIn(stream: string): TaskEvent[] {
  return [...stream.matchAll(/^data: (.*)$/gm)].map(([, json]) => taskEvent.parse(JSON.parse(json ?? '')));
}

function expectNone(text: string, strings: readonly string[]) {
  expect(strings.filter((one) => text.toLowerCase().includes(one.toLowerCase()))).toEqual([]);
}

describe.each<WireFormat>(['openai', 'gemini'])('what goes to %s', (format) => {
  describe.each(Object.entries(sources))('of a %s', (_kind, source) => {
    it.each(tasks)('%s holds nothing personal, comes back whole and leaves no trace', async (task) => {
      const stream = await post(`/api/tasks/${task}`, body(format, inputs(source)[task]));
      const [request] = provider.requests;
      if (request === undefined) throw new Error(`nothing was asked: ${stream.slice(0, 300)}`);
      expectNone(request.body, [...PERSONAL, ...PERSONAL_THERE]);
      expect(said(request)).toContain('Fliederkarussell');
      // A question to the knowledge has the open text as its context, without what was said before.
      const conversed =
        'conversation' in source && task !== 'lookup' && (task !== 'rewrite' || source.kind === 'document');
      expect(said(request).includes('Sumpfdotterorchester')).toBe(conversed);

      const events = eventsIn(stream);
      const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('');
      expect(events.at(-1)?.type).toBe('done');
      for (const name of ['Quittenbaum', 'Zyklamenweg 47', 'KUS-QX 4711']) expect(text).toContain(name);
      expect(text).not.toMatch(/\[PERSON_\d/);

      expect(traces).toContain('task finished');
      expectNone(traces, [...PERSONAL, ...PERSONAL_THERE, ...CONTENT, 'Sumpfdotterorchester']);
    });
  });

  it('is shown to the person letter by letter', async () => {
    const json = body(format, inputs(mail).reply);
    const preview = sendingPreview.parse(JSON.parse(await post('/api/preview/reply', json)));
    const events = eventsIn(await post('/api/tasks/reply', json));
    const sent = events.find((event) => event.type === 'sent');
    if (sent?.type !== 'sent') throw new Error('nothing was shown');

    const [request] = provider.requests;
    if (request === undefined) throw new Error('nothing was asked');
    for (const { text } of sent.messages) expect(said(request)).toContain(text);
    const withoutNonce = (texts: readonly { text: string }[]) =>
      texts.map(({ text }) => text.replaceAll(/material-[0-9a-f]{32}/g, 'material'));
    expect(withoutNonce(preview.messages)).toEqual(withoutNonce(sent.messages));
    expect(preview.masked).toBe(sent.masked);
    expect(sent.masked).toBeGreaterThan(8);
    const originals = sent.messages.flatMap(({ marks }) => marks.map(({ original }) => original));
    for (const name of ['Quittenbaum', 'Zyklamenweg 47', 'Zimtschnecke']) expect(originals).toContain(name);
  });

  it('is nothing at all where the recogniser fails', async () => {
    broken = true;
    const stream = await post('/api/tasks/reply', body(format, inputs(mail).reply));
    expect(provider.requests).toEqual([]);
    expect(eventsIn(stream).at(-1)).toMatchObject({ type: 'error' });
    expectNone(stream, PERSONAL);
    expectNone(await post('/api/preview/reply', body(format, inputs(mail).reply)), PERSONAL);
    expectNone(traces, [...PERSONAL, ...CONTENT]);
  });

  it.each([
    ['an answer that is refused', { kind: 'status', status: 400, body: 'Zyklamena Quittenbaum' } as const],
    [
      'an answer that breaks off',
      { kind: 'answer', text: 'Frau [PERSON_1]', fault: { at: 40, how: 'reset' } } as const,
    ],
  ])('leaves no trace after %s', async (_what, script) => {
    provider.script(script);
    const stream = await post('/api/tasks/note', body(format, inputs(document).note));
    expect(eventsIn(stream).at(-1)).toMatchObject({ type: 'error' });
    expectNone(traces, [...PERSONAL, ...CONTENT]);
  });

  it('is refused for a class that must not leave', async () => {
    const stream = await post(
      '/api/tasks/note',
      body(format, inputs(document).note, { privacy: { ...noChoice, dataClass: 'restricted' } }),
    );
    expect(provider.requests).toEqual([]);
    expect(eventsIn(stream).at(-1)).toMatchObject({ type: 'error', code: 'class_refused' });
  });
});

it('a body that is none leaves no trace', async () => {
  const answers = [
    await post('/api/tasks/reply', `{"version":${CONTRACT_VERSION},"author":"Zyklamena Quittenbaum"}`),
    await post('/api/tasks/reply', 'Zyklamena Quittenbaum'),
    await post('/api/data-class', `{"version":${CONTRACT_VERSION},"source":"Quittenbaum"}`),
    await post('/api/preview/Quittenbaum', '{}'),
  ];
  expectNone(answers.join('\n') + traces, [...PERSONAL, ...CONTENT]);
});
