import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import express from 'express';
import { runEvent, type RunEvent, runList, runView } from '../../contract/agents/run.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { CONFIDENTIAL, erika, everyStep, runOf, scriptedWork } from '../agents/runs/testing/every-step.ts';
import { createGate } from '../agents/runs/testing/gate.ts';
import { testRoom, type TestRoom } from '../agents/runs/testing/test-room.ts';
import { createClosing } from '../closing.ts';
import { onStore, type TestStore } from '../store/testing/both-stores.ts';
import { problemHandler } from './problem.ts';
import { apiRouter } from './route.ts';

const version = CONTRACT_VERSION;

// What stands in the store is looked at with both; here it is about what goes over the wire.
onStore('server', 'the routes of runs', (open) => {
  let store: TestStore;
  let room: TestRoom;
  let server: Server;
  let closing: ReturnType<typeof createClosing>;
  let meets: (path: string, signal: AbortSignal) => void | Promise<void>;

  beforeAll(async () => {
    store = await open();
  });
  beforeEach(async () => {
    await store.tamper('delete from amtsfeder.agent_run');
    meets = () => undefined;
    room = testRoom(
      store,
      scriptedWork(({ path }, signal) => meets(path, signal)),
    );
    closing = createClosing();
    const router = apiRouter(room.routes(closing), (asked) =>
      Promise.resolve({
        ...erika,
        id: String(asked.headers['x-person'] ?? erika.id),
        kommune: String(asked.headers['x-kommune'] ?? erika.kommune),
        roles: [asked.headers['x-role'] === 'local-admin' ? 'local-admin' : 'staff'],
      }),
    );
    const app = express()
      .use(router)
      .use(problemHandler((fault) => room.faults.push(fault)));
    server = createServer(app).listen(0);
    await once(server, 'listening');
  });
  afterEach(async () => {
    await room.close();
    server.closeAllConnections();
    server.close();
  });

  const urlOf = (path: string) =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/agents/runs${path}`;
  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const answer = await fetch(urlOf(path), {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as never };
  }
  const begin = async () => runView.parse((await ask('POST', '', runOf('alles'))).body).id;

  async function eventsOf(id: string): Promise<RunEvent[]> {
    const answer = await fetch(urlOf(`/${id}/events`));
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    return [...(await answer.text()).matchAll(/^data: (.*)$/gm)].map(([, data]) =>
      runEvent.parse(JSON.parse(data ?? '')),
    );
  }

  it('begin a run, tell of it, take answers and corrections, and delete it', async () => {
    const begun = await ask('POST', '', runOf('alles'));
    expect(begun.status).toBe(201);
    const { id, state } = runView.parse(begun.body);
    expect(state).toBe('running');

    const events = await eventsOf(id);
    expect(events.at(-1)).toMatchObject({ type: 'run', run: { state: 'waiting' } });
    const value = { kind: 'ja_nein', yes: true };
    const said = await ask('POST', `/${id}/answer`, {
      version,
      path: 'weiter',
      answer: { kind: 'value', value },
    });
    expect([said.status, runView.parse(said.body).id]).toEqual([200, id]);
    expect((await eventsOf(id)).at(-1)).toMatchObject({ run: { state: 'waiting' } });

    const result = { kind: 'rechnen', value: { kind: 'zahl', number: 7 } };
    const corrected = await ask('POST', `/${id}/correct`, { version, path: 'anzahl', result });
    expect(corrected.status).toBe(200);
    const last = (await eventsOf(id)).at(-1);
    expect(last).toMatchObject({ run: { state: 'waiting' } });
    expect(JSON.stringify(last)).toContain('Sollen 7 Punkte bearbeitet werden?');

    const stopped = await ask('POST', `/${id}/stop`, { version });
    expect(stopped).toMatchObject({ status: 200, body: { state: 'stopped' } });
    expect((await ask('POST', `/${id}/go-on`, { version })).status).toBe(200);
    expect((await eventsOf(id)).at(-1)).toMatchObject({ run: { state: 'waiting' } });

    const list = runList.parse((await ask('GET', '')).body);
    expect(list.runs).toMatchObject([{ id, agent: { name: everyStep.name } }]);
    expect(runView.parse((await ask('GET', `/${id}`)).body).state).toBe('waiting');
    expect(await ask('DELETE', `/${id}`)).toEqual({ status: 204, body: null });
    expect(await ask('GET', `/${id}`)).toMatchObject({ status: 404, body: { code: 'run_missing' } });
    expect(room.faults).toEqual([]);
  });

  it.each([{ 'x-person': 'entra t1 other' }, { 'x-kommune': 'donnersbergkreis' }])(
    'know nothing of it for anybody else: %j',
    async (headers) => {
      const id = await begin();
      const answer = { kind: 'agreed' };
      const result = { kind: 'freigeben' };
      for (const [method, path, body] of [
        ['GET', `/${id}`],
        ['GET', `/${id}/events`],
        ['DELETE', `/${id}`],
        ['POST', `/${id}/answer`, { version, path: 'x', answer }],
        ['POST', `/${id}/correct`, { version, path: 'x', result }],
        ['POST', `/${id}/stop`, { version }],
        ['POST', `/${id}/go-on`, { version }],
      ] as const) {
        const other = await ask(method, path, body, headers);
        const none = await ask(method, path.replace(id, crypto.randomUUID()), body);
        expect([method, path, other]).toEqual([method, path, none]);
        expect(other.status).toBe(404);
      }
      expect(await ask('GET', '', undefined, headers)).toMatchObject({ body: { runs: [] } });
      expect((await ask('GET', `/${id}`)).status).toBe(200);
    },
  );

  it('refuse what is not of the contract, and repeat nothing of it', async () => {
    const id = await begin();
    const agent = { kind: 'trial', agent: everyStep };
    for (const [path, body, status] of [
      ['', { ...runOf('alles'), version: 1 }, 409],
      ['', { ...runOf('alles'), inputs: { schreiben: CONFIDENTIAL } }, 400],
      ['', { ...runOf('alles'), agent }, 403],
      ['', runOf('fort'), 404],
      [`/${id}/answer`, { version, path: CONFIDENTIAL, answer: { kind: CONFIDENTIAL } }, 400],
      [`/${id}/correct`, { version, path: 'anzahl', result: { kind: 'rechnen', value: CONFIDENTIAL } }, 400],
      [`/${id}/stop`, {}, 400],
      [`/${id}/go-on`, { version: 1 }, 409],
    ] as const) {
      const answer = await ask('POST', path, body);
      expect([path, answer.status]).toEqual([path, status]);
      expect(JSON.stringify(answer)).not.toContain(CONFIDENTIAL);
    }
    expect((await ask('POST', '', { ...runOf('alles'), agent }, { 'x-role': 'local-admin' })).status).toBe(
      201,
    );
  });

  it('go on with a run when whoever looked at it has gone', async () => {
    const { reached, pass, meet } = createGate();
    meets = (path, signal) => (path === 'punkte' ? meet(signal) : undefined);
    const id = await begin();
    const gone = new AbortController();
    const stream = await fetch(urlOf(`/${id}/events`), { signal: gone.signal });
    await reached;
    gone.abort();
    await stream.text().catch(() => undefined);
    pass();
    expect((await eventsOf(id)).at(-1)).toMatchObject({ run: { state: 'waiting' } });
  });

  it('begin nothing while the house closes, and end their streams with it', async () => {
    meets = (_path, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    const id = await begin();
    const events = eventsOf(id);
    closing.drain();
    expect(await ask('POST', '', runOf('alles'))).toMatchObject({
      status: 503,
      body: { code: 'shutting_down' },
    });
    closing.end();
    expect((await events).at(-1)).toMatchObject({ run: { state: 'running' } });
    await room.close();
    expect(await ask('GET', `/${id}`)).toMatchObject({ body: { state: 'running' } });
  });
});
