import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../main.ts', import.meta.url));

/** How a command ended; the signal where it was killed. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
}

/** A command of `amtsfeder` in a process of its own. */
export interface RunningCommand {
  ended: Promise<Ended>;
  /** As a power cut would: nothing in it is asked. */
  kill(): Promise<Ended>;
}

export function startCommand(args: readonly string[], env: Record<string, string>): RunningCommand {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, signal: child.signalCode, out }));
  return {
    ended,
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
