import { expect, it } from '@jest/globals';
import { inTurn } from './in-turn.ts';

it('begins each work when the one before has ended, also where that failed', async () => {
  const queued = inTurn();
  const log: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const ended = await Promise.allSettled([queued(work('a')), queued(work('b', true)), queued(work('c'))]);
  expect(ended.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
