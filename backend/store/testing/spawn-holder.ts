import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./holder.ts', import.meta.url));

/** A process of `holder.ts`. */
export interface Holder {
  /** What it has said so far. */
  said: string[];
  /** Resolves with the first line that fits. */
  hear(words: RegExp): Promise<string>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end, and waits. */
  end(): Promise<void>;
}

export function spawnHolder(env: Record<string, string>, what = 'hold'): Holder {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, what], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(line));
  return {
    said,
    hear: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const line = said.find((one) => words.test(one));
          if (line === undefined) return;
          lines.off('line', look);
          resolve(line);
        };
        lines.on('line', look);
        lines.once('close', () => reject(new Error(`it ended with: ${said.at(-1) ?? 'nothing'}`)));
        look();
      }),
    kill: () => gone(child, () => child.kill('SIGKILL')),
    end: () => gone(child, () => child.stdin.end()),
  };
}

async function gone(child: ChildProcess, end: () => unknown): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  end();
  await exit;
}
