import { beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { DatabaseFault } from './faults.ts';
import { StoreError } from './store.ts';
import { onBothStores, type TestStore } from './testing/both-stores.ts';

const note = pgTable('note', { kommune: text().notNull(), words: text().notNull() });
const own = { kommune: 'lk-kusel' };
const other = { kommune: 'stadt-pirmasens' };

/** A table as every room makes its own. */
const TABLE = `create table amtsfeder.note (kommune text not null, words text not null);
  alter table amtsfeder.note enable row level security; alter table amtsfeder.note force row level security;
  create policy own on amtsfeder.note using (amtsfeder.may_see(kommune)) with check (amtsfeder.may_see(kommune));
  grant select, insert, update, delete on amtsfeder.note to amtsfeder`;

onBothStores('the second wall', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
    await store.query(TABLE);
    await store.within(own, (db) => db.insert(note).values({ ...own, words: 'eigen' }));
    await store.within(other, (db) => db.insert(note).values({ ...other, words: 'fremd' }));
  });

  const code = async (work: Promise<unknown>) => {
    const fault: unknown = await work.then(
      () => null,
      (reason: unknown) => reason,
    );
    return fault instanceof StoreError && fault.cause instanceof DatabaseFault ? fault.cause.code : fault;
  };
  const everything = () => store.tamper('select kommune, words from amtsfeder.note order by kommune');

  it('shows a Kommune its own rows, whatever a query asks for', async () => {
    const rows = await store.within(own, (db) => db.select().from(note));
    expect(rows).toEqual([{ ...own, words: 'eigen' }]);
    const asked = await store.within(own, (db) =>
      db
        .select()
        .from(note)
        .where(sql`kommune = 'stadt-pirmasens' or true`),
    );
    expect(asked).toEqual(rows);
  });

  it('shows the Verbund all of them', async () => {
    expect(await store.within('verbund', (db) => db.select().from(note))).toHaveLength(2);
  });

  it('shows nothing to a query whose transaction has no scope', async () => {
    const { rows } = await store.query('begin; set local role amtsfeder; select * from amtsfeder.note');
    expect(rows).toEqual([]);
    await store.query('rollback');
  });

  it('shows nothing to the owner of the tables where it is no superuser', async () => {
    // The embedded database knows no other login than its superuser.
    const { rows } = await store.query('select * from amtsfeder.note');
    expect(rows).toHaveLength(store.kind === 'server' ? 0 : 2);
  });

  it('refuses a row of another Kommune', async () => {
    expect(
      await code(store.within(own, (db) => db.insert(note).values({ ...other, words: 'unterschoben' }))),
    ).toBe('42501');
    expect(await code(store.within(own, (db) => db.update(note).set(other)))).toBe('42501');
    expect(await everything()).toHaveLength(2);
  });

  it('leaves rows of others as they are', async () => {
    const changed = await store.within(own, (db) =>
      db
        .update(note)
        .set({ words: 'x' })
        .where(sql`kommune <> 'lk-kusel'`),
    );
    const deleted = await store.within(own, (db) => db.delete(note).where(sql`kommune <> 'lk-kusel'`));
    expect([changed.rowCount, deleted.rowCount]).toEqual([0, 0]);
    expect(await everything()).toEqual([
      { ...own, words: 'eigen' },
      { ...other, words: 'fremd' },
    ]);
  });

  it('carries no scope from one transaction to the next', async () => {
    const replica = await store.another();
    const seen = async (one: Pick<TestStore, 'query'>) =>
      (
        await one.query(`select current_user::text as role, coalesce(current_setting('amtsfeder.kommune', true), '') as kommune,
        coalesce(current_setting('amtsfeder.scope', true), '') as scope, current_setting('role') as switched`)
      ).rows[0];
    for (let turn = 0; turn < 12; turn++) {
      await store.within(own, (db) => db.select().from(note));
      await store.within(own, () => Promise.reject(new Error('given up'))).catch(() => undefined);
      expect(await seen(turn % 2 === 0 ? store : replica)).toMatchObject({
        kommune: '',
        scope: '',
        switched: 'none',
      });
    }
  });

  it.each([
    'reset role',
    'RESET ALL',
    'set role none',
    ' set local role none',
    'select 1; reset role',
    'commit',
    'rollback',
    'begin',
    'end',
    'set session authorization default',
    `select set_config('role', 'none', true)`,
    `select set_config('amtsfeder.scope', 'verbund', true)`,
    'discard all',
  ])('lets no work say %p', async (statement) => {
    const work = store.within(own, async (db) => {
      await db.execute(sql.raw(statement));
      return (await db.select().from(note)).length;
    });
    await expect(work).rejects.toThrow('by the store alone');
    expect(await store.within(own, (db) => db.select().from(note))).toHaveLength(1);
  });

  it('refuses what names no Kommune', async () => {
    for (const kommune of ['', `x'; reset role; --`, 'LK-KUSEL']) {
      await expect(store.within({ kommune }, (db) => db.select().from(note))).rejects.toThrow();
    }
  });

  describe('the role of the backend', () => {
    it('is an ordinary one', async () => {
      const rows = await store.tamper(
        `select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb from pg_roles where rolname = 'amtsfeder'`,
      );
      expect(rows).toEqual([
        {
          rolsuper: false,
          rolbypassrls: false,
          rolcanlogin: false,
          rolcreaterole: false,
          rolcreatedb: false,
        },
      ]);
    });

    it('neither makes tables nor empties them nor switches security off', async () => {
      for (const statement of [
        'create table amtsfeder.own (x int)',
        'truncate note',
        'alter table note disable row level security',
        'drop policy own on note',
        'select * from migration',
      ]) {
        expect([
          statement,
          await code(store.within('verbund', (db) => db.execute(sql.raw(statement)))),
        ]).toEqual([statement, '42501']);
      }
    });
  });
});
