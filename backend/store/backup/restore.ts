import { escapeIdentifier, type PoolClient } from 'pg';
import { migrateWithin, readJournal, SCOPE_OF_ALL } from '../migrate.ts';
import { BackupError, type HeadLine } from './format.ts';
import type { Piece } from './read.ts';
import { leftOut, qualified, type Table, tablesOf } from './tables.ts';

const ROWS_AT_ONCE = 500;

export interface RestoreOptions {
  /** Whether tables that are there give way; otherwise the database must have none of ours. */
  replace: boolean;
  /** Folder of the migrations of this program. */
  migrations: string;
}

/**
 * Puts a backup into the database: all of it, or nothing. The tables are made as they were when it was made, filled, and
 * then brought up to date, as an upgrade would have done.
 * @returns how many rows each table got
 * @throws BackupError where there are tables already, other connections, or the backup does not fit; nothing has changed
 */
export async function restore(
  client: PoolClient,
  head: HeadLine,
  pieces: AsyncIterable<Piece>,
  { replace, migrations }: RestoreOptions,
): Promise<Record<string, number>> {
  const known = readJournal(migrations).some(
    ({ when, tag }) => when === head.migration.when && tag === head.migration.tag,
  );
  if (!known)
    throw new BackupError(
      `the backup is of a version of Amtsfeder that knows ${head.migration.tag}; this one does not`,
    );
  await client.query('begin');
  try {
    await client.query(`${SCOPE_OF_ALL}; set local timezone to 'UTC'; set local datestyle to 'ISO, YMD'`);
    await refuseOthers(client);
    await makeRoom(client, replace);
    await migrateWithin(client, migrations, head.migration.when);
    const rows = await fill(client, pieces);
    await migrateWithin(client, migrations, Infinity);
    await client.query('commit');
    return rows;
  } catch (fault) {
    await client.query('rollback').catch(() => undefined);
    throw fault;
  }
}

async function refuseOthers(client: PoolClient): Promise<void> {
  const { rows } = await client.query(
    `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and application_name = 'amtsfeder'`,
  );
  if (rows.length > 0) throw new BackupError('Amtsfeder is running on this database; stop all of it first');
}

async function makeRoom(client: PoolClient, replace: boolean): Promise<void> {
  const { rows } = await client.query(
    `select from pg_class where relnamespace = to_regnamespace('amtsfeder') and relkind = 'r'`,
  );
  if (rows.length === 0) return;
  if (!replace) throw new BackupError('there are tables of Amtsfeder already; --replace gives them up');
  await client.query('drop schema amtsfeder cascade');
}

async function fill(client: PoolClient, pieces: AsyncIterable<Piece>): Promise<Record<string, number>> {
  const tables = await tablesOf(client);
  const ours = tables.filter(({ name }) => !Object.hasOwn(leftOut, name));
  const foreign = await putAside(client, ours);
  let filling: { table: Table; columns: string[] } | null = null;
  let batch: (string | null)[][] = [];
  const flush = async () => {
    if (filling !== null && batch.length > 0) await insert(client, filling.table, filling.columns, batch);
    batch = [];
  };
  let rows: Record<string, number> | null = null;
  for await (const piece of pieces) {
    if (piece.kind === 'row') {
      if (filling === null || piece.values.length !== filling.columns.length)
        throw new BackupError(misfit('a row'));
      batch.push(piece.values);
      if (batch.length === ROWS_AT_ONCE) await flush();
      continue;
    }
    await flush();
    if (piece.kind === 'table') {
      const table = ours.find(({ name }) => name === piece.table);
      const fits =
        table !== undefined && piece.columns.every((one) => table.columns.some(({ name }) => name === one));
      if (!fits) throw new BackupError(misfit(piece.table));
      filling = { table, columns: piece.columns };
    } else if (piece.kind === 'sequence') await setSequence(client, piece);
    else rows = piece.rows;
  }
  if (rows === null) throw new BackupError(misfit('its end'));
  await checkCounts(client, rows);
  await putBack(client, ours, foreign);
  return rows;
}

const misfit = (what: string) => `the backup does not fit the tables of its version: ${what}`;

interface Foreign {
  table: string;
  name: string;
  definition: string;
}

/**
 * What migrations have put into the tables goes, and what would refuse, change or add rows rests: triggers, row-level
 * security, and the references between tables, which no order of tables may satisfy.
 */
async function putAside(client: PoolClient, tables: Table[]): Promise<Foreign[]> {
  const { rows: foreign } = await client.query<Foreign>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and k.connamespace = 'amtsfeder'::regnamespace`,
  );
  for (const { table, name } of foreign) {
    await client.query(`alter table ${qualified(table)} drop constraint ${escapeIdentifier(name)}`);
  }
  for (const { name } of tables) {
    await client.query(
      `alter table ${qualified(name)} disable trigger user, no force row level security; delete from ${qualified(name)}`,
    );
  }
  return foreign;
}

async function putBack(client: PoolClient, tables: Table[], foreign: Foreign[]): Promise<void> {
  for (const { name, forced } of tables) {
    const security = forced ? ', force row level security' : '';
    await client.query(`alter table ${qualified(name)} enable trigger user${security}`);
  }
  for (const { table, name, definition } of foreign) {
    await client.query(
      `alter table ${qualified(table)} add constraint ${escapeIdentifier(name)} ${definition}`,
    );
  }
}

async function insert(
  client: PoolClient,
  { name, columns: all }: Table,
  columns: string[],
  rows: (string | null)[][],
): Promise<void> {
  const names = columns.map((column) => escapeIdentifier(column));
  const values = columns.map(
    (column, index) => `u.c${index}::${all.find(({ name }) => name === column)?.type ?? 'text'}`,
  );
  const arrays = columns.map((_, index) => `$${index + 1}::text[]`);
  await client.query(
    `insert into ${qualified(name)} (${names.join(', ')}) overriding system value
     select ${values.join(', ')} from unnest(${arrays.join(', ')}) as u(${columns.map((_, index) => `c${index}`).join(', ')})`,
    columns.map((_, index) => rows.map((row) => row[index] ?? null)),
  );
}

async function setSequence(
  client: PoolClient,
  { sequence, last, called }: Extract<Piece, { kind: 'sequence' }>,
) {
  await client.query('select setval($1::regclass, $2, $3)', [qualified(sequence), last, called]);
}

async function checkCounts(client: PoolClient, told: Record<string, number>): Promise<void> {
  for (const [table, count] of Object.entries(told)) {
    const { rows } = await client.query<{ count: string }>(
      `select count(*) as count from ${qualified(table)}`,
    );
    if (rows[0]?.count !== String(count)) throw new BackupError(misfit(table));
  }
}
