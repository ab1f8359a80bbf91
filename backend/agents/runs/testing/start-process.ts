import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./run-process.ts', import.meta.url));

export interface RunProcess {
  /** Whole lines that it has written. */
  readonly lines: readonly string[];
  /** Resolves when it has written so many. @throws Error where it ends before */
  until(count: number): Promise<void>;
  tell(line: string): void;
  /** Kills it, so that nothing in it is asked. */
  kill(): void;
  /** Resolves when it is gone, with the signal that ended it. */
  gone: Promise<string | null>;
  /** Of processes that it began. */
  children(): number[];
}

/** A process of ours, see run-process.ts. @param env of the database */
export function startRunProcess(order: object, env: Record<string, string>): RunProcess {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let written = '';
  let faults = '';
  child.stdout.on('data', (bytes: Buffer) => (written += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (faults = `${faults}${bytes.toString()}`.slice(-2_000)));
  const lines = () => written.split('\n').slice(0, -1);
  const closed = once(child, 'close');
  return {
    get lines() {
      return lines();
    },
    async until(count) {
      while (lines().length < count) {
        const more = await Promise.race([
          once(child.stdout, 'data').then(() => true),
          closed.then(() => false),
        ]);
        if (!more && lines().length < count) throw new Error(`the process ended: ${faults}`);
      }
    },
    tell: (line) => void child.stdin.write(`${line}\n`),
    kill: () => void child.kill('SIGKILL'),
    gone: closed.then(([code, signal]) => {
      if (code !== 0 && signal === null) throw new Error(`the process failed: ${faults}`);
      return signal as string | null;
    }),
    children() {
      const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
        .trim()
        .split('\n');
      return processes
        .map((line) => line.trim().split(/\s+/).map(Number))
        .filter(([, parent]) => parent === child.pid)
        .map(([pid]) => pid ?? 0);
    },
  };
}
