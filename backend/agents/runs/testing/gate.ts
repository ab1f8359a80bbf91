/** A step that does not come to its end before it is told to, or is stopped. */
export interface Gate {
  /** Resolves when a step is there. */
  reached: Promise<unknown>;
  pass(): void;
  /** @throws what the signal was aborted with */
  meet(signal: AbortSignal): Promise<void>;
}

export function createGate(): Gate {
  const passed = new AbortController();
  const reached = Promise.withResolvers<true>();
  return {
    reached: reached.promise,
    pass: () => passed.abort(),
    async meet(signal) {
      reached.resolve(true);
      const either = AbortSignal.any([signal, passed.signal]);
      if (!either.aborted) {
        await new Promise((resolve) => either.addEventListener('abort', resolve, { once: true }));
      }
      signal.throwIfAborted();
    },
  };
}
