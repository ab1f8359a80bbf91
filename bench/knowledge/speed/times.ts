import { performance } from 'node:perf_hooks';

/** Milliseconds. */
export interface Times {
  p50: number;
  p95: number;
  p99: number;
  most: number;
}

/**
 * Does work for each item and times it.
 * @param together how many at the same time
 */
export async function timed<T>(
  items: readonly T[],
  together: number,
  work: (item: T) => Promise<unknown>,
): Promise<Times> {
  const taken: number[] = [];
  const waiting = [...items];
  const one = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      const begin = performance.now();
      await work(item);
      taken.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: together }, one));
  taken.sort((a, b) => a - b);
  const at = (share: number) =>
    taken[Math.min(taken.length - 1, Math.floor(share * taken.length))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: taken.at(-1) ?? Number.NaN };
}

export function shown({ p50, p95, p99, most }: Times): string {
  return [p50, p95, p99, most].map((ms) => ms.toFixed(1)).join(' / ');
}
