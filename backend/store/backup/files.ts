import { constants, createReadStream } from 'node:fs';
import { access, open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { reachDatabase } from '../database.ts';
import { codeOf, rootOf, storeErrorOf } from '../faults.ts';
import { MigrationError, ownMigrations } from '../migrate.ts';
import { whenThere } from '../open.ts';
import type { StoreSettings } from '../settings.ts';
import { StoreError } from '../store.ts';
import { BackupError, BROKEN } from './format.ts';
import { readBackup } from './read.ts';
import { restore, type RestoreOptions } from './restore.ts';
import { backupLines } from './write.ts';

/**
 * Writes a backup of the database, also while the backend runs on it. The file gets its name when it is whole.
 * @param file must not be there yet; only its owner may read it, for it holds what the database holds
 * @throws BackupError in words for the operator; ConfigError where the database cannot be opened
 */
export async function backupTo(file: string, settings: StoreSettings): Promise<void> {
  await onDatabase(settings, 'join', (client) => writeBackup(client, file));
}

/**
 * Puts a backup into the database of these settings, all of it or nothing.
 * @returns how many rows each table got
 * @throws BackupError in words for the operator; ConfigError where the database cannot be opened or is in use
 */
export async function restoreFrom(
  file: string,
  settings: StoreSettings,
  options: Pick<RestoreOptions, 'replace'>,
): Promise<Record<string, number>> {
  return onDatabase(settings, 'own', (client) => putBackup(client, file, options));
}

/**
 * As `backupTo`.
 * @param client a connection of the owner of the tables
 */
export async function writeBackup(client: PoolClient, file: string): Promise<void> {
  if (await isThere(file)) throw new BackupError('--out: the file is there already');
  const draft = `${file}.draft`;
  const target = await open(draft, 'w', 0o600).catch(() => {
    throw new BackupError('--out: the file cannot be written');
  });
  const lines = async function* () {
    for await (const line of backupLines(client)) yield `${line}\n`;
  };
  try {
    await pipeline(Readable.from(lines()), createGzip(), target.createWriteStream({ flush: true }));
    await rename(draft, file);
  } catch (fault) {
    throw explained(fault);
  } finally {
    await target.close().catch(() => undefined);
    await rm(draft, { force: true });
  }
}

/**
 * As `restoreFrom`.
 * @param client a connection of the owner of the tables
 */
export async function putBackup(
  client: PoolClient,
  file: string,
  options: Pick<RestoreOptions, 'replace'>,
): Promise<Record<string, number>> {
  if (!(await isThere(file))) throw new BackupError('--from: the file cannot be read');
  let rows: Record<string, number> = {};
  try {
    await pipeline(createReadStream(file), createGunzip(), async (bytes: AsyncIterable<Buffer>) => {
      const { head, pieces } = await readBackup(bytes);
      rows = await restore(client, head, pieces, { ...options, migrations: ownMigrations });
    });
  } catch (fault) {
    throw explained(fault);
  }
  return rows;
}

function isThere(file: string): Promise<boolean> {
  return access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
}

async function onDatabase<T>(
  settings: StoreSettings,
  use: 'own' | 'join',
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const database = await reachDatabase(settings, use);
  try {
    const client = await whenThere(database.pool);
    try {
      return await work(client);
    } finally {
      client.release(true);
    }
  } catch (fault) {
    throw explained(fault);
  } finally {
    await database.close();
  }
}

/** In words for the operator, and without those of the database, which repeat rows. */
function explained(fault: unknown): unknown {
  if (fault instanceof BackupError) return fault;
  if (fault instanceof MigrationError) return new BackupError(`the database: ${fault.message}`);
  const code = codeOf(rootOf(fault));
  if (/^(Z_|ERR_STREAM)/.test(code)) return new BackupError(BROKEN);
  if (code === 'ENOSPC') return new BackupError('--out: there is no room left for the file');
  const error = fault instanceof StoreError ? fault : storeErrorOf(fault, false);
  if (error.why === 'failed' && code === '') return fault;
  return new BackupError(`the database is ${error.why}${code === '' ? '' : ` (${code})`}`);
}
