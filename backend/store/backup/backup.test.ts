import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ClientBase } from 'pg';
import { ConfigError } from '../../config.ts';
import { migrate, ownMigrations, readJournal, schemaState } from '../migrate.ts';
import { openStore } from '../open.ts';
import { connected, contentsOf, fillTables, migrationsUntil } from '../testing/contents.ts';
import { type FreshDatabase, freshDatabase } from '../testing/fresh-database.ts';
import { testFolder } from '../testing/run.ts';
import { backupTo, putBackup, restoreFrom, writeBackup } from './files.ts';
import { BackupError } from './format.ts';
import { backupLines } from './write.ts';

const tags = readJournal(ownMigrations).map(({ tag }) => tag);
const files = await testFolder('backup');
let number = 0;
const newFile = () => join(files, `${++number}.backup`);

const LEFT = { replace: false };
const REPLACED = { replace: true };
const kinds = ['embedded', 'server'] as const;

/** What guards the rows: none of it may be lost on the way. */
async function guardsOf(client: ClientBase) {
  const ask = async (text: string) => (await client.query(text)).rows;
  return {
    security: await ask(`select relname, relrowsecurity, relforcerowsecurity from pg_class
      where relnamespace = 'amtsfeder'::regnamespace and relkind = 'r' order by 1`),
    triggers: await ask(`select tgrelid::regclass::text, tgname, tgenabled from pg_trigger
      where not tgisinternal order by 1, 2`),
    constraints: await ask(`select conrelid::regclass::text, pg_get_constraintdef(oid) as definition
      from pg_constraint where connamespace = 'amtsfeder'::regnamespace order by 1, 2`),
    policies: await ask(`select tablename, policyname, cmd, qual, with_check from pg_policies order by 1, 2`),
    grants: await ask(`select table_name, privilege_type from information_schema.role_table_grants
      where grantee = 'amtsfeder' order by 1, 2`),
  };
}

interface Source {
  file: string;
  contents: Record<string, string[]>;
  guards: Awaited<ReturnType<typeof guardsOf>>;
}

async function filledSource(kind: FreshDatabase['kind']): Promise<Source> {
  return connected(await freshDatabase(kind), async ({ house, superuser }) => {
    await fillTables(superuser, tags);
    const file = newFile();
    await writeBackup(house, file);
    return { file, contents: await contentsOf(superuser), guards: await guardsOf(superuser) };
  });
}

describe.each(kinds)('a backup (%s)', (kind) => {
  let source: Source;
  beforeAll(async () => {
    source = await filledSource(kind);
  });

  it.each(kinds)('brings every row and what guards it to the other store, or the same: %s', async (to) => {
    expect(Object.entries(source.contents).filter(([, rows]) => rows.length === 0)).toEqual([]);
    await connected(await freshDatabase(to, false), async ({ house, superuser }) => {
      const rows = await putBackup(house, source.file, LEFT);
      expect(await contentsOf(superuser)).toEqual(source.contents);
      expect(await guardsOf(superuser)).toEqual(source.guards);
      expect(await schemaState(house)).toMatchObject({ kind: 'current' });
      expect(rows).toEqual(
        Object.fromEntries(Object.entries(source.contents).map(([name, all]) => [name, all.length])),
      );
    });
  });

  it('is made while the backend runs, for its owner to read, and not put back under it', async () => {
    const database = await freshDatabase(kind);
    const store = await openStore(database.settings, 'serve');
    const file = newFile();
    await backupTo(file, database.settings);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(backupTo(file, database.settings)).rejects.toThrow('there already');
    await expect(restoreFrom(source.file, database.settings, REPLACED)).rejects.toThrow(
      kind === 'server' ? BackupError : ConfigError,
    );
    await store.check();
    await store.close();
    expect(await restoreFrom(source.file, database.settings, REPLACED)).toMatchObject({ audit_line: 2 });
  });

  it('takes the place of what is there where that is wanted; a damaged one never does', async () => {
    const lines = gunzipSync(await readFile(source.file))
      .toString()
      .trimEnd()
      .split('\n');
    const rowAt = lines.findIndex((line) => line.startsWith('["lk-kusel"'));
    const [row = '', next = ''] = lines.slice(rowAt);
    const zipped = (changed: string[]) => gzipSync(changed.join('\n'));
    const refused: [string, Buffer, { replace: boolean }][] = [
      ['without being asked', zipped(lines), LEFT],
      ['no gzip', Buffer.from(lines.join('\n')), REPLACED],
      ['nothing', gzipSync(''), REPLACED],
      ['something else', gzipSync('{"a":1}\n'), REPLACED],
      ['cut off in the gzip', (await readFile(source.file)).subarray(0, -20), REPLACED],
      ['no end', zipped(lines.slice(0, -1)), REPLACED],
      ['a row less', zipped(lines.toSpliced(rowAt, 1)), REPLACED],
      ['a letter changed', gzipSync(lines.join('\n').replace('Erika', 'Erike')), REPLACED],
      ['a line after the end', zipped([...lines, '["x"]']), REPLACED],
      ['two rows exchanged', zipped(lines.with(rowAt, next).with(rowAt + 1, row)), REPLACED],
      ['a row that is none', zipped(lines.with(rowAt, '[1]')), REPLACED],
      ['newer', gzipSync(lines.join('\n').replace(/"tag":"[^"]+"/, '"tag":"9999_later"')), REPLACED],
    ];
    await connected(await freshDatabase(kind), async ({ house, superuser }) => {
      await fillTables(superuser, ['0003_audit']);
      const before = await contentsOf(superuser);
      for (const [name, bytes, options] of refused) {
        const file = newFile();
        await writeFile(file, bytes);
        const outcome = await putBackup(house, file, options).then(
          () => 'put back',
          (fault: unknown) => (fault instanceof BackupError ? 'refused' : fault),
        );
        expect([name, outcome]).toEqual([name, 'refused']);
      }
      expect(await contentsOf(superuser)).toEqual(before);
      await putBackup(house, source.file, REPLACED);
      expect(await contentsOf(superuser)).toEqual(source.contents);
    });
  });

  it('of each earlier version is brought up to date with its rows, and so is its database', async () => {
    const made: { file: string; rows: Record<string, string[]> }[] = [];
    await connected(await freshDatabase(kind, false), async ({ house, superuser }) => {
      for (const [index, tag] of tags.entries()) {
        await migrate(house, await migrationsUntil(index + 1));
        await fillTables(superuser, [tag]);
        const old = { file: newFile(), rows: await contentsOf(superuser) };
        await writeBackup(house, old.file);
        made.push(old);
      }
      // Every step of the upgrade kept what the steps before had.
      expect(await contentsOf(superuser)).toMatchObject(made.at(-2)?.rows ?? {});
      expect(await guardsOf(superuser)).toEqual(source.guards);
    });
    await connected(await freshDatabase(kind, false), async ({ house, superuser }) => {
      for (const old of made) {
        await putBackup(house, old.file, REPLACED);
        expect(await schemaState(house)).toMatchObject({ kind: 'current' });
        expect(await contentsOf(superuser)).toMatchObject(old.rows);
      }
    });
  });
});

it('shows one moment, whatever is written meanwhile', async () => {
  const database = await freshDatabase('server');
  await connected(database, async ({ house, superuser }) => {
    const lines = backupLines(house);
    await lines.next();
    await fillTables(superuser, tags);
    const rest: string[] = [];
    for await (const line of lines) rest.push(line);
    expect(rest.filter((line) => line.startsWith('['))).toEqual([]);
    expect(JSON.parse(rest.at(-1) ?? '')).toMatchObject({ rows: { call: 0, audit_line: 0 } });
  });
});
