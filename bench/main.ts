import { writeFile } from 'node:fs/promises';
import { type Child, startChild } from './child.ts';
import { type Contestant, contestantNames, missingParts, startContestant } from './contestants.ts';
import { faultLines, isClean, measureFaults } from './faults.ts';
import { goalsOf, type Results } from './goals.ts';
import { type Cores, describeMachine, pinCores } from './machine.ts';
import { measureFirstToken } from './measures/first-token.ts';
import { measureMemory, medianRow, type MemoryRow } from './measures/memory.ts';
import { measureStops, type StopRow } from './measures/stops.ts';
import { full, quick } from './plans.ts';
import { goalLines, tableLines } from './report.ts';
import { measurePane } from './size.ts';

const missing = missingParts();
if (missing.length > 0) {
  process.stderr.write(`The benchmark needs first:\n${missing.map((command) => `  ${command}\n`).join('')}`);
  process.exit(1);
}

const isQuick = process.argv.includes('--quick');
const plan = isQuick ? quick : full;
const say = (words: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`);
const cores = pinCores();
const machine = describeMachine(cores);

const results: Results = {
  ...(await sideBySide(cores)),
  faults: await measureFaults(plan.faultStep, say),
  pane: await measurePane(),
};
const goals = goalsOf(results);
process.stdout.write(
  `${[...tableLines(results), '', ...faultLines(results.faults), '', ...goalLines(goals)].join('\n')}\n`,
);
if (!isQuick) {
  const record = { measuredAt: new Date().toISOString(), machine, plan, goals, ...results };
  await writeFile(new URL('results.json', import.meta.url), `${JSON.stringify(record, null, 2)}\n`);
}
const failed = results.firstToken.filter((row) => row.failed > 0);
for (const row of failed) {
  say(`${row.contestant} at ${row.streams} streams: ${row.failed} answers were not whole`);
}
if (!isClean(results.faults) || failed.length > 0) process.exitCode = 1;

async function sideBySide(pinned: Cores | null): Promise<Pick<Results, 'firstToken' | 'memory' | 'stops'>> {
  const provider = await startChild('bench/processes/provider.ts', { cores: pinned?.others, probed: false });
  try {
    const { firstToken, stops } = await loaded(provider, pinned);
    return { firstToken, stops, memory: await weighed(provider, pinned) };
  } finally {
    await provider.stop();
  }
}

async function loaded(provider: Child, pinned: Cores | null): Promise<Pick<Results, 'firstToken' | 'stops'>> {
  const contestants: Contestant[] = [];
  try {
    for (const name of contestantNames) {
      contestants.push(await startContestant(name, provider.address, pinned?.gateway));
    }
    const firstToken = await measureFirstToken(contestants, plan.firstToken, say);
    const stops: StopRow[] = [];
    for (const contestant of contestants) {
      say(`stops: ${contestant.name}`);
      stops.push(await measureStops(contestant, provider, plan.stopsPerMoment));
    }
    return { firstToken, stops };
  } finally {
    await Promise.all(contestants.map(({ child }) => child?.stop()));
  }
}

async function weighed(provider: Child, pinned: Cores | null): Promise<MemoryRow[]> {
  const rows: MemoryRow[] = [];
  for (let round = 0; round < plan.memory.processes; round += 1) {
    for (const name of contestantNames) {
      if (name === 'provider') continue;
      say(`memory: ${name}, process ${round + 1} of ${plan.memory.processes}`);
      const contestant = await startContestant(name, provider.address, pinned?.gateway);
      try {
        rows.push(await measureMemory(contestant, plan.memory));
      } finally {
        await contestant.child?.stop();
      }
    }
  }
  return contestantNames.flatMap((name) => medianRow(rows.filter(({ contestant }) => contestant === name)));
}
