import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { ownMigrations, readJournal } from './migrate.ts';
import { onBothStores, type TestStore } from './testing/both-stores.ts';
import { sampleRows } from './testing/sample-rows.ts';

/** Tables without row-level security, and why they need none. */
const OPEN: Readonly<Record<string, string>> = {
  head_salt:
    'holds a salt a month for all; the role of the backend has no right to it, a function of the owner reads it',
  migration: 'holds no rows of a Kommune, and the role of the backend has no right to it',
  section_index:
    'row-level security would keep its index from being used; the role of the backend has no right to it, functions of the owner read and write it and ask for the scope themselves',
};

const folder = new URL('./schema/', import.meta.url);
const defined: PgTable[] = [];
for (const name of readdirSync(folder)) {
  const room = (await import(new URL(name, folder).href)) as Record<string, unknown>;
  for (const value of Object.values(room)) if (is(value, PgTable)) defined.push(value);
}

it('samples are there for each migration', () => {
  expect(Object.keys(sampleRows)).toEqual(readJournal(ownMigrations).map(({ tag }) => tag));
});

onBothStores('the tables', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });
  const names = async (query: string) => (await store.tamper(query)).map(({ name }) => name);

  it('are plain ones, each behind forced row-level security with a policy', async () => {
    const bare = await names(
      `select c.relname as name from pg_class c
       where c.relnamespace = 'amtsfeder'::regnamespace and c.relkind in ('r', 'p', 'm', 'f') and not (
         c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity
         and exists (select from pg_policy p where p.polrelid = c.oid)
       ) order by 1`,
    );
    expect(bare).toEqual(Object.keys(OPEN).toSorted());
  });

  it('ask for the scope in every policy that concerns the role of the backend', async () => {
    const unasked = await store.tamper(
      `select tablename, policyname from pg_policies where schemaname = 'amtsfeder'
         and roles && array['public', 'amtsfeder']::name[]
         and not (cmd = 'SELECT' and qual = 'true' and not exists (
           select from information_schema.columns c
           where c.table_schema = 'amtsfeder' and c.table_name = tablename and c.column_name = 'kommune'))
         and not coalesce(with_check, qual) ~ '(may_see\\(kommune\\)|is_verbund\\(\\))'`,
    );
    expect(unasked).toEqual([]);
  });

  it('give the role of the backend nothing but rows', async () => {
    const rights = await store.tamper(
      `select table_name, privilege_type from information_schema.role_table_grants
       where table_schema = 'amtsfeder' and (grantee = 'PUBLIC' or (grantee = 'amtsfeder' and (
         privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or table_name = any($1))))`,
      [Object.keys(OPEN)],
    );
    expect(rights).toEqual([]);
  });

  it('have functions that look for names where they should', async () => {
    const loose = await names(
      `select proname as name from pg_proc where pronamespace = 'amtsfeder'::regnamespace and prosecdef
         and not coalesce(array_to_string(proconfig, ','), '') ~ 'search_path=amtsfeder, *pg_temp'`,
    );
    expect(loose).toEqual([]);
  });

  describe.each(defined.map((table) => [getTableConfig(table).name, table] as const))('%s', (name, table) => {
    it('is what its definition says', async () => {
      const real = await store.tamper(
        `select a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required
         from pg_attribute a where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped order by 1`,
        [`amtsfeder.${name}`],
      );
      const said = getTableConfig(table).columns.map((column) => ({
        column: column.name,
        type: sqlType(column.getSQLType()),
        required: column.notNull,
      }));
      expect(said.toSorted((a, b) => (a.column < b.column ? -1 : 1))).toEqual(real);
    });
  });
});

/** A type in the words of `format_type`. */
function sqlType(said: string): string {
  const numeric = /^numeric\((\d+)(?:, ?(\d+))?\)$/.exec(said);
  if (numeric !== null) return `numeric(${numeric[1]},${numeric[2] ?? '0'})`;
  return said;
}
