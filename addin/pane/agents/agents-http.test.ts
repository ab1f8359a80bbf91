/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import type { RunEvent } from '../../../contract/agents/run.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import { noChoice } from '../../../contract/privacy.ts';
import { noAuthor } from '../../../contract/tasks/index.ts';
import { httpBackend } from '../backend-http.ts';
import { cardOf, runId, runOf, stepOf } from '../testing/fake-agents.ts';

const version = CONTRACT_VERSION;
const signal = () => new AbortController().signal;

interface Asked {
  method: string;
  address: string;
  body: unknown;
}

/** Agents over a `fetch` that notes down what it is asked. */
async function agentsOver(answer: (asked: Asked) => Response, idleMs = 5_000) {
  const asked: Asked[] = [];
  const backend = httpBackend((address, init) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
    const one = { method: init?.method ?? 'GET', address: typeof address === 'string' ? address : '', body };
    asked.push(one);
    return Promise.resolve(answer(one));
  }, idleMs);
  return { api: await backend.agents(), asked };
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const stream = (...events: unknown[]) =>
  new Response(events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''));

async function heard(answer: Response, idleMs?: number): Promise<RunEvent[]> {
  const { api } = await agentsOver(() => answer, idleMs);
  const all: RunEvent[] = [];
  for await (const event of api.events(runId, signal())) all.push(event);
  return all;
}

describe('the library', () => {
  it('is asked with the words a person types', async () => {
    const { api, asked } = await agentsOver(() => json({ version, items: [cardOf()] }));
    expect(await api.library(' Frist & Termin ', signal())).toEqual([cardOf()]);
    await api.library('', signal());
    expect(asked.map(({ address }) => address)).toEqual([
      'api/library?suche=Frist%20%26%20Termin',
      'api/library',
    ]);
  });

  it('is refused where it answers otherwise than the contract says', async () => {
    const { api } = await agentsOver(() => json({ version, items: [{ ...cardOf(), origin: 'mars' }] }));
    await expect(api.library('', signal())).rejects.toMatchObject({ code: 'version_mismatch' });
  });

  it('keeps favourites and own instructions', async () => {
    const { api, asked } = await agentsOver(() => json({}));
    const content = { kind: 'prompt' as const, name: 'A', purpose: '', text: 'B', variables: [] };
    await api.favour('rundschreiben', true);
    await api.favour('rundschreiben', false);
    await api.savePrompt(null, content);
    await api.savePrompt('eigene-1', content);
    await api.removePrompt('eigene-1');
    expect(asked).toEqual([
      { method: 'PUT', address: 'api/library/rundschreiben/favourite', body: { version } },
      { method: 'DELETE', address: 'api/library/rundschreiben/favourite', body: { version } },
      { method: 'POST', address: 'api/library/own', body: { version, content } },
      { method: 'PUT', address: 'api/library/own/eigene-1', body: { version, content } },
      { method: 'DELETE', address: 'api/library/own/eigene-1', body: { version } },
    ]);
  });
});

describe('a run', () => {
  it('is begun, answered, corrected, stopped and deleted', async () => {
    const { api, asked } = await agentsOver(({ address }) =>
      address === 'api/agents/runs' ? json(runOf(), 201) : json({}),
    );
    const agent = { kind: 'library' as const, id: 'rundschreiben' };
    const request = { agent, model: null, author: noAuthor, privacy: noChoice, inputs: {} };
    expect((await api.begin(request)).id).toBe(runId);
    await api.answer(runId, 'frage', { kind: 'agreed' });
    await api.correct(runId, 'pruefung', { kind: 'pruefen', holds: true, says: '' });
    await api.stop(runId);
    await api.goOn(runId);
    await api.remove(runId);
    expect(asked.map(({ method, address }) => `${method} ${address.replace(runId, ':id')}`)).toEqual([
      'POST api/agents/runs',
      'POST api/agents/runs/:id/answer',
      'POST api/agents/runs/:id/correct',
      'POST api/agents/runs/:id/stop',
      'POST api/agents/runs/:id/go-on',
      'DELETE api/agents/runs/:id',
    ]);
    expect(asked[0]?.body).toEqual({ version, ...request });
    expect(asked[1]?.body).toEqual({ version, path: 'frage', answer: { kind: 'agreed' } });
  });

  it('is heard event by event until its stream ends', async () => {
    const run = runOf({ steps: [stepOf()] });
    const text = { type: 'text', path: 'angaben', text: 'Sehr' };
    expect(await heard(stream({ type: 'run', run }, text))).toEqual([{ type: 'run', run }, text]);
  });

  it.each([
    ['an event that the contract does not know', stream({ type: 'party' }), 'version_mismatch'],
    ['what is no JSON', new Response('data: {"type":\n\n'), 'version_mismatch'],
    ['a run of another version', stream({ type: 'run', run: runOf({ version: 1 }) }), 'version_mismatch'],
    [
      'a run with a step of no kind',
      stream({ type: 'run', run: { ...runOf(), steps: [{}] } }),
      'version_mismatch',
    ],
    [
      'a run that is gone',
      json({ type: 'about:blank', title: '', status: 404, code: 'run_missing' }, 404),
      'run_missing',
    ],
    ['a proxy that fails', new Response('<html>', { status: 502 }), 'backend_unreachable'],
  ])('is not followed after %s', async (_what, answer, code) => {
    await expect(heard(answer)).rejects.toMatchObject({ code });
  });

  it('counts as out of reach when its stream breaks', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new TypeError('network')) });
    await expect(heard(new Response(broken))).rejects.toMatchObject({ code: 'backend_unreachable' });
  });
});
