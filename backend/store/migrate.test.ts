import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ConfigError } from '../config.ts';
import { migrate, MigrationError, ownMigrations, readJournal, schemaState } from './migrate.ts';
import { openStore } from './open.ts';
import { onBothStores } from './testing/both-stores.ts';
import { connected, contentsOf, fillTables, migrationsUntil } from './testing/contents.ts';
import { freshDatabase } from './testing/fresh-database.ts';
import { spawnHolder } from './testing/spawn-holder.ts';

const stages = readJournal(ownMigrations);
const first = stages[0]?.tag ?? '';
const all = stages.length;

/** The migrations of this version with one more. */
async function withOneMore(statements: string): Promise<string> {
  const folder = await migrationsUntil(all);
  const journal = join(folder, 'meta', '_journal.json');
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8')) as { entries: { when: number }[] };
  const more = { ...entries[all - 1], idx: all, when: (entries[all - 1]?.when ?? 0) + 1, tag: '9999_more' };
  await writeFile(journal, JSON.stringify({ ...rest, entries: [...entries, more] }));
  await appendFile(join(folder, '9999_more.sql'), statements);
  return folder;
}

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (fault: unknown) =>
      fault instanceof ConfigError || fault instanceof MigrationError ? fault.message : String(fault),
  );

onBothStores('migrations', (_open, fresh) => {
  it('that fail leave everything as it was, name themselves and no row', async () => {
    const broken = await withOneMore(`create table half (x int); --> statement-breakpoint
      insert into audit_actor values ('lk-kusel', 'x', 'k', 'Erika Mustermann', 'lk-kusel');`);
    const unwritable = await withOneMore(
      'create table half (x int);\n--> statement-breakpoint\nselect * from nowhere',
    );
    await connected(await fresh(), async ({ house, superuser }) => {
      await fillTables(superuser, ['0003_audit']);
      const before = await contentsOf(superuser);
      const words = await refusal(migrate(house, broken));
      expect(words).toContain('the migration 9999_more failed (23505)');
      expect(words).not.toMatch(/Mustermann|kusel/);
      expect(await refusal(migrate(house, unwritable))).toContain(
        '9999_more failed (42P01: relation "nowhere"',
      );
      expect(await contentsOf(superuser)).toEqual(before);
      expect(await schemaState(house)).toMatchObject({ kind: 'current' });
      // Whoever comes with migrations that are right is not held up by those that were not.
      await migrate(house, await withOneMore('create table whole (x int);'));
      expect(
        (
          await superuser.query(
            `select to_regclass('amtsfeder.half') as half, to_regclass('amtsfeder.whole') is null as whole`,
          )
        ).rows,
      ).toEqual([{ half: null, whole: false }]);
    });
  });

  it('of a newer version keep an older one out', async () => {
    const database = await fresh();
    const newer = await withOneMore('create table later (x int);');
    await connected(database, ({ house }) => migrate(house, newer));
    expect(await refusal(openStore(database.settings, 'serve'))).toContain('newer than this version');
    expect(await refusal(openStore(database.settings, 'join'))).toContain('newer than this version');
  });
});

it('are made once by however many processes start at the same time', async () => {
  const database = await freshDatabase('server', false);
  const holders = Array.from({ length: 4 }, () => spawnHolder(database.env));
  await Promise.all(holders.map((holder) => holder.hear(/^open$/)));
  await Promise.all(holders.map((holder) => holder.end()));
  await connected(database, async ({ superuser }) => {
    const { rows } = await superuser.query('select count(*)::int as applied from amtsfeder.migration');
    expect(rows).toEqual([{ applied: all }]);
  });
});

it('are made by no command beside the backend', async () => {
  const { settings } = await freshDatabase('server', false);
  expect(await refusal(openStore(settings, 'join'))).toContain(
    `the migration ${first} is missing; run "amtsfeder migrate"`,
  );
});
