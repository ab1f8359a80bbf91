import { beforeAll, describe, expect, it } from '@jest/globals';
import type { StepResult } from '../../../contract/agents/result.ts';
import { AGENT_FORMAT, agent } from '../../../contract/agents/definition.ts';
import { ProblemError } from '../../http/problem.ts';
import { createPseudonym } from '../../identity/pseudonym.ts';
import { personDesk } from '../../retention/persons.ts';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import { type Store, StoreError } from '../../store/store.ts';
import type { StepWork } from '../steps/step-work.ts';
import { CONFIDENTIAL, erika, runOf, scriptedWork, WORKED } from './testing/every-step.ts';
import { createGate } from './testing/gate.ts';
import { finished, quick, settled, testRoom, watch } from './testing/test-room.ts';

onBothStores('a run where something is in the way', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });
  const makeRoom = () => store.tamper('delete from amtsfeder.agent_run');
  const missing = expect.objectContaining({ code: 'run_missing' });

  /** A store that can be away. */
  function shaky() {
    let away = false;
    let refused = 0;
    const within: Store['within'] = (scope, work) => {
      if (!away) return store.within(scope, work);
      refused++;
      return Promise.reject(new StoreError('unreachable', false, null));
    };
    return {
      within,
      set: (isAway: boolean) => (away = isAway),
      get refused() {
        return refused;
      },
    };
  }

  it('keeps what a step came to until the store is back', async () => {
    await makeRoom();
    const shaking = shaky();
    const calls: string[] = [];
    const room = testRoom(
      shaking,
      scriptedWork(({ path }) => {
        calls.push(path);
        if (path !== 'punkte') return;
        shaking.set(true);
        setTimeout(() => shaking.set(false), 100);
      }),
    );
    const { id } = await room.runs.start(erika, runOf('alles'));
    expect(await settled(room, erika, id)).toMatchObject({ state: 'waiting' });
    expect(shaking.refused).toBeGreaterThan(1);
    expect(calls).toEqual(WORKED.slice(0, 3));
  });

  it('is left undone where the store stays away, and goes on when it is back', async () => {
    await makeRoom();
    const shaking = shaky();
    const calls: string[] = [];
    const meets = scriptedWork(({ path }) => {
      calls.push(path);
      if (calls.length === 2) shaking.set(true);
      expect(path).toBeDefined();
    });
    const room = testRoom(shaking, meets, { times: { ...quick, patienceMs: 60 } });
    const { id } = await room.runs.start(erika, runOf('alles'));
    const events = watch(room, erika, id);
    while (room.faults.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    shaking.set(false);
    expect((await events).at(-1)).toMatchObject({ run: { state: 'waiting' } });
    expect(calls).toEqual(['angaben', 'punkte', 'punkte', 'recht']);
  });

  it('fails at the step for which its person asked too often', async () => {
    await makeRoom();
    const room = testRoom(
      store,
      scriptedWork(() => undefined),
      {
        workFor: () => Promise.reject(new ProblemError(429, 'rate_limited')),
      },
    );
    const { id } = await room.runs.start(erika, runOf('alles'));
    const view = await settled(room, erika, id);
    expect(view).toMatchObject({
      state: 'failed',
      fault: null,
      steps: [{ fault: { code: 'rate_limited' } }],
    });
    expect(room.faults).toEqual([]);
  });

  it('begins no further step once the house closes, and tells nobody that it ended', async () => {
    await makeRoom();
    const closing = { draining: new AbortController(), ending: new AbortController() };
    const calls: string[] = [];
    const room = testRoom(
      store,
      scriptedWork(({ path }) => {
        calls.push(path);
        if (path === 'punkte') closing.draining.abort('shutting_down');
      }),
    );
    room.routes({ draining: closing.draining.signal, ending: closing.ending.signal });
    const { id } = await room.runs.start(erika, runOf('alles'));
    const last = (await watch(room, erika, id)).at(-1);
    expect(last).toMatchObject({ run: { state: 'running' } });
    expect(calls).toEqual(['angaben', 'punkte']);
    const after = testRoom(
      store,
      scriptedWork(({ path }) => void calls.push(path)),
    );
    expect(await finished(after, erika, id)).toMatchObject({ state: 'done' });
    expect(calls).toEqual(WORKED);
  });

  describe('with the time that it is kept', () => {
    const room = () =>
      testRoom(
        store,
        scriptedWork(() => undefined),
      );

    it('is there for as long as the policy said when it began, and not a moment longer', async () => {
      await makeRoom();
      const one = room();
      const { runs, job } = one;
      const { id } = await runs.start(erika, runOf('alles'));
      const { startedAt, keptUntil } = await settled(one, erika, id);
      expect((Date.parse(keptUntil) - Date.parse(startedAt)) / 86_400_000).toBe(90);
      await store.tamper(`update amtsfeder.agent_run set kept_until = now()`);
      await expect(runs.view(erika, id)).rejects.toEqual(missing);
      await expect(runs.goOn(erika, id)).rejects.toEqual(missing);
      await expect(runs.events(erika, id, new AbortController().signal).next()).rejects.toEqual(missing);
      expect((await runs.list(erika)).runs).toEqual([]);
      expect(await job.run()).toEqual({ runs: 1 });
      expect(await store.tamper('select from amtsfeder.agent_step')).toEqual([]);
    });

    it('goes soon after its end where none are kept, and after a day whatever becomes of it', async () => {
      await makeRoom();
      const none = testRoom(
        store,
        scriptedWork(() => undefined),
        { keptDays: 0 },
      );
      const minutes = async (id: string) => {
        const [row] = await store.tamper(
          `select extract(epoch from kept_until - now()) / 60 as left from amtsfeder.agent_run where id = $1`,
          [id],
        );
        return Math.round(Number(row?.left));
      };
      const { id } = await none.runs.start(erika, runOf('alles'));
      expect(await settled(none, erika, id)).toMatchObject({ state: 'waiting' });
      expect(await minutes(id)).toBe(24 * 60);
      const done = await finished(none, erika, id);
      expect(done.outcome?.text).toContain('Ein Vermerk.');
      expect(await minutes(id)).toBe(15);
    });
  });

  it('is gone with its person, also while it is being carried', async () => {
    await makeRoom();
    const pseudonym = createPseudonym(Buffer.alloc(32, 'a secret of the tests'));
    const { reached, pass, meet } = createGate();
    const room = testRoom(
      store,
      scriptedWork((_order, signal) => meet(signal)),
    );
    const { id } = await room.runs.start(erika, runOf('alles'));
    await reached;
    const actor = { kind: 'job' } as const;
    const { rooms } = await personDesk(store, pseudonym).erase({ subject: erika, actor, reason: 'Antrag' });
    expect(rooms).toContainEqual({ room: 'agent-runs', erased: 1 });
    pass();
    await room.close();
    await expect(room.runs.view(erika, id)).rejects.toEqual(missing);
    expect(await store.tamper('select from amtsfeder.agent_step')).toEqual([]);
    expect(room.faults).toEqual([]);
  });

  it('of a free agent shows its turns and tools, and ends with the last answer', async () => {
    await makeRoom();
    const free = agent.parse({
      format: AGENT_FORMAT,
      name: 'Frei',
      purpose: 'Antwortet frei.',
      owner: { name: 'Hauptamt' },
      dataClass: 'internal',
      models: null,
      reviewOn: '2027-06-30',
      inputs: [],
      work: {
        kind: 'frei',
        order: 'Antworte.',
        tools: ['rechnen'],
        most: { calls: 5, microEuro: 100_000 },
        as: 'mail',
      },
    });
    const work: StepWork = async function* (_terms, { path, work: asked }) {
      yield { type: 'cost', microEuro: null };
      const calls = path === 'zug_1' ? [{ id: '1', tool: 'rechnen', arguments: '{}' }] : [];
      const turn = { text: `${path} ${CONFIDENTIAL}`, gaps: [], checks: [], calls };
      const said = { tool: 'rechnen', asked: '1 + 1', said: '2', refused: false };
      const result: StepResult =
        asked.kind === 'werkzeug' ? { kind: 'werkzeug', ...said } : { kind: 'antwort', ...turn };
      yield { type: 'done', result };
    };
    const room = testRoom(store, work);
    room.agents.set('frei', free);
    const { id } = await room.runs.start(erika, runOf('frei', {}));
    const view = await settled(room, erika, id);
    expect(view).toMatchObject({
      state: 'done',
      ahead: [],
      costMicroEuro: null,
      outcome: { as: 'mail', text: `zug_2 ${CONFIDENTIAL}`, template: null },
    });
    expect(
      view.steps.map(({ path, kind, title, depth, round }) => [path, kind, title, depth, round]),
    ).toEqual([
      ['zug_1', 'antwort', 'Antwort 1', 0, null],
      ['zug_1/werkzeug_1', 'werkzeug', 'Rechnen', 1, null],
      ['zug_2', 'antwort', 'Antwort 2', 0, null],
    ]);
  });
});
