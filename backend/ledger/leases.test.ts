import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Leases } from './leases.ts';

const settings = { leaseMs: 1_200, renewMs: 300, longestMs: 1_000 };

describe('the leases of a replica', () => {
  const renewed: (readonly string[])[] = [];
  const leases = () =>
    new Leases(settings, (ids) => {
      renewed.push(ids);
      return Promise.reject(new Error('the store is away'));
    });

  beforeEach(() => {
    renewed.length = 0;
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('are renewed together, also after one renewal failed, until the calls end', async () => {
    const held = leases();
    held.hold('a');
    held.hold('b');
    await jest.advanceTimersByTimeAsync(300);
    held.release('a');
    await jest.advanceTimersByTimeAsync(300);
    held.release('b');
    await jest.advanceTimersByTimeAsync(3_000);
    expect(renewed).toEqual([['a', 'b'], ['b']]);
  });

  it('end for a call that nobody ever closes', async () => {
    const held = leases();
    held.hold('forgotten');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(renewed).toHaveLength(3);
    expect(jest.getTimerCount()).toBe(0);
    held.hold('next');
    await jest.advanceTimersByTimeAsync(300);
    expect(renewed.at(-1)).toEqual(['next']);
  });
});
