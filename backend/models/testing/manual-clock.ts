import type { Clock } from '../clock.ts';

/** A clock that a test moves by hand. */
export interface ManualClock extends Clock {
  /** Moves on by `ms`, lets everything happen that is due on the way, in order, and everything that follows from it. */
  advance(ms: number): Promise<void>;
  /** How many alarms are set: after a proper end there are none. */
  pending(): number;
}

/** Lets every promise that can settle without time passing do so. */
export function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

export function manualClock(): ManualClock {
  let time = 0;
  const alarms = new Set<{ at: number; run: () => void }>();
  return {
    now: () => time,
    after(ms, run) {
      const alarm = { at: time + ms, run };
      alarms.add(alarm);
      return () => {
        alarms.delete(alarm);
      };
    },
    async advance(ms) {
      const end = time + ms;
      await settle();
      for (;;) {
        const [next] = [...alarms].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        alarms.delete(next);
        time = Math.max(time, next.at);
        next.run();
        await settle();
      }
      time = end;
      await settle();
    },
    pending: () => alarms.size,
  };
}
