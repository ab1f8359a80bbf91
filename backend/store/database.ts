import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolConfig } from 'pg';
import { ConfigError } from '../config.ts';
import { createPool } from './connection.ts';
import { type Address, ownerOf } from './embedded/owner.ts';
import { startEmbedded } from './embedded/start.ts';
import type { StoreLimits, StoreSettings } from './settings.ts';

/** The process that owns the folder has this long to open the database in it. */
const OPENING_MS = 30_000;
const AGAIN_MS = 200;

/** The connections to a database, whatever stands in it. */
export interface Database {
  kind: 'server' | 'embedded';
  pool: Pool;
  limits: StoreLimits;
  /** Whether the embedded database runs for us alone; a server always may serve others. */
  alone: boolean;
  close(): Promise<void>;
}

/**
 * Reaches for the database of the house, without looking at its tables.
 * @param use `own`: be the one process of the embedded database; `join`: go to the one that runs, or start it where none
 * does
 * @throws ConfigError where the folder belongs to another process or cannot be opened
 */
export async function reachDatabase(settings: StoreSettings, use: 'own' | 'join'): Promise<Database> {
  const { database, limits } = settings;
  if (database.kind === 'server') {
    const pool = createPool({ connectionString: database.url }, database.connections, limits);
    return { kind: 'server', pool, limits, alone: false, close: () => pool.end() };
  }
  const joined = use === 'join' ? await addressOfOwner(database.folder) : null;
  const embedded = joined === null ? await startEmbedded(database.folder) : null;
  const address = joined ?? embedded?.address;
  if (address === undefined) throw new ConfigError('AMTSFEDER_DATA_DIR: no database');
  // It does one transaction after the other; who waits here costs less than who waits there.
  const pool = createPool(connectionTo(address), 1, limits);
  return {
    kind: 'embedded',
    pool,
    limits,
    alone: embedded !== null,
    async close() {
      await pool.end();
      await embedded?.close();
    },
  };
}

function connectionTo({ host, port, secret }: Address): PoolConfig {
  return { host, port, user: secret, database: 'postgres', password: '', ssl: false };
}

async function addressOfOwner(folder: string): Promise<Address | null> {
  for (const end = Date.now() + OPENING_MS; ; await sleep(AGAIN_MS)) {
    const owner = await ownerOf(folder);
    if (owner !== 'opening') return owner;
    if (Date.now() > end)
      throw new ConfigError('AMTSFEDER_DATA_DIR: the database there does not finish opening');
  }
}
