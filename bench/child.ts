import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Cost, CostQuestion } from './processes/probe.ts';

const START_MS = 30_000;
const COST_MS = 30_000;
const STOP_MS = 5_000;
const root = fileURLToPath(new URL('..', import.meta.url));

/** A process of the benchmark that answers under an address. */
export interface Child {
  address: URL;
  /** Emits `line` for every line of its output and `message` for what it sends over IPC. */
  events: EventEmitter<{ line: [string]; message: [unknown] }>;
  /** @param settle collect garbage first */
  cost(question: CostQuestion): Promise<Cost>;
  /** Whether it ended without being told to. */
  hasDied(): boolean;
  /** Whether it ended at all. */
  isGone(): boolean;
  /** Ends it without a chance to put anything in order. */
  kill(signal: 'SIGKILL'): void;
  stop(): Promise<void>;
}

export interface ChildOptions {
  /** Of Node. */
  flags?: string[];
  args?: string[];
  env?: Record<string, string>;
  /** As `taskset -c` takes them. */
  cores?: string | undefined;
  /** Whether it can be asked for its cost. */
  probed: boolean;
}

/**
 * Starts a script of the project (path from its root) as a process and waits until it prints its address.
 * Nothing of this process's environment but the path is handed on, so that no key and no setting gets into a figure.
 */
export async function startChild(script: string, options: ChildOptions): Promise<Child> {
  const probe = options.probed ? ['--expose-gc', '--import', './bench/processes/probe.ts'] : [];
  const command = [process.execPath, ...(options.flags ?? []), ...probe, script, ...(options.args ?? [])];
  const [program = '', ...args] = options.cores ? ['taskset', '-c', options.cores, ...command] : command;
  const child = spawn(program, args, {
    cwd: root,
    env: { PATH: process.env.PATH, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const events: Child['events'] = new EventEmitter();
  events.setMaxListeners(0);
  child.on('message', (message) => events.emit('message', message));
  let isStopping = false;
  let complaints = '';
  child.stderr?.on('data', (part: Buffer) => {
    complaints = `${complaints}${part.toString()}`.slice(-2_000);
  });
  const address = await readAddress(child, events).catch((fault: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`${script} did not start: ${complaints}`, { cause: fault });
  });

  return {
    address,
    events,
    async cost(question) {
      const answer = once(events, 'message', { signal: AbortSignal.timeout(COST_MS) });
      child.send(question);
      return ((await answer) as [Cost])[0];
    },
    hasDied: () => !isStopping && (child.exitCode !== null || child.signalCode !== null),
    isGone: () => isStopping || child.exitCode !== null || child.signalCode !== null,
    kill(signal) {
      isStopping = true;
      child.kill(signal);
    },
    async stop() {
      isStopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(kill);
    },
  };
}

async function readAddress(child: ChildProcess, events: Child['events']): Promise<URL> {
  if (!child.stdout) throw new Error('no output');
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => events.emit('line', line));
  const found = new Promise<URL>((resolve, reject) => {
    const look = (line: string) => {
      const port = /http:\/\/(?:localhost|127\.0\.0\.1):(\d+)/.exec(line)?.[1];
      if (port === undefined) return;
      events.off('line', look);
      clearTimeout(limit);
      resolve(new URL(`http://127.0.0.1:${port}`));
    };
    const limit = setTimeout(() => {
      reject(new Error('no address in time'));
    }, START_MS);
    events.on('line', look);
    child.once('exit', () => {
      clearTimeout(limit);
      reject(new Error('ended at once'));
    });
    child.once('error', reject);
  });
  return found;
}
