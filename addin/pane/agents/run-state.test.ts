import { describe, expect, it } from '@jest/globals';
import { runOf, stepOf } from '../testing/fake-agents.ts';
import { follow, type Following, MAX_BROKEN, notYetSeen } from './run-state.ts';

const heard = (state: Following, run = runOf({ steps: [stepOf()] })) =>
  follow(state, { type: 'heard', event: { type: 'run', run } });
const text = (state: Following, words: string, path = 'angaben') =>
  follow(state, { type: 'heard', event: { type: 'text', path, text: words } });

describe('following a run', () => {
  it('gathers what a step writes until it is done', () => {
    const writing = text(text(heard(notYetSeen), 'Sehr '), 'geehrte');
    expect(writing.writing).toEqual({ path: 'angaben', text: 'Sehr geehrte' });
    expect(text(writing, 'Neu', 'vermerk').writing).toEqual({ path: 'vermerk', text: 'Neu' });
    expect(heard(writing).writing?.text).toBe('Sehr geehrte');
    expect(heard(writing, runOf({ steps: [stepOf({ state: 'done' })] })).writing).toBeNull();
  });

  it('takes a stream that ends in the middle for a broken one, one that ends at the end for what it is', () => {
    expect(follow(heard(notYetSeen), { type: 'ended' })).toMatchObject({ broken: 1, lost: null });
    expect(follow(notYetSeen, { type: 'ended' })).toMatchObject({ broken: 1 });
    const waits = heard(notYetSeen, runOf({ state: 'waiting' }));
    expect(follow(waits, { type: 'ended' })).toBe(waits);
  });

  it('gives up after a few times, and counts anew once it hears again', () => {
    let state = heard(notYetSeen);
    for (let time = 0; time < MAX_BROKEN; time++) {
      state = follow(state, { type: 'broke', code: 'backend_unreachable' });
      expect(state.lost).toBeNull();
    }
    state = follow(state, { type: 'broke', code: 'backend_unreachable' });
    expect(state.lost).toBe('backend_unreachable');
    expect(heard(state)).toMatchObject({ broken: 0, lost: null });
    expect(follow(state, { type: 'again' })).toMatchObject({ broken: 0, lost: null });
  });

  it('does not try again what cannot come back', () => {
    expect(follow(notYetSeen, { type: 'broke', code: 'run_missing' })).toMatchObject({
      broken: 0,
      lost: 'run_missing',
    });
  });

  it('keeps what was refused in sight until something else is tried', () => {
    const refused = follow(follow(notYetSeen, { type: 'sending' }), { type: 'refused', code: 'conflict' });
    expect(refused).toMatchObject({ sending: false, refused: 'conflict' });
    expect(follow(refused, { type: 'sending' })).toMatchObject({ sending: true, refused: null });
  });
});
