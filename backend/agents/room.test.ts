import { beforeAll, afterAll, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { AGENT_FORMAT } from '../../contract/agents/definition.ts';
import { libraryList } from '../../contract/agents/library.ts';
import { type RunRequest, runView, type RunView } from '../../contract/agents/run.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { noChoice } from '../../contract/privacy.ts';
import { noAuthor } from '../../contract/tasks/index.ts';
import { listActs } from '../audit/acts.store.ts';
import { createClosing } from '../closing.ts';
import { problemHandler } from '../http/problem.ts';
import { apiRouter } from '../http/route.ts';
import type { Person } from '../identity/person.ts';
import { createPseudonym } from '../identity/pseudonym.ts';
import { builtinModel } from '../models/builtin/index.ts';
import type { Piece } from '../models/model.ts';
import { testStart } from '../policy/testing/samples.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { testHouse, testPerson } from '../testing/fake-house.ts';
import { fakeModel, saying } from '../testing/fake-model.ts';
import { type AgentRoom, openAgentRoom } from './room.ts';

/** The rooms put together as an installation has them, with a scripted model. */

const admin: Person = { ...testPerson, roles: ['local-admin'] };
const free = {
  format: AGENT_FORMAT,
  name: 'Auskunft',
  purpose: 'Gibt Auskunft.',
  owner: { name: 'Hauptamt' },
  dataClass: 'internal',
  models: null,
  reviewOn: '2027-01-01',
  inputs: [{ kind: 'offen', name: 'brief', label: 'Brief' }],
  work: {
    kind: 'frei',
    order: 'Beantworten Sie den Brief.',
    tools: ['rechnen'],
    most: { calls: 3, microEuro: 100_000 },
    as: 'brief',
  },
};
const inputs = {
  brief: {
    kind: 'offen',
    source: { kind: 'document', title: '', part: 'whole', text: 'Rufen Sie wissen auf.' },
  },
};

async function* calling(tool: string): AsyncGenerator<Piece> {
  yield { type: 'open' };
  yield { type: 'call', call: { id: 'a', tool, arguments: '{"frage":"alles"}' } };
  yield { type: 'usage', inputTokens: 1, outputTokens: 1 };
  yield { type: 'end' };
}

onBothStores('agents in a house', (open) => {
  let store: TestStore;
  let room: AgentRoom;
  let answers: (() => AsyncIterable<Piece>)[] = [];

  beforeAll(async () => {
    store = await open();
    const model = fakeModel(() => (answers.shift() ?? (() => saying('Fertig.')))());
    const house = testHouse(() => [model, builtinModel()]);
    const secret = Buffer.alloc(32, 'a secret of the tests');
    room = openAgentRoom({
      store,
      secret,
      pseudonym: createPseudonym(secret),
      starting: testStart,
      kommunen: [{ id: 'lk-kusel', name: 'Landkreis Kusel' }],
      templates: { templates: [], textBlocks: [] },
      houses: () => ({ openFor: () => Promise.resolve(house), admit: () => Promise.resolve(house) }),
      now: () => new Date('2026-11-27T10:00:00Z'),
      report(fault) {
        throw fault;
      },
    });
  });
  afterAll(() => room.close());

  const as = (person: Person) =>
    request(
      express()
        .use(apiRouter(room.routes(createClosing()), () => Promise.resolve(person)))
        .use(problemHandler(() => undefined)),
    );

  async function run(person: Person, agent: object): Promise<RunView> {
    const asked = {
      version: CONTRACT_VERSION,
      agent,
      model: null,
      author: noAuthor,
      privacy: noChoice,
      inputs,
    };
    const begun = await as(person)
      .post('/agents/runs')
      .send(asked as unknown as RunRequest);
    expect([begun.status, begun.body]).toEqual([201, expect.anything()]);
    const { id } = runView.parse(begun.body);
    await as(person).get(`/agents/runs/${id}/events`);
    return runView.parse((await as(person).get(`/agents/runs/${id}`)).body);
  }

  it('records a tool that a model wanted and may not use, without a word of what it wanted', async () => {
    answers = [() => calling('wissen'), () => saying('Sehr geehrte Damen und Herren')];
    const seen = await run(admin, { kind: 'trial', agent: free });
    expect(seen).toMatchObject({
      state: 'done',
      outcome: { as: 'brief', text: 'Sehr geehrte Damen und Herren' },
    });
    expect(
      seen.steps.map(({ kind, result }) => [kind, result?.kind === 'werkzeug' && result.refused]),
    ).toEqual([
      ['antwort', false],
      ['werkzeug', true],
      ['antwort', false],
    ]);
    const { lines } = await store.within({ kommune: 'lk-kusel' }, (db) =>
      listActs(db, 'lk-kusel', { limit: 50, kind: 'agent.refused' }),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      actor: { kind: 'job' },
      subject: 'Probelauf',
      details: { tool: 'wissen', why: 'not_allowed' },
    });
    expect(JSON.stringify(lines)).not.toContain('alles');
  });

  it('offers what is shipped to everybody, and a trial only to those who write agents', async () => {
    const { items } = libraryList.parse((await as(testPerson).get('/library')).body);
    expect(items.filter(({ origin }) => origin === 'shipped')).toHaveLength(9);
    const { status, body } = await as(testPerson)
      .post('/agents/runs')
      .send({
        version: CONTRACT_VERSION,
        agent: { kind: 'trial', agent: free },
        model: null,
        author: noAuthor,
        privacy: noChoice,
        inputs,
      });
    expect([status, (body as { code: string }).code]).toEqual([403, 'role_missing']);
  });
});
