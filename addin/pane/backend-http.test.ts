/** @jest-environment node */
import { describe, expect, it, jest } from '@jest/globals';
import type { TaskEvent } from '../../contract/events.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { noChoice } from '../../contract/privacy.ts';
import { noAuthor, type TaskCall } from '../../contract/tasks/index.ts';
import { httpBackend } from './backend-http.ts';
import { chatGpt, policy, previewOf, sentMessage } from './testing/fakes.ts';

const call: TaskCall = {
  task: 'instruct',
  version: CONTRACT_VERSION,
  model: null,
  author: noAuthor,
  input: { source: { kind: 'nothing' }, instruction: 'Grüße' },
  turns: [],
  privacy: noChoice,
};
const start: TaskEvent = { type: 'start', version: CONTRACT_VERSION, task: 'instruct', model: chatGpt };
const text: TaskEvent = { type: 'text', text: 'Grüße – fertig' };
const done: TaskEvent = {
  type: 'done',
  model: chatGpt,
  result: {
    text: 'Grüße – fertig',
    gaps: [],
    checks: [],
    summary: null,
    answer: null,
    sources: [],
    records: [],
    calls: [],
  },
};
const wire = (...events: unknown[]) =>
  events.map((event) => `event: x\ndata: ${JSON.stringify(event)}\n\n`).join('');

type Ending = 'closed' | 'open' | 'broken';

/** A `fetch` whose body comes in pieces and ends as it is told; like the real one it breaks with its signal. */
function fetching(body: string, ending: Ending = 'closed', size = 7): typeof fetch {
  return (_address, init) => {
    const bytes = new TextEncoder().encode(body);
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
        if (ending === 'closed') controller.close();
        else
          init?.signal?.addEventListener('abort', () => controller.error(new DOMException('', 'AbortError')));
      },
      pull(controller) {
        if (ending === 'broken') controller.error(new TypeError('network'));
      },
    });
    return Promise.resolve(new Response(stream, { headers: { 'Content-Type': 'text/event-stream' } }));
  };
}

const answering =
  (status: number, body: string): typeof fetch =>
  () =>
    Promise.resolve(new Response(body, { status }));

async function events(from: typeof fetch, signal = new AbortController().signal, idleMs = 5_000) {
  const all: TaskEvent[] = [];
  for await (const event of httpBackend(from, idleMs).run(call, signal)) all.push(event);
  return all;
}

const code = (all: TaskEvent[]) => {
  const last = all.at(-1);
  return last?.type === 'error' ? last.code : last?.type;
};

describe('running a task', () => {
  it('sends the request and reads the events however the bytes are cut', async () => {
    const asked = jest.fn(fetching(`: verbunden\n\n${wire(start, text, done)}`, 'closed', 1));
    expect(await events(asked as typeof fetch)).toEqual([start, text, done]);
    const [address, init] = asked.mock.calls[0] ?? [];
    expect(address).toBe('api/tasks/instruct');
    expect({ task: 'instruct', ...JSON.parse(String(init?.body)) }).toEqual(call);
  });

  it.each<[string, string, Ending, string]>([
    ['cut before the first event', ': verbunden\n\n', 'closed', 'backend_unreachable'],
    ['cut in the middle', wire(start, text), 'closed', 'backend_unreachable'],
    ['cut inside an event', wire(start, done).slice(0, -9), 'closed', 'backend_unreachable'],
    ['broken in the middle', wire(start, text), 'broken', 'backend_unreachable'],
    ['of another version', wire({ ...start, version: 99 }), 'closed', 'version_mismatch'],
    ['with an unknown event', wire(start, { type: 'surprise' }), 'closed', 'version_mismatch'],
    ['with something that is no JSON', 'data: {\n\n', 'closed', 'internal'],
  ])('ends an answer that is %s with one error', async (_name, body, ending, expected) => {
    const all = await events(fetching(body, ending));
    expect(code(all)).toBe(expected);
    expect(all.filter(({ type }) => type === 'error')).toHaveLength(1);
  });

  it('says nothing more after the end', async () => {
    expect(await events(fetching(wire(start, done, text, done)))).toEqual([start, done]);
  });

  it('is stopped in the middle, and before the first byte', async () => {
    const stop = new AbortController();
    const all: TaskEvent[] = [];
    for await (const event of httpBackend(fetching(wire(start, text), 'open')).run(call, stop.signal)) {
      all.push(event);
      if (event.type === 'text') stop.abort();
    }
    expect(code(all)).toBe('stopped');
    const never: typeof fetch = (_address, init) =>
      new Promise((_resolve, reject) => {
        const refuse = () => reject(new DOMException('', 'AbortError'));
        if (init?.signal?.aborted) refuse();
        init?.signal?.addEventListener('abort', refuse);
      });
    expect(code(await events(never, AbortSignal.abort()))).toBe('stopped');
    expect(code(await events(never, undefined, 20))).toBe('backend_unreachable');
  });

  it('gives up a connection on which nothing comes any more', async () => {
    expect(code(await events(fetching(wire(start, text), 'open'), undefined, 20))).toBe(
      'backend_unreachable',
    );
  });

  it.each([
    [
      409,
      JSON.stringify({ type: 'about:blank', title: '', status: 409, code: 'version_mismatch' }),
      'version_mismatch',
    ],
    [413, '<html>', 'too_large'],
    [502, '<html>', 'backend_unreachable'],
    [404, 'nothing', 'internal'],
  ])('understands a refusal with status %i', async (status, body, expected) => {
    expect(code(await events(answering(status, body)))).toBe(expected);
  });

  it('says that the backend cannot be reached', async () => {
    const offline: typeof fetch = () => Promise.reject(new TypeError('offline'));
    expect(code(await events(offline))).toBe('backend_unreachable');
  });
});

describe('asking what leaves the house', () => {
  const { signal } = new AbortController();
  const asking = (body: unknown) => {
    const seen: { address: unknown; body: unknown }[] = [];
    const from: typeof fetch = (address, init) => {
      seen.push({ address, body: JSON.parse(String(init?.body)) as unknown });
      return Promise.resolve(new Response(JSON.stringify(body)));
    };
    return { seen, backend: httpBackend(from) };
  };

  it('sends what the task itself would be sent with, and gives the preview', async () => {
    const preview = previewOf([sentMessage('user', 'Grüße an {[PERSON_1]|Lena Müller}')]);
    const { seen, backend } = asking(preview);
    expect(await backend.preview(call, signal)).toEqual(preview);
    const { task, ...request } = call;
    expect(seen).toEqual([{ address: `api/preview/${task}`, body: request }]);
  });

  it('has a source judged', async () => {
    const suggestion = { dataClass: 'social', because: ['Grundsicherung'] };
    const { seen, backend } = asking({ version: CONTRACT_VERSION, suggestion });
    const source = { kind: 'document', title: '', part: 'whole', text: 'Grundsicherung' } as const;
    expect(await backend.dataClass(source, signal)).toEqual(suggestion);
    expect(seen).toEqual([{ address: 'api/data-class', body: { version: CONTRACT_VERSION, source } }]);
  });

  it('asks for a conversation, and gives what was said in it', async () => {
    const from = { name: 'Eva Weber', email: 'weber@example.org' };
    const said = { messages: [{ from, date: '2026-11-20T08:15:00Z', text: 'Wann?' }], complete: true };
    const { seen, backend } = asking({ version: CONTRACT_VERSION, ...said });
    const of = { by: 'item', id: 'AAMk' } as const;
    expect(await backend.conversation(of, signal)).toMatchObject(said);
    expect(seen).toEqual([{ address: 'api/conversation', body: { version: CONTRACT_VERSION, of } }]);
    const refused = JSON.stringify({ type: 'about:blank', title: '', status: 403, code: 'mailbox_refused' });
    await expect(httpBackend(answering(403, refused)).conversation(of, signal)).rejects.toMatchObject({
      code: 'mailbox_refused',
    });
  });

  it('fails with the code of the refusal', async () => {
    const problem = JSON.stringify({ type: 'about:blank', title: '', status: 503, code: 'masking_too_slow' });
    const backend = httpBackend(answering(503, problem));
    await expect(backend.preview(call, signal)).rejects.toMatchObject({ code: 'masking_too_slow' });
    await expect(asking({ version: 99 }).backend.preview(call, signal)).rejects.toMatchObject({
      code: 'version_mismatch',
    });
  });
});

describe('asking for the models', () => {
  const models = (version: number) => JSON.stringify({ version, models: [chatGpt], aiNote: false, policy });
  const { signal } = new AbortController();

  it('gives them in their order', async () => {
    expect(await httpBackend(answering(200, models(CONTRACT_VERSION))).models(signal)).toMatchObject({
      models: [chatGpt],
      aiNote: false,
    });
  });

  it.each([
    [200, models(99), 'version_mismatch'],
    [200, '<html>', 'version_mismatch'],
    [503, '', 'backend_unreachable'],
  ])('fails with a code: %i %s', async (status, body, expected) => {
    await expect(httpBackend(answering(status, body)).models(signal)).rejects.toMatchObject({
      code: expected,
    });
  });

  it('fails with a code where nothing answers', async () => {
    const offline: typeof fetch = () => Promise.reject(new TypeError('offline'));
    await expect(httpBackend(offline).models(signal)).rejects.toMatchObject({ code: 'backend_unreachable' });
  });
});
