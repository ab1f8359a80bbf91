/**
 * Hands on what a generator yields. Once the signal is aborted it has some time to come to its end; then nobody listens to it
 * any more.
 * @param graceMs milliseconds
 */
export async function* graced<T>(
  events: AsyncGenerator<T, void>,
  signal: AbortSignal,
  graceMs: number,
): AsyncGenerator<T, void> {
  const { promise: over, resolve } = Promise.withResolvers<'over'>();
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    timer ??= setTimeout(() => resolve('over'), graceMs);
  };
  signal.addEventListener('abort', begin, { once: true });
  if (signal.aborted) begin();
  try {
    for (;;) {
      const coming = events.next();
      // Whoever lost the race still ends one day.
      coming.catch(() => undefined);
      const one = await Promise.race([coming, over]);
      if (one === 'over' || one.done === true) return;
      yield one.value;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', begin);
    void events.return(undefined).catch(() => undefined);
  }
}
