import { type Contestant, type ContestantName } from '../contestants.ts';
import { type LoadFigures, runLoad } from '../load.ts';
import { median, quantile } from '../statistics.ts';

export interface FirstTokenPlan {
  /** How many streams are open at once, and how long each of them is. */
  levels: readonly { streams: number; tokens: number }[];
  rounds: number;
  warmMs: number;
  rampMs: number;
  windowMs: number;
}

/** Medians over the rounds. Times of the provider are those of asking it directly; the others' are added to those. */
export interface FirstTokenRow {
  streams: number;
  contestant: ContestantName;
  p50Ms: number;
  p99Ms: number;
  /** Null for the provider itself. */
  cpuMsPer1000Tokens: number | null;
  tokensPerSecond: number;
  /** Streams over all rounds. */
  measured: number;
  failed: number;
}

/**
 * Loads the contestants in turn, each round in another order, so that a slow minute of the machine meets them all.
 * @param contestants the first is the provider itself
 */
export async function measureFirstToken(
  contestants: readonly Contestant[],
  plan: FirstTokenPlan,
  say: (words: string) => void,
): Promise<FirstTokenRow[]> {
  for (const contestant of contestants) {
    await runLoad(contestant, { streams: 50, tokens: 60, rampMs: 0, windowMs: plan.warmMs });
  }
  const seen = new Map<string, LoadFigures[]>();
  const keyOf = (streams: number, name: ContestantName) => `${streams} ${name}`;
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const { streams, tokens } of plan.levels) {
      say(`first token, round ${round + 1} of ${plan.rounds}, ${streams} streams`);
      for (const contestant of turned(contestants, round)) {
        const figures = await runLoad(contestant, { ...plan, streams, tokens });
        const key = keyOf(streams, contestant.name);
        seen.set(key, [...(seen.get(key) ?? []), figures]);
      }
    }
  }
  return plan.levels.flatMap(({ streams }) => {
    const roundsOf = ({ name }: Contestant) => seen.get(keyOf(streams, name)) ?? [];
    const direct = contestants[0] ? roundsOf(contestants[0]) : [];
    return contestants.map((contestant) => rowOf(streams, contestant, roundsOf(contestant), direct, plan));
  });
}

function turned<Item>(items: readonly Item[], by: number): Item[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

function rowOf(
  streams: number,
  contestant: Contestant,
  rounds: readonly LoadFigures[],
  direct: readonly LoadFigures[],
  { windowMs }: FirstTokenPlan,
): FirstTokenRow {
  // The difference is taken within a round, before the median: rounds differ more than contestants do.
  const added = (share: number) =>
    median(
      rounds.map(({ firstTokenMs }, round) => {
        const base = contestant.child ? quantile(direct[round]?.firstTokenMs ?? [], share) : 0;
        return quantile(firstTokenMs, share) - base;
      }),
    );
  return {
    streams,
    contestant: contestant.name,
    p50Ms: added(0.5),
    p99Ms: added(0.99),
    cpuMsPer1000Tokens: contestant.child
      ? median(rounds.map(({ cpuMs, tokens }) => ((cpuMs ?? NaN) / tokens) * 1_000))
      : null,
    tokensPerSecond: median(rounds.map(({ tokens }) => (tokens / windowMs) * 1_000)),
    measured: rounds.reduce((sum, { firstTokenMs }) => sum + firstTokenMs.length, 0),
    failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
  };
}
