/**
 * Works through items with at most `limit` at a time and yields each result as it comes.
 * When one fails or the consumer leaves, the signal given to the others is aborted and no further item is begun.
 */
export async function* parallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  signal: AbortSignal,
  work: (item: Item, index: number, signal: AbortSignal) => Promise<Result>,
): AsyncGenerator<{ index: number; result: Result }> {
  const leave = new AbortController();
  const both = AbortSignal.any([signal, leave.signal]);
  const running = new Map<number, Promise<{ index: number; result: Result }>>();
  let next = 0;
  const begin = () => {
    const index = next++;
    running.set(
      index,
      work(items[index] as Item, index, both).then((result) => ({ index, result })),
    );
  };
  try {
    while (next < items.length || running.size > 0) {
      while (next < items.length && running.size < limit) begin();
      const finished = await Promise.race(running.values());
      running.delete(finished.index);
      yield finished;
    }
  } finally {
    leave.abort();
    // Those still running end by the abort; unheard, their errors would crash the process.
    await Promise.allSettled(running.values());
  }
}
