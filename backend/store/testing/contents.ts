import { readdirSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type ClientBase, type PoolClient } from 'pg';
import { leftOut, qualified, tablesOf } from '../backup/tables.ts';
import { reachDatabase } from '../database.ts';
import { ownMigrations, readJournal } from '../migrate.ts';
import type { FreshDatabase } from './fresh-database.ts';
import { testFolder } from './run.ts';
import { sampleRows } from './sample-rows.ts';

/** Two ways into one database. */
export interface Ways {
  /** The login of the backend, whom row-level security binds on a server. */
  house: PoolClient;
  /** The embedded database knows one login, and it is this one. */
  superuser: ClientBase;
}

/** Runs work on a database that is not open elsewhere. */
export async function connected<T>(
  { settings, superuser }: FreshDatabase,
  work: (ways: Ways) => Promise<T>,
): Promise<T> {
  const database = await reachDatabase(settings, 'own');
  const other = superuser === null ? null : new Client({ connectionString: superuser });
  try {
    await other?.connect();
    const house = await database.pool.connect();
    try {
      return await work({ house, superuser: other ?? house });
    } finally {
      house.release(true);
    }
  } finally {
    await other?.end();
    await database.close();
  }
}

/** Puts the sample rows of migrations in, past triggers and references, which only a superuser may. */
export async function fillTables(client: ClientBase, tags: readonly string[]): Promise<void> {
  const rows = tags.flatMap((tag) => sampleRows[tag] ?? []);
  await client.query(`set search_path to amtsfeder; set session_replication_role to replica; ${rows.join(';\n')};
    reset session_replication_role; reset search_path`);
}

/** All rows of all tables that a backup holds, as text. */
export async function contentsOf(client: ClientBase): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {};
  for (const { name } of await tablesOf(client)) {
    if (Object.hasOwn(leftOut, name)) continue;
    const { rows } = await client.query<{ row: string }>(
      `select t::text as row from ${qualified(name)} t order by 1`,
    );
    contents[name] = rows.map(({ row }) => row);
  }
  return contents;
}

/** The migrations as an earlier version had them: the first few. */
export async function migrationsUntil(count: number): Promise<string> {
  const folder = await testFolder('migrations');
  for (const name of readdirSync(ownMigrations)) {
    if (name.endsWith('.sql')) await copyFile(join(ownMigrations, name), join(folder, name));
  }
  await mkdir(join(folder, 'meta'));
  const entries = readJournal(ownMigrations)
    .slice(0, count)
    .map((entry, idx) => ({ idx, version: '7', breakpoints: true, ...entry }));
  await writeFile(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  return folder;
}
