import { beforeAll, describe, expect, it } from '@jest/globals';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import { createBench } from './testing/bench.ts';
import { erika, MICRO_EURO, WORKED } from './testing/every-step.ts';
import { createGate } from './testing/gate.ts';
import { finished, settled, watch } from './testing/test-room.ts';

const version = CONTRACT_VERSION;

onBothStores('a run', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });
  const bench = createBench(() => store);
  const makeRoom = () => store.tamper(`delete from amtsfeder.agent_run`);
  const problem = (code: string, status: number) => expect.objectContaining({ code, status });

  describe('whose step is corrected', () => {
    it('does all behind it again, and nothing before it', async () => {
      await makeRoom();
      const room = bench.house();
      const id = await bench.begin(room);
      await finished(room, erika, id);
      bench.calls = [];
      const records = [
        { values: { was: { kind: 'text', text: 'Nur eines' } }, evidence: { was: { state: 'person' } } },
      ];
      await room.runs.correct(erika, id, {
        version,
        path: 'punkte',
        result: { kind: 'lesen', records },
      } as never);
      const asked = await settled(room, erika, id);
      expect(asked.steps.find(({ path }) => path === 'punkte')).toMatchObject({
        corrected: true,
        result: { records },
      });
      expect(asked.steps.find(({ path }) => path === 'genug')?.result).toMatchObject({ holds: false });
      const done = await finished(room, erika, id);
      expect(done.steps.map(({ path }) => path)).not.toContain('jeder#1/satz');
      expect(bench.calls).toEqual(['recht', 'jeder#0/satz', 'vermerk']);
      expect(done.costMicroEuro).toBe((WORKED.length + 3) * MICRO_EURO);
    });

    it('refuses what does not fit the step', async () => {
      await makeRoom();
      const room = bench.house();
      const id = await bench.begin(room);
      const before = await finished(room, erika, id);
      const misfits = [
        ['fremd', { kind: 'freigeben' }],
        ['anzahl', { kind: 'rechnen', value: { kind: 'text', text: 'zwei' } }],
        ['anzahl', { kind: 'fragen', value: { kind: 'zahl', number: 2 } }],
        ['weiter', { kind: 'fragen', value: { kind: 'leer' } }],
        ['jeder', { kind: 'je', count: 3 }],
        ['wahl', { kind: 'entscheiden', chosen: 1 }],
        ['angaben', { kind: 'lesen', records: [{ values: { fremd: { kind: 'leer' } }, evidence: {} }] }],
        [
          'angaben',
          { kind: 'lesen', records: [{ values: { betrag: { kind: 'zahl', number: 1 } }, evidence: {} }] },
        ],
        [
          'angaben',
          { kind: 'lesen', records: [{ values: { stelle: { kind: 'text', text: 'EU' } }, evidence: {} }] },
        ],
        ['angaben', { kind: 'lesen', records: [1, 2].map(() => ({ values: {}, evidence: {} })) }],
      ] as const;
      for (const [path, result] of misfits) {
        await expect(room.runs.correct(erika, id, { version, path, result } as never)).rejects.toEqual(
          problem('invalid_request', 400),
        );
      }
      expect(await room.runs.view(erika, id)).toEqual(before);
    });

    it('refuses while a step is running', async () => {
      await makeRoom();
      const room = bench.house();
      const { reached, pass, meet } = createGate();
      bench.meets = ({ path }, signal) => (path === 'punkte' ? meet(signal) : undefined);
      const id = await bench.begin(room);
      await reached;
      const result = { kind: 'lesen', records: [] } as const;
      await expect(
        room.runs.correct(erika, id, { version, path: 'angaben', result: { ...result, records: [] } }),
      ).rejects.toEqual(problem('conflict', 409));
      pass();
      expect(await settled(room, erika, id)).toMatchObject({ state: 'waiting' });
    });
  });

  describe('that was changed in the store', () => {
    it.each([
      [
        'a step',
        `update agent_step set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where path = 'anzahl'`,
      ],
      [
        'its terms',
        `update agent_run set sealed_terms = set_byte(sealed_terms, 40, get_byte(sealed_terms, 40) # 1)`,
      ],
      [
        'two swapped steps',
        `update agent_step a set sealed = b.sealed from agent_step b
         where a.path = 'angaben' and b.path = 'punkte' and a.run = b.run`,
      ],
      ['the state of a step', `update agent_step set state = 'done' where state = 'waiting'`],
      ['its owner', `update agent_run set kommune = 'donnersbergkreis'`],
    ])('shows nothing, and says so: %s', async (_what, change) => {
      await makeRoom();
      const room = bench.house();
      const id = await bench.begin(room);
      await settled(room, erika, id);
      await store.tamper(change.replace(/agent_(run|step)/g, 'amtsfeder.agent_$1'));
      const person = change.includes('kommune') ? { ...erika, kommune: 'donnersbergkreis' } : erika;
      await expect(room.runs.view(person, id)).rejects.toEqual(problem('run_unreadable', 409));
      const { runs } = await room.runs.list(person);
      expect(runs).toHaveLength(1);
      await room.runs.remove(person, id);
      expect((await room.runs.list(person)).runs).toEqual([]);
      expect(room.faults.map(String)).toEqual(room.faults.map(() => 'SealBroken'));
    });

    it('is not carried on', async () => {
      await makeRoom();
      const first = bench.house();
      const id = await bench.begin(first);
      await settled(first, erika, id);
      await store.tamper(`update amtsfeder.agent_run set state = 'running'`);
      const other = bench.house({ key: Buffer.alloc(32, 'another secret') });
      await expect(watch(other, erika, id)).rejects.toEqual(problem('run_unreadable', 409));
      await other.close();
      expect((await first.runs.view(erika, id)).fault).toMatchObject({ code: 'run_unreadable' });
      expect(bench.calls).toEqual([]);
    });
  });
});
