/** A source of chance that always gives the same (mulberry32). */
export interface Chance {
  /** From 0 up to 1, without 1. */
  next(): number;
  /** A whole number; both ends included. */
  int(low: number, high: number): number;
  choose<T>(values: readonly T[]): T;
  /** True in that share of the cases. */
  maybe(share: number): boolean;
}

export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    choose: (values) => {
      const value = values[int(0, values.length - 1)];
      if (value === undefined) throw new Error('Nothing to choose from');
      return value;
    },
    maybe: (share) => next() < share,
  };
}
