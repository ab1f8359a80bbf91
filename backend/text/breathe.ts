import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Called once for each unit of work (a block, a sentence, a row of a matrix). Returns a promise when it is time to
 * let other requests have the event loop, and undefined otherwise, so that short texts pay for no turn at all.
 * @throws the signal's reason when the person has stopped the task
 */
export type Breathe = () => Promise<void> | undefined;

const SLICE_MS = 8;

/**
 * A breath that lets go of the event loop after about 8 ms of work.
 * @param signal stops the work at the next breath
 * @param now milliseconds of a clock that never goes back
 */
export function breatheWith(signal: AbortSignal, now: () => number = () => performance.now()): Breathe {
  let since = now();
  return () => {
    signal.throwIfAborted();
    if (now() - since < SLICE_MS) return undefined;
    return nextTurn().then(() => {
      signal.throwIfAborted();
      since = now();
    });
  };
}
