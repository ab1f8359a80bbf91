/** The two steps in which the house closes. */
export interface Closing {
  /** No new work is taken; what runs may end. */
  draining: AbortSignal;
  /** What still runs is broken off, with the reason `shutting_down`. */
  ending: AbortSignal;
}

/** @returns the signals, and how to take each step */
export function createClosing(): Closing & { drain(): void; end(): void } {
  const drain = new AbortController();
  const end = new AbortController();
  return {
    draining: drain.signal,
    ending: end.signal,
    drain: () => drain.abort('shutting_down'),
    end: () => end.abort('shutting_down'),
  };
}
