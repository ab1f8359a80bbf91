import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import type { FaultRow } from '../bench/verbund/faults.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const LIMIT_MS = 120_000;

/**
 * Two backends in processes of their own on a real PostgreSQL, people who ask, a provider that counts. The long run with
 * more kinds of faults: `node bench/verbund/faults.ts`.
 */
it(
  'nobody is told anything else, nothing is lost and nothing counted twice when a database goes away and a backend is killed',
  async () => {
    const running = promisify(execFile)(process.execPath, ['bench/verbund/faults.ts', '--short'], {
      cwd: root,
      timeout: LIMIT_MS,
    });
    // It ends with an error where there are problems, and tells them all the same.
    const { stdout } = await running.catch((fault: unknown) => fault as { stdout: string });
    const [row] = JSON.parse(stdout) as FaultRow[];
    expect(row?.problems).toEqual([]);
    // Both faults were felt, and most went well.
    expect(row?.told.store_unavailable).toBeGreaterThan(0);
    expect(row?.done).toBeGreaterThan(10);
  },
  LIMIT_MS,
);
