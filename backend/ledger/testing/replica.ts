import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./busy-replica.ts', import.meta.url));

/** A process of ours on a store, see busy-replica.ts. */
export interface Replica {
  /** Whole lines that it has written so far. */
  readonly lines: readonly string[];
  /** Resolves when it has written so many lines. @throws Error where it ends before */
  until(count: number): Promise<void>;
  tell(line: string): void;
  /** Kills it, so that nothing in it is asked; and with it the embedded database that it owns. */
  kill(what?: { andDatabase?: boolean }): Promise<void>;
  ended(): Promise<void>;
}

/** @param order what it does; @param env of the database */
export function startReplica(order: object, env: Record<string, string>): Replica {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let written = '';
  let faults = '';
  child.stdout.on('data', (bytes: Buffer) => (written += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (faults = `${faults}${bytes.toString()}`.slice(-2_000)));
  // What was cut off in the middle was not told to anybody.
  const lines = () => written.split('\n').slice(0, -1);
  const gone = once(child, 'close');
  return {
    get lines() {
      return lines();
    },
    async until(count) {
      while (lines().length < count) {
        const more = await Promise.race([
          once(child.stdout, 'data').then(() => true),
          gone.then(() => false),
        ]);
        if (!more && lines().length < count) throw new Error(`the replica ended: ${faults}`);
      }
    },
    tell: (line) => void child.stdin.write(`${line}\n`),
    async kill({ andDatabase = false } = {}) {
      const database = andDatabase && child.pid !== undefined ? childrenOf(child.pid) : [];
      child.kill('SIGKILL');
      for (const pid of database) process.kill(pid, 'SIGKILL');
      await gone;
    },
    async ended() {
      await gone;
    },
  };
}

/** The embedded database is a process of a group of its own. */
function childrenOf(parent: number): number[] {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return processes
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .map(([pid]) => pid ?? 0);
}
