import { setTimeout as sleep } from 'node:timers/promises';

export const say = (words: string) =>
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`);

/** Looks until it is so, or until the seconds are over. */
export async function until(isSo: () => Promise<boolean>, seconds: number): Promise<boolean> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (await isSo()) return true;
    await sleep(200);
  }
  return false;
}
