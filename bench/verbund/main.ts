import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from '../child.ts';
import { describeMachine } from '../machine.ts';
import { quantile } from '../statistics.ts';
import { type AccountRow, problemsOf, readAccounts, readStates } from './accounts.ts';
import { say } from './looking.ts';
import { type LoadFigures, type LoadPlan, runPeople } from './people.ts';
import { readTallies } from './tally.ts';
import { measureWall } from './wall.ts';
import { furnish, kommunen, models, startWorld, type World } from './world.ts';

/** The load on the Verbund: see bench/README.md. `--quick`: everything small; writes nothing. */

const isQuick = process.argv.includes('--quick');
const PEOPLE = isQuick ? 60 : 500;
const BACKENDS = 2;
/** Whose money ends after the load. */
const WALLED = 'vg-oberes-glantal';
const plan: LoadPlan = {
  seconds: isQuick ? 15 : 120,
  thinkMs: isQuick ? { from: 2_000, to: 8_000 } : { from: 10_000, to: 30_000 },
  tokens: { from: 20, to: 140 },
  direct: 8,
};
const warmUp: LoadPlan = {
  seconds: 8,
  thinkMs: { from: 500, to: 2_000 },
  tokens: { from: 20, to: 40 },
  direct: 0,
};

const machine = describeMachine(null);
const world = await startWorld(BACKENDS);
try {
  say('prices, approvals and budgets by the API');
  await furnish(world);
  const people = await world.people(PEOPLE);
  const addresses = world.backends.map(({ address }) => address);
  say('warm-up');
  await runPeople(people.slice(0, 20), () => addresses, world.provider.address, warmUp);
  say(`${PEOPLE} people, ${plan.seconds} seconds, ${BACKENDS} backends`);
  const before = await costsOf(world);
  const [figures, peaks] = await Promise.all([
    runPeople(people, () => addresses, world.provider.address, plan),
    memoryOf(world, plan.seconds),
  ]);
  const after = await costsOf(world);
  say('are the books right?');
  const budgets = await world.admin.settled();
  const prices = new Map(models.map(({ id, price }) => [`${id}-at-provider`, price]));
  const tallies = (await readTallies(world.provider.address)).filter(({ kommune }) => kommune !== 'direct');
  const rows = await readAccounts(
    kommunen.map(({ id }) => id),
    tallies,
    prices,
    world.postgres,
    budgets,
  );
  const states = await readStates(world.postgres);
  say('the end of a budget');
  const wall = await measureWall(world, people, WALLED);
  const results = {
    people: PEOPLE,
    backends: BACKENDS,
    plan,
    tasks: figures.done,
    tasksPerSecond: rounded(figures.done / plan.seconds),
    tokens: figures.tokens,
    mostStreams: figures.mostStreams,
    failed: figures.failed,
    firstToken: firstTokenOf(figures),
    processes: before.map(({ name, cpuMs }, at) => ({
      name,
      cpuPercentOfACore: rounded((((after[at]?.cpuMs ?? NaN) - cpuMs) / (plan.seconds * 1000)) * 100),
      cpuMsPerTask: rounded(((after[at]?.cpuMs ?? NaN) - cpuMs) / figures.done),
      mostMegabytes: Math.round((peaks.get(name) ?? NaN) / 1024 / 1024),
    })),
    states,
    books: rows.map(wordsOf),
    wall,
    problems: [
      ...problemsOf(rows),
      ...wall.problems,
      ...(states.reserved === 0 && states.lost === 0
        ? []
        : [`calls that were not settled: ${JSON.stringify(states)}`]),
      ...Object.entries(figures.failed).map(([why, count]) => `${count} × ${why}`),
      ...world.backends.flatMap((child, at) => (child.hasDied() ? [`backend ${at + 1} died`] : [])),
    ],
  };
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  if (!isQuick) {
    const record = { measuredAt: new Date().toISOString(), machine, ...results };
    await writeFile(new URL('results.json', import.meta.url), `${JSON.stringify(record, null, 2)}\n`);
  }
  if (results.problems.length > 0) process.exitCode = 1;
} finally {
  await world.close();
}

function rounded(value: number): number {
  return Number(value.toFixed(1));
}

function firstTokenOf({ firstTokenMs, directFirstTokenMs }: LoadFigures) {
  const at = (share: number) => ({
    directMs: rounded(quantile(directFirstTokenMs, share)),
    addedMs: rounded(quantile(firstTokenMs, share) - quantile(directFirstTokenMs, share)),
  });
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), direct: directFirstTokenMs.length };
}

interface NamedCost {
  name: string;
  cpuMs: number;
  rssBytes: number;
}

async function costsOf({ backends, postgres }: World): Promise<NamedCost[]> {
  const named = (child: Child, at: number) =>
    child.cost({ settle: false }).then((cost) => ({ name: `backend ${at + 1}`, ...cost }));
  return Promise.all([
    ...backends.map(named),
    postgres.cost().then((cost) => ({ name: 'PostgreSQL', ...cost })),
  ]);
}

/** The most that each process held, looked at once a second. */
async function memoryOf(running: World, seconds: number): Promise<Map<string, number>> {
  const most = new Map<string, number>();
  for (let second = 0; second < seconds; second += 1) {
    for (const { name, rssBytes } of await costsOf(running)) {
      most.set(name, Math.max(most.get(name) ?? 0, rssBytes));
    }
    await sleep(1_000);
  }
  return most;
}

function wordsOf(row: AccountRow) {
  return {
    kommune: row.kommune,
    answers: row.finished,
    ledgerLines: row.entered,
    providerEuro: euro(row.providerPico),
    ledgerEuro: euro(row.ledgerPico),
    budgetEuro: euro(row.budgetPico),
  };
}

/** All twelve places, so that nothing hides in a rounding. */
function euro(pico: bigint): string {
  const digits = pico.toString().padStart(13, '0');
  return `${digits.slice(0, -12)}.${digits.slice(-12)}`;
}
