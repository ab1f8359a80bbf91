import { setTimeout as sleep } from 'node:timers/promises';
import type { Contestant } from './contestants.ts';
import { openStream } from './stream.ts';
import { TOKEN_MS } from './wish.ts';

export interface LoadPlan {
  /** Streams that are open at every moment. */
  streams: number;
  /** Tokens of each. */
  tokens: number;
  rampMs: number;
  windowMs: number;
}

/** What was seen between the end of the ramp and the end of the window. */
export interface LoadFigures {
  /** Of the streams that began in the window. */
  firstTokenMs: number[];
  tokens: number;
  /** CPU of the contestant; undefined for the provider itself. */
  cpuMs: number | undefined;
  /** Streams, also of the ramp, that were not complete or not of the right length. */
  failed: number;
}

/** Keeps so many streams open: whoever is done begins anew. No stream is cut off at the end. */
export async function runLoad(contestant: Contestant, plan: LoadPlan): Promise<LoadFigures> {
  const figures: LoadFigures = { firstTokenMs: [], tokens: 0, cpuMs: undefined, failed: 0 };
  const begun = performance.now();
  const measureFrom = begun + plan.rampMs;
  const end = measureFrom + plan.windowMs;
  let isMeasuring = false;
  const onTokens = (count: number) => {
    if (isMeasuring) figures.tokens += count;
  };

  const person = async (number: number) => {
    // Spread over the length of a stream, or they would all ask at the same moment.
    await sleep((number / plan.streams) * plan.tokens * TOKEN_MS);
    while (performance.now() < end) {
      const at = performance.now();
      const wish = { id: 'load', mode: 'answer', tokens: plan.tokens } as const;
      const { firstTokenMs, tokens, complete } = await openStream(contestant, wish, { onTokens }).ended;
      if (!complete || tokens !== plan.tokens || firstTokenMs === undefined) figures.failed += 1;
      else if (at >= measureFrom && at < end) figures.firstTokenMs.push(firstTokenMs);
      await sleep(Math.random() * 2 * TOKEN_MS);
    }
  };
  const people = Promise.all(Array.from({ length: plan.streams }, (_, number) => person(number)));

  await sleep(plan.rampMs);
  const before = await contestant.child?.cost({ settle: false });
  isMeasuring = true;
  await sleep(end - performance.now());
  isMeasuring = false;
  const after = await contestant.child?.cost({ settle: false });
  if (before && after) figures.cpuMs = after.cpuMs - before.cpuMs;
  await people;
  return figures;
}
