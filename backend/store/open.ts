import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { ConfigError } from '../config.ts';
import { connect, lease } from './connection.ts';
import { type Database, reachDatabase } from './database.ts';
import { DatabaseFault, isAnswerLost, storeErrorOf } from './faults.ts';
import { FolderOwned } from './embedded/start.ts';
import { migrate, MigrationError, schemaState } from './migrate.ts';
import type { StoreSettings } from './settings.ts';
import { type Store, StoreError } from './store.ts';
import { transact } from './transaction.ts';

/** A database that is only just starting, as in a cluster that comes up, may take this long. */
const START_MS = 30_000;
const AGAIN_MS = 500;
/** Commands follow each other on the embedded database; each needs about a second to close it. */
const HANDOVER_MS = 15_000;
/** VACUUM reads every table. */
const MAINTENANCE_MS = 600_000;

/** A store with what the engines need that bring tables of their own (pg-boss, limits). */
export interface OpenStore extends Store {
  kind: 'server' | 'embedded';
  /**
   * A statement as the owner of the database, outside of any scope: not for the tables of a room. Without values the text
   * may hold several; the rows are those of all.
   * @throws StoreError
   */
  query(text: string, values?: unknown[]): Promise<Rows>;
  /**
   * VACUUM and ANALYZE, which the embedded database does not do by itself; on a server nothing happens. Others wait
   * meanwhile.
   * @throws StoreError
   */
  maintain(): Promise<void>;
  /** Connections of this process to the database, and how many wait for one. */
  connections(): Record<'open' | 'idle' | 'waiting', number>;
}

export interface Rows {
  rows: Record<string, unknown>[];
  rowCount: number | null;
}

/**
 * Opens the database of the house.
 * @param use `serve`: start the embedded database and bring the tables up to date; `join`: a command beside a running
 * backend, which has done so; where none runs on the embedded database, the command does it itself
 * @throws ConfigError where it cannot be opened, is not up to date, or a migration failed; the message says what to do
 */
export async function openStore(settings: StoreSettings, use: 'serve' | 'join'): Promise<OpenStore> {
  const mayWait = use === 'join' && settings.database.kind === 'embedded';
  for (const end = Date.now() + HANDOVER_MS; ; await sleep(AGAIN_MS)) {
    try {
      return await openOnce(settings, use);
    } catch (fault) {
      if (!mayWait || !isHandover(fault) || Date.now() > end) throw atStart(fault);
    }
  }
}

async function openOnce(settings: StoreSettings, use: 'serve' | 'join'): Promise<OpenStore> {
  const database = await reachDatabase(settings, use === 'serve' ? 'own' : 'join');
  try {
    await prepare(database, use === 'serve' || database.alone);
    return storeOn(database);
  } catch (fault) {
    await database.close();
    throw atConnection(fault);
  }
}

/** The database was being closed or opened by another command just then. */
function isHandover(fault: unknown): boolean {
  return fault instanceof FolderOwned || (fault instanceof StoreError && fault.why === 'unreachable');
}

/** What the driver itself throws says nothing to an operator. */
function atConnection(fault: unknown): unknown {
  if (fault instanceof MigrationError || fault instanceof ConfigError || fault instanceof StoreError) {
    return fault;
  }
  const known = storeErrorOf(fault, false);
  return known.why === 'failed' ? fault : known;
}

/** A fault while the database is being opened, in words for the operator. */
export function atStart(fault: unknown): unknown {
  if (fault instanceof MigrationError) return new ConfigError(`the database: ${fault.message}`);
  if (!(fault instanceof StoreError)) return fault;
  const code = fault.cause instanceof DatabaseFault ? fault.cause.code : '';
  if (code.startsWith('28')) return new ConfigError(`DATABASE_URL: user or password is wrong (${code})`);
  if (code === '3D000') return new ConfigError(`DATABASE_URL: there is no such database (${code})`);
  return new ConfigError(`the database is ${fault.why}${code === '' ? '' : ` (${code})`}`);
}

async function prepare({ pool }: Database, own: boolean): Promise<void> {
  const client = await whenThere(pool);
  let usable = false;
  try {
    if (own) await migrate(client);
    else {
      const state = await schemaState(client);
      if (state.kind === 'behind') {
        throw new MigrationError(`the migration ${state.next.tag} is missing; run "amtsfeder migrate"`);
      }
      if (state.kind === 'newer') throw new MigrationError(state.words);
    }
    usable = true;
  } finally {
    client.release(!usable);
  }
}

/** @throws StoreError where it does not come within its time, or refuses who asks */
export async function whenThere(pool: Pool): Promise<PoolClient> {
  for (const end = Date.now() + START_MS; ; await sleep(AGAIN_MS)) {
    try {
      return await connect(pool);
    } catch (fault) {
      if (Date.now() > end || isRefusal(fault)) throw fault;
    }
  }
}

/** Wrong name, password or database: waiting does not help. */
function isRefusal(fault: unknown): boolean {
  return (
    fault instanceof StoreError && fault.cause instanceof DatabaseFault && /^(28|3D)/.test(fault.cause.code)
  );
}

function storeOn(database: Database): OpenStore {
  const { kind, pool, limits, close } = database;
  return {
    kind,
    within: (scope, work) => transact(database, scope, work),
    query: (text, values) => ask(database, text, values),
    check: () => checked(pool),
    async maintain() {
      if (kind === 'embedded')
        await ask({ ...database, limits: { ...limits, statementMs: MAINTENANCE_MS } }, 'vacuum analyze');
    },
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close,
  };
}

async function ask({ kind, pool, limits }: Database, text: string, values?: unknown[]): Promise<Rows> {
  const held = lease(await connect(pool), kind, limits);
  let usable = false;
  try {
    const { rows, rowCount } = await held.say(text, values);
    usable = true;
    return { rows, rowCount };
  } catch (fault) {
    throw storeErrorOf(fault, isAnswerLost(fault));
  } finally {
    // After a fault the connection may stand in the middle of a transaction.
    held.end(usable);
  }
}

async function checked(pool: Pool): Promise<void> {
  const client = await connect(pool);
  let usable = false;
  try {
    const state = await schemaState(client);
    usable = true;
    if (state.kind !== 'current') throw new StoreError('failed', false, new MigrationError(state.kind));
  } catch (fault) {
    throw fault instanceof StoreError ? fault : storeErrorOf(fault, false);
  } finally {
    client.release(!usable);
  }
}
