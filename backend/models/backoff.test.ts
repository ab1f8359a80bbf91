import { describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '../../contract/errors.ts';
import { nextStep, pause } from './backoff.ts';
import { ModelError } from './model.ts';
import { manualClock, settle } from './testing/manual-clock.ts';

const policy = { retries: 2, othersLeft: true, random: 0 };
const step = (code: ErrorCode, attempt = 0, more = {}) =>
  nextStep(new ModelError(code), attempt, { ...policy, ...more });

describe('what follows a fault', () => {
  it.each<ErrorCode>(['model_busy', 'model_unreachable', 'model_cut'])('asks again after %s', (code) => {
    expect(step(code)).toEqual({ do: 'retry', inMs: 250 });
    expect(step(code, 1)).toEqual({ do: 'retry', inMs: 500 });
    expect(step(code, 2)).toEqual({ do: 'failover' });
    expect(step(code, 2, { othersLeft: false })).toEqual({ do: 'give-up' });
  });

  it.each<ErrorCode>([
    'model_silent',
    'model_malformed',
    'model_empty',
    'model_key_refused',
    'model_request_refused',
    'too_large',
  ])('takes the next model after %s, without asking again', (code) => {
    expect(step(code)).toEqual({ do: 'failover' });
    expect(step(code, 0, { othersLeft: false })).toEqual({ do: 'give-up' });
  });

  it.each<ErrorCode>(['model_refused', 'stopped', 'answer_too_long', 'model_too_slow', 'internal'])(
    'gives up after %s',
    (code) => {
      expect(step(code)).toEqual({ do: 'give-up' });
    },
  );

  it('spreads the retries, between half the pause and the whole', () => {
    expect(step('model_busy', 1, { random: 1 })).toEqual({ do: 'retry', inMs: 1_000 });
    expect(step('model_busy', 1, { random: 0.5 })).toEqual({ do: 'retry', inMs: 750 });
  });

  it('waits as long as it was asked to, but not longer than a person would', () => {
    expect(nextStep(new ModelError('model_busy', 4_000), 0, policy)).toEqual({ do: 'retry', inMs: 4_000 });
    expect(nextStep(new ModelError('model_busy', 10_000), 0, policy)).toEqual({ do: 'retry', inMs: 10_000 });
    expect(nextStep(new ModelError('model_busy', 10_001), 0, policy)).toEqual({ do: 'failover' });
    expect(nextStep(new ModelError('model_busy', 30_000), 0, { ...policy, othersLeft: false })).toEqual({
      do: 'give-up',
    });
  });
});

describe('a pause', () => {
  it('ends after its time', async () => {
    const clock = manualClock();
    let over = false;
    void pause(100, new AbortController().signal, clock).then(() => {
      over = true;
    });
    await clock.advance(99);
    expect(over).toBe(false);
    await clock.advance(1);
    expect(over).toBe(true);
  });

  it('ends at once with a stop, and leaves no alarm', async () => {
    const clock = manualClock();
    const control = new AbortController();
    const waiting = expect(pause(100, control.signal, clock)).rejects.toMatchObject({ code: 'stopped' });
    await settle();
    control.abort();
    await waiting;
    expect(clock.pending()).toBe(0);
    await expect(pause(100, control.signal, clock)).rejects.toMatchObject({ code: 'stopped' });
  });
});
