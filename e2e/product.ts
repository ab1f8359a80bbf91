import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../backend/main.ts', import.meta.url));

export interface Product {
  /** Address of the workspace, with a slash at the end. */
  url: string;
  /** All that the product has printed so far. */
  output(): string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/**
 * Starts the built product as its users do, as a process of its own on a free port.
 * @param env settings beside those of the machine; no key of the machine is taken over
 */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'debug', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const ready = /Amtsfeder ist bereit: (\S+)/.exec(output);
      if (ready?.[1] !== undefined) resolve(ready[1]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The product ended with ${code}:\n${output}`)));
  });
  return {
    url,
    output: () => output,
    process: child,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
