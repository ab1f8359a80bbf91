import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bareCluster } from '../backend/store/testing/fresh-database.ts';
import { type DemoSignIn, demoToken } from '../contract/identity.ts';
import { CONTRACT_VERSION } from '../contract/limits.ts';

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
 * Starts the built product as its users do, as a process of its own on a free port and with a database of its own.
 * @param env settings beside those of the machine; no key of the machine is taken over
 */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const data = await mkdtemp(join(tmpdir(), 'amtsfeder-e2e-'));
  await bareCluster(data);
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'debug', AMTSFEDER_DATA_DIR: data, ...env },
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
  }).catch(async (fault: unknown) => {
    await rm(data, { recursive: true, force: true });
    throw fault;
  });
  return {
    url,
    output: () => output,
    process: child,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** A token of the demo sign-in, for what is asked of the API without a page: the `Authorization` header. */
export async function demoHeader({ url }: Product, choice: Partial<DemoSignIn> = {}): Promise<string> {
  const response = await fetch(new URL('api/demo-sign-in', url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ version: CONTRACT_VERSION, kommune: 'lk-kusel', role: 'staff', ...choice }),
  });
  const { token } = demoToken.parse(await response.json());
  return `Bearer ${token}`;
}

/** Lets one person ask as often as a test does; a house lets nobody ask that often. */
export async function liftLimits(product: Product): Promise<void> {
  const value = {
    overrides: { limits: { personPerMinute: 600, kommunePerMinute: 6_000 } },
    locked: [],
  };
  const response = await fetch(new URL('api/admin/policy/verbund', product.url), {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/json',
      Authorization: await demoHeader(product, { role: 'verbund-admin' }),
    },
    body: JSON.stringify({
      version: CONTRACT_VERSION,
      expectedVersion: 0,
      reason: 'Viele Antworten im Versuch',
      value,
    }),
  });
  if (!response.ok)
    throw new Error(`The limits were not lifted: ${response.status} ${await response.text()}`);
}
