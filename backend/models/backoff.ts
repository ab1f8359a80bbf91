import type { ErrorCode } from '../../contract/errors.ts';
import type { Clock } from './clock.ts';
import { ModelError } from './model.ts';

/** What to do after a fault before the first text. */
export type NextStep = { do: 'retry'; inMs: number } | { do: 'failover' } | { do: 'give-up' };

/** The first pause; each further one is twice as long. */
const FIRST_PAUSE_MS = 500;
/** A provider that wants us to wait longer than this is left for the next model: a person is waiting. */
export const MAX_RETRY_AFTER_MS = 10_000;

/** Faults that may be over in a moment. A silent model is not among them: it took its time already. */
const passing: ReadonlySet<ErrorCode> = new Set(['model_busy', 'model_unreachable', 'model_cut']);

/**
 * Faults of this one model that say nothing about the request: another model may do better. An empty or unreadable
 * answer is one of them. A refusal is not: it is an answer, and a text that one model refused is not passed around.
 */
const ofThisModel: ReadonlySet<ErrorCode> = new Set([
  ...passing,
  'model_silent',
  'model_malformed',
  'model_empty',
  'model_key_refused',
  'model_request_refused',
  'too_large',
]);

/**
 * Decides what follows a fault. Only for faults before the first text: a request that was answered in part is never
 * sent again.
 * @param attempt 0 for the first one at this model
 * @param random from 0 to 1, spreads the retries of many people
 */
export function nextStep(
  fault: ModelError,
  attempt: number,
  { retries, othersLeft, random }: { retries: number; othersLeft: boolean; random: number },
): NextStep {
  const asked = fault.retryAfterMs ?? 0;
  if (passing.has(fault.code) && attempt < retries && asked <= MAX_RETRY_AFTER_MS) {
    const pause = FIRST_PAUSE_MS * 2 ** attempt;
    return { do: 'retry', inMs: Math.round(Math.max(asked, pause / 2) + (random * pause) / 2) };
  }
  return othersLeft && ofThisModel.has(fault.code) ? { do: 'failover' } : { do: 'give-up' };
}

/**
 * Waits.
 * @throws ModelError stopped, at once, when the signal is aborted
 */
export async function pause(ms: number, signal: AbortSignal, clock: Clock): Promise<void> {
  if (signal.aborted) throw new ModelError('stopped');
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      callOff();
      reject(new ModelError('stopped'));
    };
    const callOff = clock.after(ms, () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    signal.addEventListener('abort', stop, { once: true });
  });
}
