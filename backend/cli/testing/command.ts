import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../main.ts', import.meta.url));

/** How a command ended; the signal where it was killed. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  /** The end of what it told on the way. */
  err: string;
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
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (err = `${err}${bytes.toString()}`.slice(-2_000)));
  const ended = once(child, 'close').then(() => ({
    code: child.exitCode,
    signal: child.signalCode,
    out,
    err,
  }));
  return {
    ended,
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
