import type { ChildProcess } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { realPostgres, stopPostgres } from '../../backend/store/testing/real-postgres.ts';

/** As a server runs: what is committed is on the disk. The tests leave all that out. */
const AS_IN_PRODUCTION = [
  'fsync=on',
  'full_page_writes=on',
  'synchronous_commit=on',
  'autovacuum=on',
  'shared_buffers=128MB',
];

export interface Postgres {
  /** For DATABASE_URL: an ordinary login that owns its database. */
  url: string;
  /** Ends it as by a power cut, or in order. */
  stop(how: 'crash' | 'orderly'): Promise<void>;
  start(): Promise<void>;
  /** Starts it where it has ended by itself. */
  revive(): Promise<void>;
  /** Figures as its superuser sees them. */
  query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** CPU and memory of all its processes. */
  cost(): Promise<{ cpuMs: number; rssBytes: number }>;
}

/** @param folder for it to be made in; may lie on a disk of its own */
export async function startPostgres(folder: string): Promise<Postgres> {
  const postgres = await realPostgres(folder, AS_IN_PRODUCTION);
  let server: ChildProcess = await postgres.start();
  const query = async (text: string, values: unknown[] = [], database = 'verbund') => {
    const client = new Client({ host: postgres.host, user: 'postgres', database });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text, values)).rows;
    } finally {
      await client.end();
    }
  };
  await query('create role house login createrole', [], 'postgres');
  await query('create database verbund owner house', [], 'postgres');
  return {
    url: `postgres://house@localhost/verbund?host=${encodeURIComponent(postgres.host)}`,
    query: (text, values) => query(text, values),
    stop: (how) => stopPostgres(server, how),
    async start() {
      server = await postgres.start();
    },
    async revive() {
      if (server.exitCode !== null || server.signalCode !== null) server = await postgres.start();
    },
    cost: () => costOfTree(server.pid ?? 0),
  };
}

/** Ticks of the kernel's clock a second, on every Linux that Node runs on. */
const TICKS = 100;
const PAGE_BYTES = 4_096;

/** A process and its children; those that have ended count in what their parent has waited for. */
async function costOfTree(root: number): Promise<{ cpuMs: number; rssBytes: number }> {
  let cpuMs = 0;
  let rssBytes = 0;
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent] = fields;
    if (Number(pid) !== root && parent !== root) continue;
    const [user = 0, system = 0, waitedUser = 0, waitedSystem = 0] = fields.slice(11, 15);
    const waited = Number(pid) === root ? waitedUser + waitedSystem : 0;
    cpuMs += ((user + system + waited) * 1000) / TICKS;
    // Shared memory would be counted with each of them.
    const [, resident = 0, shared = 0] = (await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => ''))
      .split(' ')
      .map(Number);
    rssBytes += (Number(pid) === root ? resident : resident - shared) * PAGE_BYTES;
  }
  return { cpuMs, rssBytes };
}
