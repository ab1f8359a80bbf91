import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import packageJson from '../../../package.json' with { type: 'json' };
import { reachDatabase } from '../database.ts';
import { openStore } from '../open.ts';
import { type DatabaseSettings, type StoreSettings, usualLimits } from '../settings.ts';
import { firstOfMany } from './first-of-many.ts';
import { thisRun } from './run.ts';

export type StoreKind = DatabaseSettings['kind'];

/** A migrated database that nobody has opened yet. */
export interface FreshDatabase {
  kind: StoreKind;
  settings: StoreSettings;
  /** The same for a process of its own. */
  env: Record<string, string>;
  /** For what only a superuser may do on a server; null where the store's own login is one. */
  superuser: string | null;
}

const TEMPLATE = 'template_migrated';
const CONNECTIONS = 10;
const CACHE = fileURLToPath(new URL('../../../.cache/store', import.meta.url));
const program = fileURLToPath(new URL('./server-process.ts', import.meta.url));

/** @param migrated false: without tables, as at the very first start */
export async function freshDatabase(kind: StoreKind, migrated = true): Promise<FreshDatabase> {
  return kind === 'server' ? onServer(migrated) : inFolder(migrated);
}

async function onServer(migrated: boolean): Promise<FreshDatabase> {
  const { host } = await server();
  const name = `test_${randomBytes(8).toString('hex')}`;
  if (migrated) {
    await firstOfMany(join(thisRun().folder, 'server-template'), async () => {
      await as(host, 'postgres', `create database ${TEMPLATE} owner house`);
      await (await openStore(settingsOf(urlOf(host, 'house', TEMPLATE)), 'serve')).close();
      return true;
    });
  }
  await as(
    host,
    'postgres',
    `create database ${name} owner house template ${migrated ? TEMPLATE : 'template0'}`,
  );
  const url = urlOf(host, 'house', name);
  return {
    kind: 'server',
    settings: settingsOf(url),
    env: { DATABASE_URL: url },
    superuser: urlOf(host, 'postgres', name),
  };
}

async function inFolder(migrated: boolean): Promise<FreshDatabase> {
  const folder = join(thisRun().folder, `embedded-${randomBytes(8).toString('hex')}`);
  await mkdir(folder, { mode: 0o700 });
  if (migrated) {
    const template = await firstOfMany(join(thisRun().folder, 'embedded-template'), async (made) => {
      await bareCluster(join(made, 'data'));
      await (await openStore(inFolderSettings(join(made, 'data')), 'serve')).close();
      return join(made, 'data', 'postgres');
    });
    await cp(template, join(folder, 'postgres'), { recursive: true });
  } else await bareCluster(folder);
  return {
    kind: 'embedded',
    settings: inFolderSettings(folder),
    env: { AMTSFEDER_DATA_DIR: folder },
    superuser: null,
  };
}

/** Puts a database into a folder as PGlite has just made it; that costs seconds, so one is kept from one run to the next. */
export async function bareCluster(folder: string): Promise<void> {
  const kept = join(CACHE, `pglite-${packageJson.dependencies['@electric-sql/pglite']}`);
  if (!existsSync(kept)) {
    const draft = await mkdtemp(join(await madeFolder(CACHE), 'draft-'));
    const database = await reachDatabase(inFolderSettings(draft), 'own');
    await database.close();
    // Another run may have been faster; then the folder is not empty, and this one is for nothing.
    await rename(join(draft, 'postgres'), kept).catch(() => undefined);
    await rm(draft, { recursive: true, force: true });
  }
  await cp(kept, join(folder, 'postgres'), { recursive: true });
}

async function madeFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  return folder;
}

/** The PostgreSQL of this run of Jest, started by whoever needs it first. */
function server(): Promise<{ host: string; pid: number }> {
  const { folder, jest } = thisRun();
  return firstOfMany(join(folder, 'server'), async (made) => {
    // An ordinary user has to pass.
    await chmod(folder, 0o755);
    const host = join(made, 'pg');
    const child = spawn(process.execPath, [program, host, folder, String(jest)], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      detached: true,
    });
    const [words] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
    if (words !== 'ready' || child.pid === undefined) throw new Error('no PostgreSQL');
    child.unref();
    return { host, pid: child.pid };
  });
}

/** Runs one statement on a server of tests. */
async function as(host: string, user: string, statement: string): Promise<void> {
  const client = new Client({ host, user, database: 'postgres' });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function urlOf(host: string, user: string, database: string): string {
  return `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
}

function settingsOf(url: string): StoreSettings {
  return { database: { kind: 'server', url, connections: CONNECTIONS }, limits: usualLimits };
}

function inFolderSettings(folder: string): StoreSettings {
  return { database: { kind: 'embedded', folder }, limits: usualLimits };
}
