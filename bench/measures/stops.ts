import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from '../child.ts';
import type { Contestant, ContestantName } from '../contestants.ts';
import { quantile } from '../statistics.ts';
import { openStream } from '../stream.ts';
import { LIMIT_MS, type Upstream, watchUpstream, within } from '../upstream.ts';
import { type Mode, monotonicMs, RETRY_AFTER_SECONDS } from '../wish.ts';

const moments = {
  'before headers': { mode: 'silence', tokens: 1 },
  'before the first token': { mode: 'headers', tokens: 1 },
  // Ten seconds long: it does not end by itself while it is awaited.
  'mid-stream': { mode: 'answer', tokens: 500 },
  'during a back-off': { mode: 'busy', tokens: 1 },
} as const satisfies Record<string, { mode: Mode; tokens: number }>;
type Moment = keyof typeof moments;

export interface StopRow {
  contestant: ContestantName;
  stops: number;
  /** Those after which the provider's connection was closed, or no further try came. */
  arrived: number;
  /** Of those that arrived; null where none did. */
  p50Ms: number | null;
  p99Ms: number | null;
  byMoment: Partial<Record<Moment, { stops: number; arrived: number; p99Ms: number | null }>>;
}

const AT_ONCE = 20;
const APART_MS = 25;
const SETTLE_MS = 1_000;
const LOOK_MS = 2;

/**
 * Stops streams by leaving, and notes when the provider saw its connection close.
 * A stop during a back-off has nothing to close upstream: there it is the task's own end that counts, and that the
 * provider is not asked again. It is measured only where the contestant waits and counts what was stopped.
 * @param perMoment how many stops at each moment
 */
export async function measureStops(
  contestant: Contestant,
  provider: Child,
  perMoment: number,
): Promise<StopRow> {
  const upstream = watchUpstream(provider);
  const byMoment: StopRow['byMoment'] = {};
  const delays: number[] = [];
  let stops = 0;
  try {
    for (const moment of Object.keys(moments) as Moment[]) {
      if (moment === 'during a back-off' && !contestant.stopped) continue;
      const results: (number | undefined)[] = [];
      while (results.length < perMoment) {
        const ids = Array.from(
          { length: Math.min(AT_ONCE, perMoment - results.length) },
          (_, number) => `${contestant.name}-${moment.replaceAll(' ', '_')}-${results.length + number}`,
        );
        results.push(
          ...(moment === 'during a back-off'
            ? await stopInBackOff(contestant, upstream, ids)
            : await Promise.all(ids.map((id, number) => stopOne(contestant, upstream, moment, id, number)))),
        );
      }
      const arrived = results.filter((result) => result !== undefined);
      byMoment[moment] = {
        stops: results.length,
        arrived: arrived.length,
        p99Ms: orNull(quantile(arrived, 0.99)),
      };
      delays.push(...arrived);
      stops += results.length;
    }
  } finally {
    upstream.end();
  }
  return {
    contestant: contestant.name,
    stops,
    arrived: delays.length,
    p50Ms: orNull(quantile(delays, 0.5)),
    p99Ms: orNull(quantile(delays, 0.99)),
    byMoment,
  };
}

/** A number, or null for JSON. */
function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** @returns milliseconds until the provider saw the end, or undefined where it never did */
async function stopOne(
  contestant: Contestant,
  upstream: Upstream,
  moment: Exclude<Moment, 'during a back-off'>,
  id: string,
  number: number,
): Promise<number | undefined> {
  // All at once they would wait for each other’s beginning, which no stop of a person does.
  await sleep(number * APART_MS);
  const writes = Promise.withResolvers<boolean>();
  let tokens = 0;
  const stream = openStream(
    contestant,
    { id, ...moments[moment] },
    {
      onTokens(count) {
        tokens += count;
        if (tokens > 5) writes.resolve(true);
      },
    },
  );
  await (moment === 'mid-stream' ? within(writes.promise) : upstream.asked(id));
  await sleep(20 + Math.random() * 50);
  const at = monotonicMs();
  stream.stop();
  const closed = await upstream.closed(id);
  return closed?.early === true ? closed.at - at : undefined;
}

async function stopInBackOff(
  contestant: Contestant,
  upstream: Upstream,
  ids: string[],
): Promise<(number | undefined)[]> {
  const { stopped } = contestant;
  if (!stopped) return [];
  const waiting = await Promise.all(
    ids.map(async (id) => {
      const pausing = Promise.withResolvers<boolean>();
      const stream = openStream(
        contestant,
        { id, ...moments['during a back-off'] },
        {
          onText: (text) => {
            if (text.includes('"step":"retry"')) pausing.resolve(true);
          },
        },
      );
      const isPausing = await within(pausing.promise);
      return { id, stream, isPausing };
    }),
  );
  const begun = performance.now();
  // Earlier tasks may still be entered into the ledger, and count as stopped only then.
  await sleep(SETTLE_MS);
  // One after the other, because the count does not say which task it speaks of.
  const results: { id: string; delay: number | undefined }[] = [];
  for (const { id, stream, isPausing } of waiting) {
    const before = await stopped();
    const at = monotonicMs();
    stream.stop();
    const heard = await untilStopped(stopped, before);
    results.push({ id, delay: isPausing && heard !== undefined ? heard - at : undefined });
  }
  await sleep((RETRY_AFTER_SECONDS + 1) * 1_000 - (performance.now() - begun));
  return results.map(({ id, delay }) => (upstream.timesAsked(id) === 1 ? delay : undefined));
}

/** @returns when one more task than `before` had ended by a stop, or undefined where none did in time */
async function untilStopped(
  stopped: NonNullable<Contestant['stopped']>,
  before: number,
): Promise<number | undefined> {
  const from = monotonicMs();
  while (monotonicMs() - from < LIMIT_MS) {
    if ((await stopped()) > before) return monotonicMs();
    await sleep(LOOK_MS);
  }
  return undefined;
}
