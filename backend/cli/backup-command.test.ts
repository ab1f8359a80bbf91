import { join } from 'node:path';
import { afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { type FreshDatabase, freshDatabase } from '../store/testing/fresh-database.ts';
import { testFolder } from '../store/testing/run.ts';
import { backupCommand } from './backup-command.ts';
import { UsageError } from './errors.ts';
import { migrateCommand } from './migrate-command.ts';
import { restoreCommand } from './restore-command.ts';

afterEach(() => {
  jest.restoreAllMocks();
  delete process.env.DATABASE_URL;
  delete process.env.AMTSFEDER_DATA_DIR;
});

type Command = (args: string[]) => Promise<number>;

/** What a command writes and ends with, run with the settings of a database. */
async function run(command: Command, { env }: FreshDatabase, ...args: string[]) {
  delete process.env.DATABASE_URL;
  delete process.env.AMTSFEDER_DATA_DIR;
  Object.assign(process.env, env);
  const said = { out: '', err: '' };
  jest.spyOn(process.stdout, 'write').mockImplementation((words) => Boolean((said.out += String(words))));
  jest.spyOn(process.stderr, 'write').mockImplementation((words) => Boolean((said.err += String(words))));
  try {
    return { code: await command(args), ...said };
  } finally {
    jest.restoreAllMocks();
  }
}

let trial: FreshDatabase;
let server: FreshDatabase;
beforeAll(async () => {
  [trial, server] = await Promise.all([freshDatabase('embedded'), freshDatabase('server', false)]);
});

it('moves a trial installation to a server and back', async () => {
  const folder = await testFolder('moved');
  const file = join(folder, 'first.backup');
  const back = join(folder, 'back.backup');
  const made = await run(backupCommand, trial, '--out', file);
  expect(made).toEqual({ code: 0, err: '', out: `Gesichert: ${file}\n` });
  expect(await run(restoreCommand, server, '--from', file)).toEqual({
    code: 0,
    err: '',
    out: expect.stringMatching(/^Zurückgespielt: \d+ Tabellen, 0 Zeilen\n$/),
  });
  expect(await run(migrateCommand, server)).toMatchObject({ code: 0, err: '' });
  expect(await run(restoreCommand, server, '--from', file)).toMatchObject({
    code: 1,
    err: expect.stringContaining('--replace gives them up; nothing has changed'),
  });
  expect(await run(backupCommand, server, '--out', back)).toMatchObject({ code: 0 });
  expect(await run(restoreCommand, trial, '--from', back, '--replace')).toMatchObject({ code: 0, err: '' });
});

it('says what is missing or wrong', async () => {
  const bare = await freshDatabase('server', false);
  const nowhere = join(await testFolder('nowhere'), 'no', 'file');
  await expect(run(backupCommand, bare)).rejects.toThrow(UsageError);
  await expect(run(restoreCommand, bare)).rejects.toThrow(UsageError);
  const refused = { code: 1, out: '' };
  expect(await run(backupCommand, bare, '--out', nowhere)).toEqual({
    ...refused,
    err: 'backup: --out: the file cannot be written\n',
  });
  expect(await run(restoreCommand, bare, '--from', nowhere)).toEqual({
    ...refused,
    err: 'restore: --from: the file cannot be read; nothing has changed\n',
  });
  const empty = join(await testFolder('empty'), 'file');
  expect(await run(backupCommand, bare, '--out', empty)).toEqual({
    ...refused,
    err: 'backup: the database has no tables yet; there is nothing to back up\n',
  });
});
