import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunView } from '../../../contract/agents/run.ts';
import { openStore } from '../../store/open.ts';
import { onBothStores, onStore, type TestStore } from '../../store/testing/both-stores.ts';
import { freshDatabase, type FreshDatabase } from '../../store/testing/fresh-database.ts';
import { erika, scriptedWork, WORKED } from './testing/every-step.ts';
import { startRunProcess } from './testing/start-process.ts';
import { finished, testRoom } from './testing/test-room.ts';

/** Real processes, one after the other. */
const PATIENCE_MS = 180_000;
const PROCESSES = 2;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-crash-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a run came to, without what is another one each time. */
const substance = ({ state, steps, outcome }: RunView) => ({ state, steps, outcome });

interface Killed {
  signal: string | null;
  /** Steps that it began to carry out. */
  carried: string[];
  lines: readonly string[];
}

/** Of a process that came to its end. */
const transactionsOf = ({ lines }: Pick<Killed, 'lines'>) => Number(lines.at(-1)?.split(' ')[1]);

async function killed(order: object, env: Record<string, string>, name: string): Promise<Killed> {
  const calls = join(folder, name);
  await writeFile(calls, '');
  const process = startRunProcess({ use: 'join', dies: null, waits: null, ...order, calls }, env);
  const signal = await process.gone;
  const carried = (await readFile(calls, 'utf8')).split('\n').slice(0, -1);
  return { signal, carried, lines: process.lines };
}

/** What was done for good when the process died, and what the one that comes after it does. */
async function finish(store: Pick<TestStore, 'within' | 'tamper'>) {
  await store.tamper(
    `update amtsfeder.agent_run set lease = now() - interval '1 second' where lease is not null`,
  );
  const rows = await store.tamper(`select path from amtsfeder.agent_step where state = 'done'`);
  const carried: string[] = [];
  const room = testRoom(
    store,
    scriptedWork(({ path }) => void carried.push(path)),
  );
  const [run] = (await room.runs.list(erika)).runs;
  const view = run && (await finished(room, erika, run.id));
  await room.close();
  expect(room.faults).toEqual([]);
  await store.tamper('delete from amtsfeder.agent_run');
  return { done: rows.map(({ path }) => String(path)), carried, view };
}

onStore('server', 'a run whose process is killed', (open) => {
  let undisturbed: ReturnType<typeof substance>;
  let transactions: number;
  let env: Record<string, string>;
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
    ({ env } = store);
    const whole = await killed({}, env, 'whole');
    expect(whole).toMatchObject({ signal: null, carried: WORKED });
    transactions = transactionsOf(whole);
    const { view } = await finish(store);
    if (view === undefined) throw new Error('no run');
    undisturbed = substance(view);
    expect(undisturbed.state).toBe('done');
  }, PATIENCE_MS);

  const expectWhole = (dead: Killed, { done, carried, view }: Awaited<ReturnType<typeof finish>>) => {
    expect(dead.signal).toBe('SIGKILL');
    // What was done is not done again, and what was begun is.
    expect(carried.filter((path) => done.includes(path))).toEqual([]);
    expect(new Set(dead.carried).size).toBe(dead.carried.length);
    if (view === undefined) return;
    expect(substance(view)).toEqual(undisturbed);
    expect([...done, ...carried]).toEqual(expect.arrayContaining(WORKED));
  };

  it.each(WORKED)('does nothing twice that was done: inside of %s', async (path) => {
    const dead = await killed({ dies: { inside: path } }, env, `inside-${WORKED.indexOf(path)}`);
    const after = await finish(store);
    expectWhole(dead, after);
    expect(dead.carried.at(-1)).toBe(path);
    expect(after.carried).toEqual(WORKED.slice(WORKED.indexOf(path)));
  });

  it(
    'does nothing twice that was done: before or after each transaction',
    async () => {
      expect(transactions).toBeGreaterThan(25);
      // A process for each; both for each of them come to the same and take minutes.
      const kills = Array.from({ length: transactions }, (_none, index) => ({
        at: index + 1,
        when: index % 2 === 0 ? 'after' : 'before',
      }));
      let begun = 0;
      const oneAfterTheOther = async () => {
        const other = await open();
        for (let kill = kills.shift(); kill !== undefined; kill = kills.shift()) {
          const dead = await killed({ dies: kill }, other.env, `${kill.at}-${kill.when}`);
          const after = await finish(other);
          // How often it looks and renews depends on how busy the machine is: this time there were fewer transactions.
          if (dead.signal === null && transactionsOf(dead) < kill.at) continue;
          expectWhole(dead, after);
          if (after.view !== undefined) begun++;
        }
      };
      await Promise.all(Array.from({ length: PROCESSES }, oneAfterTheOther));
      expect(begun).toBeGreaterThan(transactions / 2);
    },
    PATIENCE_MS,
  );
});

describe('a run whose process is killed, and the embedded database with it', () => {
  it(
    'does nothing twice that was done',
    async () => {
      const database: FreshDatabase = await freshDatabase('embedded');
      const path = 'jeder#1/satz';
      const calls = join(folder, 'embedded');
      const order = { use: 'serve', dies: null, waits: path, calls };
      const running = startRunProcess(order, database.env);
      await running.until(1);
      const [owner] = running.children();
      if (owner === undefined) throw new Error('no database');
      process.kill(owner, 'SIGKILL');
      running.kill();
      expect(await running.gone).toBe('SIGKILL');
      const store = await openStore(database.settings, 'serve');
      const tamper: TestStore['tamper'] = async (text, values) => (await store.query(text, values)).rows;
      const { carried, view, done } = await finish({ ...store, tamper });
      await store.close();
      expect(view?.state).toBe('done');
      expect(carried).toEqual(WORKED.slice(WORKED.indexOf(path)));
      expect(done).toEqual(expect.arrayContaining(WORKED.slice(0, WORKED.indexOf(path))));
    },
    PATIENCE_MS,
  );
});

onBothStores('a run that two processes want to carry', (open) => {
  it(
    'is carried by one, and seen to its end by both',
    async () => {
      const store = await open();
      const calls = join(folder, `two-${store.kind}`);
      const running = startRunProcess({ use: 'join', dies: null, waits: 'punkte', calls }, store.env);
      await running.until(1);
      const carried: string[] = [];
      const room = testRoom(
        store,
        scriptedWork(({ path }) => void carried.push(path)),
      );
      const [run] = (await room.runs.list(erika)).runs;
      if (run === undefined) throw new Error('no run');
      const events = room.runs.events(erika, run.id, new AbortController().signal);
      expect((await events.next()).value).toMatchObject({ run: { state: 'running' } });
      await room.runs.goOn(erika, run.id);
      running.tell('go on');
      let last: unknown;
      for await (const event of events) last = event;
      expect(last).toMatchObject({ type: 'run', run: { state: expect.stringMatching(/waiting|done/) } });
      expect(await running.gone).toBeNull();
      expect(running.lines.at(-1)).toMatch(/^done /);
      await room.close();
      const both = [...(await readFile(calls, 'utf8')).split('\n').slice(0, -1), ...carried];
      expect(both).toEqual(WORKED);
    },
    PATIENCE_MS,
  );
});
