/**
 * Loaded before a backend (`--import`, by NODE_OPTIONS): its wall clock is wrong by so many seconds, as that of a machine
 * without NTP. Its monotonic clock and its timers are right.
 */
const shiftMs = Number(process.env.BENCH_CLOCK_SHIFT_SECONDS ?? 0) * 1000;
const RealDate = Date;

class ShiftedDate extends RealDate {
  constructor(
    ...given: [] | [value: number | string | Date] | [year: number, month: number, ...rest: number[]]
  ) {
    if (given.length === 0) super(RealDate.now() + shiftMs);
    else super(...(given as [number]));
  }

  static override now(): number {
    return RealDate.now() + shiftMs;
  }
}

globalThis.Date = ShiftedDate as DateConstructor;

export {};
