import type { FirstTokenPlan } from './measures/first-token.ts';
import type { MemoryPlan } from './measures/memory.ts';

export interface Plan {
  firstToken: FirstTokenPlan;
  memory: MemoryPlan;
  stopsPerMoment: number;
  /** Every how many bytes an answer breaks. */
  faultStep: number;
}

/** A stream alone is short, so that enough of them fit into a window: only its first token counts. */
const levels = [
  { streams: 1, tokens: 6 },
  { streams: 50, tokens: 60 },
  { streams: 200, tokens: 60 },
];

/** About a quarter of an hour. */
export const full: Plan = {
  firstToken: { levels, rounds: 5, warmMs: 8_000, rampMs: 2_000, windowMs: 6_000 },
  memory: { processes: 3, streams: 1_000, warmMs: 5_000, settleMs: 2_000 },
  stopsPerMoment: 100,
  faultStep: 1,
};

/** About two minutes, to see that everything works; its figures say little. */
export const quick: Plan = {
  firstToken: { levels, rounds: 1, warmMs: 2_000, rampMs: 1_500, windowMs: 2_000 },
  memory: { processes: 1, streams: 200, warmMs: 1_500, settleMs: 500 },
  stopsPerMoment: 20,
  faultStep: 29,
};
