import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import * as z from 'zod';
import { openStore } from '../../../store/open.ts';
import { readStoreSettings } from '../../../store/settings.ts';
import type { Store } from '../../../store/store.ts';
import { erika, runOf, scriptedWork } from './every-step.ts';
import { finished, testRoom } from './test-room.ts';

/**
 * A process of its own for tests that begins a run, or goes on with one, and dies where it is told to. Writes the path of each
 * step that it carries out into a file before it does, and a line where it is done.
 */
const order = z.object({
  use: z.enum(['join', 'serve']),
  /** Where it dies: inside of a step, or before or after the transaction of this number (from 1) is committed. */
  dies: z.nullable(
    z.union([z.object({ inside: z.string() }), z.object({ at: z.int(), when: z.enum(['before', 'after']) })]),
  ),
  /** Waits inside of this step until it is told a line. */
  waits: z.nullable(z.string()),
  calls: z.string(),
});

const { use, dies, waits, calls } = order.parse(JSON.parse(process.argv[2] ?? ''));
const store = await openStore(readStoreSettings(process.env), use);
const lines = createInterface(process.stdin);
let transactions = 0;

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('still alive');
}

const counted: Pick<Store, 'within'> = {
  async within(scope, work) {
    const number = ++transactions;
    const diesNow = (when: string) =>
      dies !== null && 'at' in dies && dies.at === number && dies.when === when;
    const result = await store.within(scope, async (db) => {
      const worked = await work(db);
      if (diesNow('before')) die();
      return worked;
    });
    if (diesNow('after')) die();
    return result;
  },
};

const work = scriptedWork(async ({ path }) => {
  appendFileSync(calls, `${path}\n`);
  if (dies !== null && 'inside' in dies && dies.inside === path) die();
  if (waits === path) {
    process.stdout.write('waits\n');
    await once(lines, 'line');
  }
});
const room = testRoom(counted, work);
const known = (await room.runs.list(erika)).runs[0];
const id = known?.id ?? (await room.runs.start(erika, runOf('alles'))).id;
const { state } = await finished(room, erika, id);
process.stdout.write(`${state} ${transactions}\n`);
await room.close();
await store.close();
lines.close();
