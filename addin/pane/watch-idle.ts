/** Ends a connection on which nothing has arrived for a while, or which the person stops. */
export function watchIdle(stop: AbortSignal, idleMs: number) {
  const idle = new AbortController();
  let timer = setTimeout(() => idle.abort(), idleMs);
  return {
    signal: AbortSignal.any([stop, idle.signal]),
    alive: () => {
      clearTimeout(timer);
      timer = setTimeout(() => idle.abort(), idleMs);
    },
    end: () => {
      clearTimeout(timer);
      // Also closes a connection that nobody reads any more, for instance after the last event.
      idle.abort();
    },
  };
}
