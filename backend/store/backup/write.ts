import { type ClientBase, escapeIdentifier } from 'pg';
import { schemaState, SCOPE_OF_ALL, type SchemaState } from '../migrate.ts';
import { BackupError, Checksum, FORMAT, type HeadLine, type PartLine } from './format.ts';
import { leftOut, qualified, sequencesOf, type Table, tablesOf } from './tables.ts';

const ROWS_AT_ONCE = 500;

/**
 * Reads the whole database as it was at one moment, whatever is written meanwhile.
 * @param client a connection of the owner of the tables, used for nothing else until the last line
 * @returns the lines of a backup, without their ends
 * @throws BackupError where the database has no tables yet or is newer than this program
 */
export async function* backupLines(client: ClientBase): AsyncGenerator<string> {
  await client.query('begin isolation level repeatable read read only');
  // Row-level security holds for the owner too; values shall not depend on how a connection is set.
  await client.query(`${SCOPE_OF_ALL}; set local timezone to 'UTC'; set local datestyle to 'ISO, YMD';
    set local intervalstyle to 'postgres'; set local bytea_output to 'hex'; set local extra_float_digits to 1`);
  const checksum = new Checksum();
  const written = (value: HeadLine | PartLine | (string | null)[]) => {
    const line = JSON.stringify(value);
    checksum.add(line);
    return line;
  };
  const counts: Record<string, number> = {};
  yield written({
    amtsfeder: 'backup',
    format: FORMAT,
    made: await momentOf(client),
    migration: standOf(await schemaState(client)),
  });
  for (const table of await tablesOf(client)) {
    if (Object.hasOwn(leftOut, table.name)) continue;
    yield written({ table: table.name, columns: table.columns.map(({ name }) => name) });
    let count = 0;
    for await (const row of rowsOf(client, table)) {
      count++;
      yield written(row);
    }
    counts[table.name] = count;
  }
  for (const { name, last, called } of await sequencesOf(client))
    yield written({ sequence: name, last, called });
  await client.query('commit');
  yield JSON.stringify({ end: true, rows: counts, sha256: checksum.end() } satisfies PartLine);
}

async function* rowsOf(client: ClientBase, { name, columns }: Table): AsyncGenerator<(string | null)[]> {
  const list = columns.map((column) => `${escapeIdentifier(column.name)}::text`).join(', ');
  await client.query(`declare everything no scroll cursor for select ${list} from ${qualified(name)}`);
  for (;;) {
    const text = `fetch ${ROWS_AT_ONCE} from everything`;
    const { rows } = await client.query<(string | null)[]>({ text, rowMode: 'array' });
    yield* rows;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await client.query('close everything');
}

async function momentOf(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ now: Date }>('select now() as now');
  return (rows[0]?.now ?? new Date()).toISOString();
}

function standOf(state: SchemaState): HeadLine['migration'] {
  if (state.kind === 'newer') throw new BackupError(`the database: ${state.words}`);
  if (state.at === null) throw new BackupError('the database has no tables yet; there is nothing to back up');
  return state.at;
}
