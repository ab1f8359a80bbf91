import { beforeAll, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import { createBench } from './testing/bench.ts';
import { CONFIDENTIAL, erika, MICRO_EURO, WORKED } from './testing/every-step.ts';
import { createGate } from './testing/gate.ts';
import { finished, quick, settled, watch } from './testing/test-room.ts';

onBothStores('a run that is carried on', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });
  const bench = createBench(() => store);
  const makeRoom = () => store.tamper(`delete from amtsfeder.agent_run`);
  /** As after the death of the process that had them. */
  const forgetHolders = () =>
    store.tamper(
      `update amtsfeder.agent_run set lease = now() - interval '1 second' where lease is not null`,
    );

  it('goes on in another process after it waited, and does nothing twice', async () => {
    await makeRoom();
    const id = await bench.begin(bench.house());
    const before = bench.house();
    await settled(before, erika, id);
    await before.close();
    const after = bench.house();
    expect(await finished(after, erika, id)).toMatchObject({ state: 'done' });
    expect(bench.calls).toEqual(WORKED.slice(3));
  });

  it('is stopped in the middle of a step, and goes on when its person says so', async () => {
    await makeRoom();
    const room = bench.house();
    const { reached, meet } = createGate();
    bench.meets = ({ path }, signal) => (path === 'recht' ? meet(signal) : undefined);
    const id = await bench.begin(room);
    await reached;
    const stopped = await room.runs.stop(erika, id);
    expect(stopped.state).toBe('stopped');
    expect(stopped.steps.map(({ path, state }) => [path, state])).toEqual([
      ['angaben', 'done'],
      ['punkte', 'done'],
    ]);
    bench.meets = () => undefined;
    expect((await room.runs.goOn(erika, id)).state).not.toBe('stopped');
    expect(await finished(room, erika, id)).toMatchObject({ state: 'done' });
    expect(bench.calls).toEqual([...WORKED.slice(0, 3), ...WORKED.slice(2)]);
    expect(room.faults).toEqual([]);
  });

  it('is stopped where another process has it, and watched from there', async () => {
    await makeRoom();
    const room = bench.house();
    const { reached, meet } = createGate();
    bench.meets = (_order, signal) => meet(signal);
    const id = await bench.begin(room);
    await reached;
    const other = bench.beside();
    const seen = watch(other, erika, id);
    await other.runs.stop(erika, id);
    const events = await seen;
    expect(events.at(-1)).toMatchObject({ type: 'run', run: { state: 'stopped', steps: [] } });
    expect(bench.calls).toEqual(['angaben']);
  });

  it('is carried by one process, however many want to', async () => {
    await makeRoom();
    const room = bench.house();
    const { reached, pass, meet } = createGate();
    bench.meets = ({ path }, signal) => (path === 'angaben' ? meet(signal) : undefined);
    const id = await bench.begin(room);
    await reached;
    const others = [bench.beside(), bench.beside()];
    const seen = others.map((other) => watch(other, erika, id));
    for (const other of others) await other.runs.goOn(erika, id);
    pass();
    for (const events of await Promise.all(seen)) {
      expect(events.at(-1)).toMatchObject({ type: 'run', run: { state: 'waiting' } });
    }
    expect(bench.calls).toEqual(WORKED.slice(0, 3));
  });

  it('stores nothing of a process that lost it to another', async () => {
    await makeRoom();
    // It says nothing meanwhile, as one that hangs.
    const slow = bench.house({ times: { ...quick, renewMs: 600_000 } });
    const { reached, pass, meet } = createGate();
    let first = true;
    bench.meets = (_order, signal) => {
      if (!first) return undefined;
      first = false;
      return meet(signal);
    };
    const id = await bench.begin(slow);
    await reached;
    await forgetHolders();
    const other = bench.beside();
    const view = await settled(other, erika, id);
    pass();
    await slow.close();
    expect(view.state).toBe('waiting');
    expect(await other.runs.view(erika, id)).toEqual(view);
    expect(bench.calls).toEqual(['angaben', ...WORKED.slice(0, 3)]);
  });

  it('is left as it is where the house closes, and goes on afterwards', async () => {
    await makeRoom();
    const room = bench.house();
    const { reached, meet } = createGate();
    bench.meets = ({ path }, signal) => (path === 'punkte' ? meet(signal) : undefined);
    const id = await bench.begin(room);
    await reached;
    await room.close();
    const after = bench.house();
    expect((await after.runs.view(erika, id)).state).toBe('running');
    expect(await finished(after, erika, id)).toMatchObject({ state: 'done' });
    expect(bench.calls).toEqual(WORKED.slice(1));
  });

  it('fails with what the step says, and does that step again when its person says so', async () => {
    await makeRoom();
    let times = 0;
    const room = bench.house({
      workFor: () =>
        Promise.resolve(async function* (terms, order, signal) {
          if (order.path !== 'recht' || times++ > 0) return yield* bench.work(terms, order, signal);
          yield { type: 'cost', microEuro: 7 };
          yield { type: 'failed', code: 'model_too_slow', message: 'Zu langsam.', again: true };
        }),
    });
    const id = await bench.begin(room);
    const failed = await settled(room, erika, id);
    expect(failed).toMatchObject({ state: 'failed', fault: null });
    expect(failed.steps.at(-1)).toMatchObject({
      path: 'recht',
      state: 'failed',
      fault: { code: 'model_too_slow', message: 'Zu langsam.' },
      costMicroEuro: 7,
    });
    await room.runs.goOn(erika, id);
    const done = await finished(room, erika, id);
    expect(done).toMatchObject({ state: 'done', costMicroEuro: WORKED.length * MICRO_EURO + 7 });
    expect(bench.calls).toEqual(WORKED);
  });

  it('fails where its work throws, or its agent was withdrawn meanwhile', async () => {
    await makeRoom();
    const room = bench.house();
    bench.meets = () => {
      throw new Error(CONFIDENTIAL);
    };
    const id = await bench.begin(room);
    expect((await settled(room, erika, id)).steps.at(-1)).toMatchObject({ fault: { code: 'internal' } });
    expect(room.faults).toHaveLength(1);
    room.agents.delete('alles');
    await room.runs.goOn(erika, id);
    expect(await settled(room, erika, id)).toMatchObject({
      state: 'failed',
      fault: { code: 'agent_unavailable', again: false },
    });
  });

  it('begins no further step once its agent was withdrawn', async () => {
    await makeRoom();
    const room = bench.house();
    bench.meets = () => void room.agents.delete('alles');
    const id = await bench.begin(room);
    expect(await settled(room, erika, id)).toMatchObject({
      state: 'failed',
      steps: [{ path: 'angaben', state: 'done' }],
      fault: { code: 'agent_unavailable' },
    });
    expect(bench.calls).toEqual(['angaben']);
  });
});
