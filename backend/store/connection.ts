import { Pool, type PoolClient, type PoolConfig, type QueryResult } from 'pg';
import { storeErrorOf, TooSlow } from './faults.ts';
import type { StoreLimits } from './settings.ts';
import { StoreError } from './store.ts';

/** A server ends a statement that takes too long by itself; this much later we no longer wait for it to say so. */
const GRACE_MS = 2_000;

/** Connections to one database. Losing them is no fault of the process; the next use connects anew. */
export function createPool(config: PoolConfig, connections: number, limits: StoreLimits): Pool {
  const pool = new Pool({
    ...config,
    max: connections,
    // Whoever looks at the server sees that a backend is there, although it has nothing to ask for.
    min: 1,
    connectionTimeoutMillis: limits.connectMs,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: 3_600,
    keepAlive: true,
    allowExitOnIdle: true,
    application_name: 'amtsfeder',
  });
  // Without a listener a lost connection would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** @throws StoreError unreachable, or slow where all connections are taken */
export async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (fault) {
    const taken = pool.totalCount >= pool.options.max;
    const error = storeErrorOf(fault, false);
    throw new StoreError(
      taken ? 'slow' : error.why === 'failed' ? 'unreachable' : error.why,
      false,
      error.cause,
    );
  }
}

/** One connection while one piece of work has it. */
export interface Lease {
  /** The connection as drizzle wants it: its statements are timed, and none is sent after the end. */
  client: PoolClient;
  /**
   * Sends a statement of our own; without values the text may hold several, and the result is that of the last.
   * @param ms that it may take; by itself as long as any statement
   */
  say(text: string, values?: unknown[], ms?: number): Promise<QueryResult<Record<string, unknown>>>;
  /** Rejects once the connection is given up; never resolves. */
  givenUp: Promise<never>;
  /** Whether the fault came out of the connection and not out of the code around it. */
  isOwn(fault: unknown): boolean;
  /** Gives the connection back, or away where it can no longer be used. */
  end(usable: boolean): void;
}

/** Words that would end the transaction or change under whom it runs: they are the store's alone. */
const CONTROL =
  /(?:^|;)\s*(?:begin|start|commit|end|rollback(?!\s+to\b)|abort|prepare|discard|reset|set)\b|\bset_config\s*\(|\bsession\s+authorization\b/i;

/**
 * Lends a connection: each statement has its time, and so has the thought between two of them. A connection whose answer
 * did not come is not used again.
 */
export function lease(client: PoolClient, kind: 'server' | 'embedded', limits: StoreLimits): Lease {
  const statementMs = limits.statementMs + (kind === 'server' ? GRACE_MS : 0);
  const own = new WeakSet<object>();
  let over = false;
  let broken = false;
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  const { promise: givenUp, reject: giveUp } = Promise.withResolvers<never>();
  // Nobody may be waiting for it.
  givenUp.catch(() => undefined);

  const breakOff = (fault: Error) => {
    own.add(fault);
    clearTimeout(timer);
    if (broken || over) return;
    broken = true;
    giveUp(fault);
    client.release(true);
  };
  const within = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => breakOff(new TooSlow()), ms);
  };
  const lost = (fault: Error) => breakOff(fault);
  client.on('error', lost);

  async function send<T>(run: () => Promise<T>, ms: number): Promise<T> {
    if (over || broken) throw owned(new TooSlow());
    running++;
    within(ms);
    const answer = run();
    try {
      return await Promise.race([answer, givenUp]);
    } catch (fault) {
      // Whoever lost the race still ends one day.
      answer.catch(() => undefined);
      throw owned(fault);
    } finally {
      running--;
      if (!over && !broken && running === 0) within(limits.idleMs);
    }
  }
  function owned(fault: unknown): unknown {
    if (typeof fault === 'object' && fault !== null) own.add(fault);
    return fault;
  }

  const lent = new Proxy(client, {
    get(target, name) {
      if (name !== 'query') return Reflect.get(target, name, target) as unknown;
      return (statement: string | { text: string }, values?: unknown[]) => {
        const text = typeof statement === 'string' ? statement : statement.text;
        if (CONTROL.test(text))
          throw new Error('a transaction of the store ends and is set up by the store alone');
        return send(() => target.query(statement, values), statementMs);
      };
    },
  });
  return {
    client: lent,
    say: (text, values, ms = statementMs) =>
      send(async () => lastOf(await client.query<Record<string, unknown>>(text, values)), ms),
    givenUp,
    isOwn: (fault) => typeof fault === 'object' && fault !== null && own.has(fault),
    end: (usable) => {
      clearTimeout(timer);
      if (over) return;
      over = true;
      client.off('error', lost);
      if (!broken) client.release(!usable);
    },
  };
}

/** Of several statements in one text: the rows of all (pg-boss looks for them), and what the last one says of itself. */
function lastOf<T extends { rows: unknown[] }>(result: T | T[]): T {
  const results = Array.isArray(result) ? result : [result];
  const last = results.at(-1);
  if (last === undefined) throw new Error('no answer');
  return results.length === 1 ? last : { ...last, rows: results.flatMap(({ rows }) => rows) };
}
