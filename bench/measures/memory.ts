import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant, ContestantName } from '../contestants.ts';
import { runLoad } from '../load.ts';
import { median } from '../statistics.ts';
import { openStream, type Stream } from '../stream.ts';

export interface MemoryPlan {
  /** How many fresh processes of each contestant are weighed: one alone says little, because of how V8 grows. */
  processes: number;
  streams: number;
  warmMs: number;
  settleMs: number;
}

export interface MemoryRow {
  contestant: ContestantName;
  /** How many of the wanted streams really stood open. */
  open: number;
  rssKbPerStream: number;
  heapKbPerStream: number;
  baseMb: number;
}

const FIRST_TOKEN_MS = 30_000;
const AT_ONCE = 20;

/**
 * Opens streams that got their first token and then wait, and weighs the process before and with them.
 * @param contestant freshly started: memory that an earlier load left behind would hide what the streams take
 */
export async function measureMemory(contestant: Contestant, plan: MemoryPlan): Promise<MemoryRow> {
  const { child } = contestant;
  if (!child) throw new Error('only a process can be weighed');
  await runLoad(contestant, { streams: AT_ONCE, tokens: 10, rampMs: 0, windowMs: plan.warmMs });
  await sleep(plan.settleMs);
  const before = await child.cost({ settle: true });

  const streams: Stream[] = [];
  let open = 0;
  for (let number = 0; number < plan.streams; number += AT_ONCE) {
    const count = Math.min(AT_ONCE, plan.streams - number);
    await Promise.all(
      Array.from({ length: count }, async () => {
        if (await opensIdle(contestant, streams)) open += 1;
      }),
    );
  }
  await sleep(plan.settleMs);
  const after = await child.cost({ settle: true });
  for (const stream of streams) stream.stop();
  return {
    contestant: contestant.name,
    open,
    rssKbPerStream: (after.rssBytes - before.rssBytes) / 1024 / open,
    heapKbPerStream: (after.heapBytes - before.heapBytes) / 1024 / open,
    baseMb: before.rssBytes / 1024 / 1024,
  };
}

/** @returns the medians over processes of one contestant; nothing where there are none */
export function medianRow(rows: readonly MemoryRow[]): MemoryRow[] {
  const [first] = rows;
  if (!first) return [];
  const of = (field: 'rssKbPerStream' | 'heapKbPerStream' | 'baseMb') =>
    median(rows.map((row) => row[field]));
  return [
    {
      contestant: first.contestant,
      open: Math.min(...rows.map(({ open }) => open)),
      rssKbPerStream: of('rssKbPerStream'),
      heapKbPerStream: of('heapKbPerStream'),
      baseMb: of('baseMb'),
    },
  ];
}

async function opensIdle(contestant: Contestant, streams: Stream[]): Promise<boolean> {
  const first = Promise.withResolvers<boolean>();
  const wish = { id: 'load', mode: 'idle', tokens: 1 } as const;
  const stream = openStream(contestant, wish, { onTokens: () => first.resolve(true) });
  streams.push(stream);
  void stream.ended.then(() => first.resolve(false));
  const limit = setTimeout(() => first.resolve(false), FIRST_TOKEN_MS);
  const didOpen = await first.promise;
  clearTimeout(limit);
  return didOpen;
}
