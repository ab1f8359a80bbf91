import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Loaded before every process that is measured (`--import`, with `--expose-gc`): answers over IPC what it has cost
 * so far, and ends the process when the benchmark is gone.
 */
export interface Cost {
  /** User and system time since the start, in milliseconds. */
  cpuMs: number;
  rssBytes: number;
  /** What is really held: JavaScript's heap and what hangs on it. */
  heapBytes: number;
}

/** `settle`: collect garbage first. */
export interface CostQuestion {
  settle: boolean;
}

process.on('message', (question: CostQuestion) => void tell(question));
process.on('disconnect', () => process.exit());
// A listener would keep the process alive after its own end.
process.channel?.unref();

async function tell({ settle }: CostQuestion): Promise<void> {
  for (let round = 0; settle && round < 3; round += 1) {
    globalThis.gc?.();
    await sleep(200);
  }
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  const cost: Cost = { cpuMs: (user + system) / 1000, rssBytes: rss, heapBytes: heapUsed + external };
  process.send?.(cost);
}
