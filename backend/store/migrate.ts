import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DrizzleQueryError } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { NodePgSession } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { ClientBase, PoolClient } from 'pg';
import * as z from 'zod';
import { codeOf, isAnswerLost, rootOf } from './faults.ts';

export const ownMigrations = fileURLToPath(new URL('./migrations', import.meta.url));

/** Row-level security holds for the owner of the tables too: whoever is to see all rows says so. */
export const SCOPE_OF_ALL = `set local amtsfeder.scope to 'verbund'`;

const SCHEMA = 'amtsfeder';
const TABLE = 'migration';
/** One lock for all replicas that start at once; the number is ours alone. */
const LOCK = 4_739_120_566;
const LOCK_MS = 600_000;

const dialect = new PgDialect();

const stage = z.object({ when: z.number(), tag: z.string() });
/** A migration, and so a state of the tables. */
export type Stage = z.infer<typeof stage>;
const journal = z.object({ entries: z.array(stage) });

/** Where a database stands against the migrations that this program brings. */
export type SchemaState =
  | { kind: 'current'; at: Stage | null }
  | { kind: 'behind'; at: Stage | null; next: Stage }
  /** A newer program was here; this one does not know what the tables mean. */
  | { kind: 'newer'; words: string };

const NEWER = 'it is newer than this version of Amtsfeder; start the newer version';

/** The database was left as it was. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/** @param folder of the migrations, with `meta/_journal.json` */
export function readJournal(folder: string): Stage[] {
  return journal.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'))).entries;
}

export async function schemaState(client: ClientBase, folder: string = ownMigrations): Promise<SchemaState> {
  const stages = readJournal(folder);
  const last = await lastApplied(client);
  if (last > (stages.at(-1)?.when ?? 0)) return { kind: 'newer', words: NEWER };
  const at = stages.findLast(({ when }) => when <= last) ?? null;
  const next = stages.find(({ when }) => when > last);
  return next === undefined ? { kind: 'current', at } : { kind: 'behind', at, next };
}

/**
 * Brings a database up to date. Any number of processes may do so at once: one does it, the others wait. All missing
 * migrations are one transaction.
 * @throws MigrationError which one failed, or that the database is newer than the program; never anything of its rows
 */
export async function migrate(client: PoolClient, folder: string = ownMigrations): Promise<void> {
  await client.query(`set search_path to ${SCHEMA}, pg_temp; set lock_timeout to ${LOCK_MS};
    set amtsfeder.scope to 'verbund'`);
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    const state = await schemaState(client, folder);
    if (state.kind === 'newer') throw new MigrationError(state.words);
    if (state.kind === 'behind') await apply(client, folder, Infinity);
  } finally {
    // A connection that is lost has given up its lock already.
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    await client.query('reset search_path; reset lock_timeout; reset amtsfeder.scope').catch(() => undefined);
  }
}

/**
 * Applies migrations inside of a transaction that has begun and that the caller ends.
 * @param until the newest migration wanted, by its time
 * @throws MigrationError after which the transaction can only be rolled back
 */
export async function migrateWithin(client: PoolClient, folder: string, until: number): Promise<void> {
  await client.query(`set local search_path to ${SCHEMA}, pg_temp; ${SCOPE_OF_ALL}`);
  await apply(insideTransaction(client), folder, until);
}

async function apply(client: PoolClient, folder: string, until: number): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  const wanted = migrations.filter(({ folderMillis }) => folderMillis <= until);
  try {
    await dialect.migrate(wanted, new NodePgSession(client, dialect, undefined), {
      migrationsFolder: folder,
      migrationsSchema: SCHEMA,
      migrationsTable: TABLE,
    });
  } catch (fault) {
    const query = fault instanceof DrizzleQueryError ? fault.query : null;
    const failed = wanted.find(({ sql }) => query !== null && sql.includes(query));
    throw failure(rootOf(fault), readJournal(folder).find(({ when }) => when === failed?.folderMillis)?.tag);
  }
}

/** What drizzle takes for the transaction of its migrations is a part of the one that has begun. */
function insideTransaction(client: PoolClient): PoolClient {
  const part: Record<string, string> = {
    begin: 'savepoint migrations',
    commit: 'release savepoint migrations',
    rollback: 'rollback to savepoint migrations',
  };
  return new Proxy(client, {
    get(target, name) {
      if (name !== 'query') return Reflect.get(target, name, target) as unknown;
      return (statement: { text: string }, values?: unknown[]) =>
        target.query({ ...statement, text: part[statement.text] ?? statement.text }, values);
    },
  });
}

async function lastApplied(client: ClientBase): Promise<number> {
  const there = await client.query<{ there: boolean }>(`select to_regclass($1) is not null as there`, [
    `${SCHEMA}.${TABLE}`,
  ]);
  if (there.rows[0]?.there !== true) return 0;
  const { rows } = await client.query<{ last: string | null }>(
    `select max(created_at)::text as last from ${SCHEMA}.${TABLE}`,
  );
  return Number(rows[0]?.last ?? 0);
}

function failure(root: unknown, tag: string | undefined): MigrationError {
  if (isAnswerLost(root)) return new MigrationError('it went away during the migrations; start again');
  const code = codeOf(root);
  // What is wrong with a statement itself repeats names of tables, never rows.
  const words = code.startsWith('42') && root instanceof Error ? `${code}: ${root.message}` : code;
  const what = tag === undefined ? 'the migrations could not be applied' : `the migration ${tag} failed`;
  return new MigrationError(`${what} (${words}); it is as it was before`);
}
