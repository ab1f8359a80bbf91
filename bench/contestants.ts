import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startSignedIn } from './amtsfeder.ts';
import { type Child, startChild } from './child.ts';
import { chatBody, taskBody } from './letter.ts';
import { freePort, readStopped } from './metrics.ts';
import type { Wish } from './wish.ts';

export const contestantNames = ['provider', 'pipe', 'Amtsfeder', 'Portkey'] as const;
export type ContestantName = (typeof contestantNames)[number];

/** One way to the provider, as its users go it. */
export interface Contestant {
  name: ContestantName;
  address: URL;
  path: string;
  /** Of the next request. */
  headers(): Record<string, string>;
  body(wish: Wish): string;
  /** What stands at the end of a complete answer. */
  endMark: string;
  /** Its process; null for the provider itself, which is measured by nobody. */
  child: Child | null;
  /** How many of its tasks have ended because somebody left; absent where nothing says so. */
  stopped?(): Promise<number>;
}

/** Starts a contestant in front of a provider. */
export async function startContestant(
  name: ContestantName,
  provider: URL,
  cores: string | undefined,
): Promise<Contestant> {
  const chat = {
    name,
    path: '/v1/chat/completions',
    headers: () => ({ authorization: 'Bearer bench' }),
    body: chatBody,
    endMark: '[DONE]',
  };
  switch (name) {
    case 'provider':
      return { ...chat, address: provider, child: null };
    case 'pipe': {
      const child = await startChild('bench/processes/pipe.ts', {
        args: [provider.href],
        cores,
        probed: true,
      });
      return { ...chat, address: child.address, child };
    }
    case 'Portkey': {
      // As in production: without its console, which keeps a copy of every stream.
      const child = await startChild('bench/processes/peer.ts', {
        args: ['--headless'],
        env: { NODE_ENV: 'production' },
        cores,
        probed: true,
      });
      const headers = {
        ...chat.headers(),
        'x-portkey-provider': 'openai',
        'x-portkey-custom-host': new URL('/v1', provider).href,
      };
      return { ...chat, headers: () => headers, address: child.address, child };
    }
    case 'Amtsfeder': {
      const metricsPort = await freePort();
      const { child, authorization } = await startSignedIn({
        cores,
        probed: true,
        env: {
          OPENAI_API_KEY: 'bench',
          OPENAI_BASE_URL: new URL('/v1', provider).href,
          AMTSFEDER_METRICS_PORT: String(metricsPort),
        },
      });
      return {
        name,
        path: '/api/tasks/instruct',
        headers: () => ({ authorization: authorization() }),
        body: taskBody,
        endMark: 'event: done',
        address: child.address,
        child,
        stopped: () => readStopped(metricsPort),
      };
    }
  }
}

/** @returns what is missing for the benchmark, as commands to run */
export function missingParts(): string[] {
  const isThere = (path: string) => existsSync(fileURLToPath(new URL(path, import.meta.url)));
  return [
    ...(isThere('../dist/pane.html') ? [] : ['npm run build']),
    ...(isThere('node_modules/@portkey-ai/gateway') ? [] : ['npm ci --prefix bench']),
  ];
}
