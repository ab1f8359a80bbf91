import { spawnSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg, platform } from 'node:os';

/** Which cores to pin to, as `taskset` writes them; null where processes cannot be pinned. */
export interface Cores {
  gateway: string;
  others: string;
}

/**
 * Gives the last core to the gateway that is measured and the others to provider and load generator (this process),
 * so that they do not take time from it.
 * @returns null where there is only one core or no `taskset` (anything but Linux)
 */
export function pinCores(): Cores | null {
  const last = availableParallelism() - 1;
  if (platform() !== 'linux' || last < 1) return null;
  const cores = { gateway: String(last), others: `0-${last - 1}` };
  const mayPin = spawnSync('taskset', ['-c', cores.gateway, process.execPath, '--version']).status === 0;
  const pinned =
    mayPin && spawnSync('taskset', ['-a', '-cp', cores.others, String(process.pid)]).status === 0;
  return pinned ? cores : null;
}

/** What figures depend on, without name or path of the machine. */
export function describeMachine(cores: Cores | null) {
  return {
    system: platform(),
    processor: cpus()[0]?.model ?? 'unknown',
    // Not availableParallelism: that counts what is left to this process once it is pinned.
    cores: cpus().length,
    node: process.version,
    pinned: cores !== null,
    loadAverageBefore: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}
