import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startScriptedProvider, type ScriptedProvider } from '../backend/models/testing/scripted-provider.ts';
import type { WireFormat } from '../backend/models/testing/wire.ts';
import { type SignedIn, startSignedIn } from './amtsfeder.ts';
import type { Child } from './child.ts';
import { type Breach, judge, type Verdict } from './faults/judge.ts';
import { faultText, type How, hows, model, recordingOf, scriptFor } from './faults/recording.ts';
import { runTask } from './faults/task.ts';

/** All of the product's limits in this measure. */
const LIMIT_SECONDS = 1.2;
const MAX_SILENCE_MS = (LIMIT_SECONDS + 1) * 1_000;
const AT_ONCE = 48;

/** One cell of the matrix over all byte offsets. */
export interface FaultRow {
  format: WireFormat;
  fault: How;
  cases: number;
  /** How often tasks ended with `done` and with each error. */
  outcomes: Record<string, number>;
  breaches: Partial<Record<Breach, number>>;
  longestSilenceMs: number;
  /** Told as broken although the end mark had come in full: no breach, but not nice. */
  falseAlarms: number;
}

export interface FaultFigures {
  rows: FaultRow[];
  /** Processes of the product that ended by themselves or did not answer afterwards. */
  crashes: number;
  /** Connections to the provider that were still open afterwards. */
  leftOpen: number;
}

/**
 * Lets the provider's answer break at every byte: the whole product process, over HTTP, in both wire formats.
 * @param step 1 for every offset, more to leave some out
 */
export async function measureFaults(step: number, say: (words: string) => void): Promise<FaultFigures> {
  const parts = await Promise.all(
    (['openai', 'gemini'] as const).map((format) => oneFormat(format, step, say)),
  );
  return {
    rows: parts.flatMap(({ rows }) => rows),
    crashes: parts.filter(({ hasCrashed }) => hasCrashed).length,
    leftOpen: parts.reduce((sum, { leftOpen }) => sum + leftOpen, 0),
  };
}

async function oneFormat(format: WireFormat, step: number, say: (words: string) => void) {
  const provider = await startScriptedProvider();
  provider.script((request) => scriptFor(request.body));
  const product = await startSignedIn({ probed: true, env: environment(format, provider) });
  const agent = new Agent({ keepAlive: true });
  try {
    await warmUp(format, product, agent);
    const rows: FaultRow[] = [];
    for (const how of hows) {
      rows.push(await oneFault(format, how, step, product, agent));
      say(`faults: ${format}, ${how} done`);
    }
    await sleep(1_000);
    return { rows, hasCrashed: !(await isWell(product.child)), leftOpen: await countOpen(provider) };
  } finally {
    agent.destroy();
    await product.child.stop();
    await provider.close();
  }
}

function environment(format: WireFormat, provider: ScriptedProvider): Record<string, string> {
  const seconds = String(LIMIT_SECONDS);
  return {
    MODEL_CONNECT_SECONDS: seconds,
    MODEL_FIRST_TEXT_SECONDS: seconds,
    MODEL_IDLE_SECONDS: seconds,
    MODEL_TOTAL_SECONDS: '20',
    ...(format === 'openai'
      ? { OPENAI_API_KEY: 'bench', OPENAI_BASE_URL: provider.openaiURL, OPENAI_MODEL: model }
      : { GEMINI_API_KEY: 'bench', GEMINI_BASE_URL: provider.url, GEMINI_MODEL: model }),
  };
}

/** Whole answers that nobody judges: the first tasks of a process are slow for reasons of their own. */
async function warmUp(format: WireFormat, { child, authorization }: SignedIn, agent: Agent): Promise<void> {
  const whole = faultText('close', recordingOf(format).bytes);
  await Promise.all(
    Array.from({ length: AT_ONCE }, () => runTask(child.address, agent, authorization(), whole)),
  );
}

async function oneFault(
  format: WireFormat,
  fault: How,
  step: number,
  { child, authorization }: SignedIn,
  agent: Agent,
): Promise<FaultRow> {
  const recording = recordingOf(format);
  const verdicts: Verdict[] = [];
  let next = 0;
  const work = async () => {
    while (next <= recording.bytes) {
      const at = next;
      next += step;
      const run = await runTask(child.address, agent, authorization(), faultText(fault, at));
      verdicts.push(judge(run, recording, at, MAX_SILENCE_MS));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return {
    format,
    fault,
    cases: verdicts.length,
    outcomes: countOf(verdicts.map(({ outcome }) => outcome)),
    breaches: countOf(verdicts.flatMap((verdict) => verdict.breaches)),
    longestSilenceMs: verdicts.reduce((longest, { silenceMs }) => Math.max(longest, silenceMs), 0),
    falseAlarms: verdicts.filter(({ falseAlarm }) => falseAlarm).length,
  };
}

function countOf<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  const counts = {} as Record<Key, number>;
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

async function isWell(product: Child): Promise<boolean> {
  if (product.hasDied()) return false;
  const answer = await fetch(new URL('/healthz', product.address), {
    signal: AbortSignal.timeout(2_000),
  }).catch(() => undefined);
  return answer?.ok === true;
}

async function countOpen(provider: ScriptedProvider): Promise<number> {
  const states = await Promise.all(
    provider.requests.map(({ closed }) => Promise.race([closed.then(() => 0), sleep(200, 1)])),
  );
  return states.reduce<number>((sum, state) => sum + state, 0);
}

/** Whether nothing happened that must not. */
export function isClean({ rows, crashes, leftOpen }: FaultFigures): boolean {
  return crashes === 0 && leftOpen === 0 && rows.every((row) => Object.keys(row.breaches).length === 0);
}

/** The matrix as a table, one line each. */
export function faultLines({ rows, crashes, leftOpen }: FaultFigures): string[] {
  const words = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ') || 'none';
  return [
    '| wire format | fault | cases | ended with | breaches | longest silence, ms | false alarms |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| ${row.format} | ${row.fault} | ${row.cases} | ${words(row.outcomes)} | ${words(row.breaches)} | ${Math.round(row.longestSilenceMs)} | ${row.falseAlarms} |`,
    ),
    `Crashes: ${crashes}. Connections to the provider left open: ${leftOpen}.`,
  ];
}

if (import.meta.main) {
  const figures = await measureFaults(process.argv.includes('--quick') ? 29 : 1, (words) =>
    process.stderr.write(`${words}\n`),
  );
  process.stdout.write(`${faultLines(figures).join('\n')}\n`);
  if (!isClean(figures)) process.exitCode = 1;
}
