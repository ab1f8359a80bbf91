import { beforeAll, describe, expect, it } from '@jest/globals';
import { runView } from '../../../contract/agents/run.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { Person } from '../../identity/person.ts';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import { createBench } from './testing/bench.ts';
import { answerTo, CONFIDENTIAL, erika, everyStep, MICRO_EURO, runOf, WORKED } from './testing/every-step.ts';
import { finished, settled, watch } from './testing/test-room.ts';

const version = CONTRACT_VERSION;
const someone: Person = { ...erika, id: 'entra t1 other', name: 'Otto Andere' };
const elsewhere: Person = { ...erika, kommune: 'donnersbergkreis' };

onBothStores('a run of an agent', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });
  const bench = createBench(() => store);
  const makeRoom = () => store.tamper(`delete from amtsfeder.agent_run`);
  const problem = (code: string, status: number) => expect.objectContaining({ code, status });

  it('comes through every kind of step, and asks its person in between', async () => {
    const room = bench.house();
    const id = await bench.begin(room);
    const asked = await settled(room, erika, id);
    expect(asked).toMatchObject({ state: 'waiting', outcome: null, costMicroEuro: 3 * MICRO_EURO });
    expect(asked.steps.map(({ path, state }) => [path, state])).toEqual([
      ['angaben', 'done'],
      ['punkte', 'done'],
      ['recht', 'done'],
      ['genug', 'done'],
      ['anzahl', 'done'],
      ['weiter', 'waiting'],
    ]);
    expect(asked.steps.map(({ form }) => form && [form.many, form.fields.map(({ name }) => name)])).toEqual([
      [false, ['betrag', 'stelle']],
      [true, ['was']],
      null,
      null,
      null,
      [false, ['weiter_feld']],
    ]);
    expect(asked.steps.at(-1)?.waiting).toMatchObject({
      question: 'Sollen 2 Punkte bearbeitet werden?',
      proposed: { kind: 'ja_nein', yes: true },
    });
    expect(asked.ahead.map(({ title }) => title)).toEqual([
      'Entscheiden',
      'Je Punkt',
      'Vermerk schreiben',
      'Freigeben',
      'Titel schluss',
    ]);
    await room.runs.answer(erika, id, answerTo({ ...asked.steps.at(-1), path: 'weiter' } as never));
    const release = await settled(room, erika, id);
    expect(release.steps.at(-1)?.waiting).toEqual({
      kind: 'freigeben',
      says: 'Einverstanden?',
      shows: [
        { title: 'Angaben lesen', text: '- Label betrag: 5,00 Euro\n- Label stelle: Land' },
        { title: 'Vermerk schreiben', text: `vermerk: Ein Vermerk. ${CONFIDENTIAL}` },
        { title: 'Label az', text: 'III/7' },
      ],
    });
    const done = await finished(room, erika, id);
    expect(runView.parse(done)).toEqual(done);
    expect(done).toMatchObject({
      state: 'done',
      agent: { id: 'alles', version: 2, name: everyStep.name, work: 'ablauf' },
      costMicroEuro: WORKED.length * MICRO_EURO,
      ahead: [],
      outcome: {
        as: 'vermerk',
        text: `vermerk: Ein Vermerk. ${CONFIDENTIAL}`,
        gaps: ['Datum'],
        template: null,
      },
    });
    expect(done.outcome?.findings.length).toBeGreaterThan(0);
    expect(done.steps.find(({ path }) => path === 'jeder#1/satz')).toMatchObject({
      depth: 1,
      round: 2,
      title: 'Satz schreiben',
      model: { label: 'Modell M' },
      sent: [{ text: CONFIDENTIAL }],
      costMicroEuro: MICRO_EURO,
    });
    expect(done.steps.find(({ path }) => path === 'ja')).toMatchObject({
      depth: 0,
      round: null,
      model: null,
    });
    expect(bench.calls).toEqual(WORKED);
    expect(room.uses).toEqual(['alles']);
    expect(room.faults).toEqual([]);
  });

  it('leaves nothing in the store that anybody wrote or read', async () => {
    const readable = [
      `select t::text || encode(sealed_name, 'escape') || encode(sealed_terms, 'escape') as row from amtsfeder.agent_run t`,
      `select t::text || encode(sealed, 'escape') as row from amtsfeder.agent_step t`,
    ];
    for (const query of readable) {
      const all = (await store.tamper(query)).map(({ row }) => String(row)).join('\n');
      expect(all).toContain('lk-kusel');
      const words = [
        CONFIDENTIAL,
        'III/7',
        'Rundschreiben',
        'Hauptamt',
        'Einverstanden',
        erika.id,
        erika.name,
      ];
      for (const word of words) expect(all).not.toContain(word);
    }
  });

  it('is told of as it goes, the text of a step among it', async () => {
    const room = bench.house();
    const events = await watch(room, erika, await bench.begin(room));
    expect(events[0]).toMatchObject({ type: 'run', run: { state: 'running' } });
    expect(events.at(-1)).toMatchObject({ type: 'run', run: { state: 'waiting' } });
    expect(events).toContainEqual({ type: 'text', path: 'punkte', text: 'Text zu punkte' });
  });

  describe('belongs to whoever began it', () => {
    it.each([
      ['another person', someone],
      ['another Kommune', elsewhere],
    ])('and is not there for %s', async (_who, other) => {
      const { runs } = bench.house();
      const { id } = await runs.start(erika, runOf('alles'));
      const result = { kind: 'rechnen', value: { kind: 'zahl', number: 1 } } as const;
      const missing = problem('run_missing', 404);
      const answer = { kind: 'agreed' } as const;
      await expect(runs.view(other, id)).rejects.toEqual(missing);
      await expect(runs.answer(other, id, { version, path: 'weiter', answer })).rejects.toEqual(missing);
      await expect(runs.correct(other, id, { version, path: 'anzahl', result })).rejects.toEqual(missing);
      await expect(runs.stop(other, id)).rejects.toEqual(missing);
      await expect(runs.goOn(other, id)).rejects.toEqual(missing);
      await expect(runs.remove(other, id)).rejects.toEqual(missing);
      await expect(runs.events(other, id, new AbortController().signal).next()).rejects.toEqual(missing);
      expect((await runs.list(other)).runs).toEqual([]);
      expect((await runs.list(erika)).runs[0]).toMatchObject({ id, agent: { name: everyStep.name } });
      await expect(runs.view(erika, 'no-id')).rejects.toEqual(missing);
      await makeRoom();
    });
  });

  describe('does not begin', () => {
    it('without an agent that this person may use', async () => {
      const { runs } = bench.house();
      const trial = { ...runOf(''), agent: { kind: 'trial', agent: everyStep } as const };
      await expect(runs.start(erika, runOf('fort'))).rejects.toEqual(problem('agent_unavailable', 404));
      await expect(runs.start({ ...erika, roles: ['staff'] }, trial)).rejects.toEqual(
        problem('role_missing', 403),
      );
      expect((await runs.start(erika, trial)).agent).toMatchObject({ id: null, version: null });
    });

    it('with an agent that has faults, or whose Vorlage is gone', async () => {
      const { runs } = bench.house();
      const { work: kept } = everyStep;
      if (kept.kind !== 'ablauf') throw new Error('no procedure');
      const start = (outcome: (typeof kept)['outcome']) =>
        runs.start(erika, {
          ...runOf(''),
          agent: { kind: 'trial', agent: { ...everyStep, work: { ...kept, outcome } } },
        });
      await expect(start({ from: 'fehlt', as: 'liste' })).rejects.toEqual(problem('agent_faulty', 409));
      const template = { from: 'vermerk', as: 'vorlage' } as const;
      await expect(start({ ...template, template: 'Fort' })).rejects.toEqual(
        problem('template_missing', 409),
      );
      await expect(start({ ...template, template: 'Bescheid' })).resolves.toMatchObject({ state: 'running' });
    });

    it.each([
      ['agent_input_missing', {}],
      ['agent_input_missing', { schreiben: { kind: 'offen', source: { kind: 'nothing' } } }],
      ['invalid_request', { ...runOf('').inputs, fremd: { kind: 'anlagen', attachments: [] } }],
      ['invalid_request', { ...runOf('').inputs, az: { kind: 'feld', value: { kind: 'zahl', number: 1 } } }],
      ['invalid_request', { schreiben: { kind: 'anlagen', attachments: [] } }],
    ] as const)('with inputs that do not fit: %s', async (code, inputs) => {
      await expect(bench.begin(bench.house(), runOf('alles', inputs as never))).rejects.toEqual(
        problem(code, 400),
      );
    });

    it('while five are at work, however fast they are begun', async () => {
      await makeRoom();
      const room = bench.house();
      const tried = await Promise.allSettled(Array.from({ length: 8 }, () => bench.begin(room)));
      const begun = tried.filter(({ status }) => status === 'fulfilled');
      expect(begun).toHaveLength(5);
      expect(
        tried.filter(({ status }) => status === 'rejected').map((one) => 'reason' in one && one.reason),
      ).toEqual(Array.from({ length: 3 }, () => problem('too_many_runs', 409)));
      await expect(room.runs.start(someone, runOf('kurz', {}))).resolves.toBeDefined();
      const { runs } = await room.runs.list(erika);
      for (const { id } of runs) await room.runs.remove(erika, id);
      expect((await room.runs.list(erika)).runs).toEqual([]);
      await expect(bench.begin(room)).resolves.toBeDefined();
    });
  });

  it('takes only answers that fit what it waits for', async () => {
    await makeRoom();
    const room = bench.house();
    const id = await bench.begin(room);
    await settled(room, erika, id);
    const say = (path: string, answer: object) =>
      room.runs.answer(erika, id, { version, path, answer } as never);
    await expect(say('weiter', { kind: 'agreed' })).rejects.toEqual(problem('invalid_request', 400));
    const number = { kind: 'value', value: { kind: 'zahl', number: 1 } };
    await expect(say('weiter', number)).rejects.toEqual(problem('invalid_request', 400));
    await expect(say('freigabe', { kind: 'agreed' })).rejects.toEqual(problem('conflict', 409));
    const no = { kind: 'value', value: { kind: 'ja_nein', yes: false } };
    await say('weiter', no);
    const view = await settled(room, erika, id);
    expect(view.steps.map(({ path }) => path)).toContain('nein');
    await expect(say('weiter', no)).rejects.toEqual(problem('conflict', 409));
  });
});
