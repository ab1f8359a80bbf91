import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ErrorCode } from '../../contract/errors.ts';
import { type CallStates, problemsOf, problemsWithLost, readAccounts, readStates } from './accounts.ts';
import { describeMachine } from '../machine.ts';
import { say, until } from './looking.ts';
import { askOnce, type BenchPerson, type LoadFigures, type LoadPlan, runPeople } from './people.ts';
import type { Postgres } from './postgres.ts';
import { readTallies } from './tally.ts';
import { furnish, kommunen, models, startWorld, type World } from './world.ts';

/**
 * What happens to people and to the books when something breaks: `node bench/verbund/faults.ts`. Each fault has a Verbund of
 * its own: two backends, a database, sixty people who ask all the time. `--short`: one Verbund in which two things break,
 * a few people, about twenty seconds; for the tests.
 */

/** What one fault did. */
export interface FaultRow {
  fault: string;
  /** Whole answers. */
  done: number;
  /** All others by what people were told. */
  told: Record<string, number>;
  states: CallStates;
  /** Nothing where all went as it must. */
  problems: string[];
}

interface Fault {
  name: string;
  /** What people may be told; anything else is a problem. `cut`: their connection broke. */
  mayTell: readonly (ErrorCode | 'cut')[];
  /** Whether calls may be given up as lost: only where a process was killed. */
  mayLose: boolean;
  strike(world: World): Promise<void>;
}

const isShort = process.argv.includes('--short');
const plan: LoadPlan = isShort
  ? { seconds: 9, thinkMs: { from: 300, to: 1_200 }, tokens: { from: 20, to: 60 }, direct: 0 }
  : { seconds: 20, thinkMs: { from: 500, to: 2_500 }, tokens: { from: 50, to: 150 }, direct: 0 };
const PEOPLE = isShort ? 15 : 60;
const BEFORE_MS = isShort ? 2_000 : 6_000;
const AWAY_MS = isShort ? 2_000 : 5_000;
/** Until what was finished while the database was away is in it. */
const SETTLE_SECONDS = 60;
const CLOCK = { NODE_OPTIONS: '--import=./bench/verbund/processes/shifted-clock.ts' };

const MIGRATION = 'a migration fails';
const DISK = 'the disk of the database is full for five seconds';

const faults: Fault[] = [
  {
    name: 'the database is killed in the middle of streams and comes back',
    mayTell: ['store_unavailable'],
    mayLose: false,
    async strike({ postgres }) {
      await postgres.stop('crash');
      await sleep(AWAY_MS);
      await postgres.start();
    },
  },
  {
    name: 'the database is restarted in order',
    mayTell: ['store_unavailable'],
    mayLose: false,
    async strike({ postgres }) {
      await postgres.stop('orderly');
      await postgres.start();
    },
  },
  {
    name: 'one of two backends is killed under load',
    mayTell: ['cut'],
    mayLose: true,
    strike({ backends }) {
      backends[0]?.kill('SIGKILL');
      return Promise.resolve();
    },
  },
  {
    name: 'one of two backends is ended in order under load',
    mayTell: ['shutting_down', 'cut'],
    mayLose: false,
    async strike({ backends }) {
      await backends[0]?.stop();
    },
  },
  {
    name: 'the clock of a third backend is five hours fast',
    mayTell: [],
    mayLose: false,
    async strike({ addBackend }) {
      await addBackend({ ...CLOCK, BENCH_CLOCK_SHIFT_SECONDS: String(5 * 3600) });
    },
  },
  {
    name: 'the clock of a third backend is five hours slow',
    // Every token is of the future there.
    mayTell: ['sign_in_required'],
    mayLose: false,
    async strike({ addBackend }) {
      await addBackend({ ...CLOCK, BENCH_CLOCK_SHIFT_SECONDS: String(-5 * 3600) });
    },
  },
];

const both: Fault = {
  name: 'the database is killed and comes back, then a backend is killed',
  mayTell: ['store_unavailable', 'cut'],
  mayLose: true,
  async strike({ postgres, backends }) {
    await postgres.stop('crash');
    await sleep(AWAY_MS);
    await postgres.start();
    await sleep(AWAY_MS);
    backends[0]?.kill('SIGKILL');
  },
};

/** Only faults whose name holds these words, and then nothing is written. */
const wanted = process.argv[2] ?? '';
const rows = isShort ? [await measure(both)] : await measureAll();
process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
if (wanted === '') {
  const record = { measuredAt: new Date().toISOString(), machine: describeMachine(null), rows };
  await writeFile(new URL('faults.json', import.meta.url), `${JSON.stringify(record, null, 2)}\n`);
}
if (rows.some(({ problems }) => problems.length > 0)) process.exitCode = 1;

async function measureAll(): Promise<FaultRow[]> {
  const all: FaultRow[] = [];
  for (const fault of faults) if (fault.name.includes(wanted)) all.push(await measure(fault));
  if (MIGRATION.includes(wanted)) all.push(await failedMigration());
  if (DISK.includes(wanted)) all.push(...(await fullDisk()));
  return all;
}

async function measure(fault: Fault, databaseFolder?: string): Promise<FaultRow> {
  say(fault.name);
  const world = await startWorld(2, {
    ...(databaseFolder !== undefined && { databaseFolder }),
    ...(isShort && { script: 'bench/verbund/processes/replica.ts' }),
  });
  try {
    await furnish(world);
    const people = await world.people(PEOPLE);
    const alive = () => world.backends.filter((child) => !child.isGone()).map(({ address }) => address);
    const [figures] = await Promise.all([
      runPeople(people, alive, world.provider.address, plan),
      sleep(BEFORE_MS).then(() => fault.strike(world)),
    ]);
    return await judge(fault, figures, world, people);
  } finally {
    await world.close();
  }
}

async function judge(
  { name, mayTell, mayLose }: Fault,
  figures: LoadFigures,
  world: World,
  people: readonly BenchPerson[],
): Promise<FaultRow> {
  const { postgres, provider, admin } = world;
  if (mayLose) await giveUpLost(postgres);
  const isSettled = await until(async () => (await readStates(postgres)).reserved === 0, SETTLE_SECONDS);
  const budgets = await admin.settled();
  const prices = new Map(models.map(({ id, price }) => [`${id}-at-provider`, price]));
  const tallies = await readTallies(provider.address);
  const ids = kommunen.map(({ id }) => id);
  const accounts = await readAccounts(ids, tallies, prices, postgres, budgets);
  const states = await readStates(postgres);
  const asked = tallies.reduce((sum, tally) => sum + tally.asked, 0);
  const broken = tallies.reduce((sum, tally) => sum + tally.broken, 0);
  const [charged] = await postgres.query('select count(*) from amtsfeder.charge');
  const later = await askOnce(addressOf(world), people[0] as BenchPerson, 20);
  return {
    fault: name,
    done: figures.done,
    told: figures.failed,
    states,
    problems: [
      ...(isSettled ? [] : [`${states.reserved} calls are still open`]),
      ...(mayLose ? problemsWithLost(accounts, states.lost) : problemsOf(accounts)),
      ...(mayLose || states.lost === 0 ? [] : [`${states.lost} calls were given up as lost`]),
      // Every question that reached the provider is charged, none twice.
      ...(Number(charged?.count) >= asked && (mayLose || Number(charged?.count) === asked)
        ? []
        : [`${asked} calls at the provider, ${Number(charged?.count)} charged`]),
      ...(mayLose || broken === 0 ? [] : [`${broken} answers were broken off`]),
      ...Object.keys(figures.failed)
        .filter((why) => !(mayTell as readonly string[]).includes(why))
        .map((why) => `people were told ${why}`),
      ...(later.outcome === 'done' ? [] : [`afterwards: ${later.why}`]),
    ],
  };
}

/**
 * What the job of the backends does with calls whose process is gone, once their lease of twenty minutes is over; here at
 * once.
 */
async function giveUpLost({ query }: Postgres): Promise<void> {
  await query(`update amtsfeder.call set lease = now() - interval '1 second' where state = 'reserved'`);
  for (;;) {
    const [row] = await query(
      `select set_config('amtsfeder.scope', 'verbund', false), amtsfeder.reap_call() as reaped`,
    );
    if (row?.reaped === null) return;
  }
}

function addressOf({ backends }: World): URL {
  const [alive] = backends.filter((child) => !child.isGone());
  if (!alive) throw new Error('no backend is alive');
  return alive.address;
}

/** A table is in the way of a migration: the start is refused, nothing is changed, and without it all goes well. */
async function failedMigration(): Promise<FaultRow> {
  say(MIGRATION);
  const world = await startWorld(0);
  try {
    await world.postgres.query(
      'create schema amtsfeder authorization house; create table amtsfeder.call (a int); alter table amtsfeder.call owner to house',
    );
    const tables = () =>
      world.postgres.query(`select tablename from pg_tables where schemaname = 'amtsfeder' order by 1`);
    const refused = await world.addBackend().then(
      () => 'it started',
      (fault: unknown) => String(fault),
    );
    const left = await tables();
    await world.postgres.query('drop table amtsfeder.call');
    await world.addBackend();
    await furnish(world);
    const [person] = await world.people(6);
    const later = await askOnce(addressOf(world), person as BenchPerson, 20);
    return {
      fault: MIGRATION,
      done: later.outcome === 'done' ? 1 : 0,
      told: { [refused.split('\n').find((line) => line.includes('migration')) ?? refused]: 1 },
      states: await readStates(world.postgres),
      problems: [
        ...(/the migration \w+ failed/.test(refused) ? [] : [`at the start: ${refused}`]),
        // The obstacle and the list of migrations, which is empty.
        ...(left.every(({ tablename }) => tablename === 'call' || tablename === 'migration')
          ? []
          : [`half a migration was left: ${JSON.stringify(left)}`]),
        ...(later.outcome === 'done' ? [] : [`afterwards: ${later.why}`]),
      ],
    };
  } finally {
    await world.close();
  }
}

/** The disk of the database fills up and is emptied again. Nothing where no small disk can be made here. */
async function fullDisk(): Promise<FaultRow[]> {
  const disk = await mkdtemp(join(tmpdir(), 'amtsfeder-disk-'));
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300m,mode=0755', 'tmpfs', disk]);
  if (mount.status !== 0) {
    say('a full disk: none can be made here');
    return [];
  }
  const filler = join(disk, 'filler');
  try {
    const row = await measure(
      {
        name: DISK,
        mayTell: ['store_unavailable'],
        mayLose: false,
        async strike({ postgres }) {
          spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k']);
          // New files and new segments of the log have no room; what has room already goes on.
          await postgres.query('select pg_switch_wal()').catch(() => undefined);
          await sleep(AWAY_MS);
          await rm(filler);
          await postgres.revive();
        },
      },
      disk,
    );
    return [row];
  } finally {
    spawnSync('umount', [disk]);
    await rm(disk, { recursive: true, force: true });
  }
}
