import { beforeAll, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { bigint, pgTable } from 'drizzle-orm/pg-core';
import { DatabaseFault, isDuplicate } from './faults.ts';
import { openStore } from './open.ts';
import { StoreError } from './store.ts';
import { onBothStores, type TestStore } from './testing/both-stores.ts';

const number = pgTable('number', { value: bigint({ mode: 'number' }).primaryKey() });

onBothStores('a transaction', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
    await store.query(
      'create table amtsfeder.number (value bigint primary key); grant select, insert on amtsfeder.number to amtsfeder',
    );
  });

  const add = (...values: number[]) =>
    store.within('verbund', (db) => db.insert(number).values(values.map((value) => ({ value }))));
  const has = async (value: number) =>
    (await store.tamper('select from amtsfeder.number where value = $1', [value])).length === 1;
  const faultOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => null,
      (fault: unknown) => fault,
    );

  it('keeps nothing of work that throws, and lets its fault pass', async () => {
    const own = new Error('own');
    const work = store.within('verbund', async (db) => {
      await db.insert(number).values({ value: 1 });
      throw own;
    });
    expect(await faultOf(work)).toBe(own);
    expect(await has(1)).toBe(false);
  });

  it('tells a refused statement without its words and values', async () => {
    await add(2);
    const fault = await faultOf(add(2));
    expect(fault).toBeInstanceOf(StoreError);
    expect(isDuplicate(fault)).toBe(true);
    expect((fault as StoreError).cause).toMatchObject({ code: '23505', constraint: 'number_pkey' });
    const told = [fault, (fault as StoreError).cause]
      .map((one) => `${(one as Error).message} ${JSON.stringify(one)}`)
      .join();
    expect(told).not.toMatch(/insert|value|\b2\b/);
  });

  it('does not pass for kept where a statement failed and the work went on', async () => {
    const work = store.within('verbund', async (db) => {
      await db.insert(number).values({ value: 3 });
      await db.execute(sql`select 1 / 0`).catch(() => undefined);
    });
    expect(await faultOf(work)).toMatchObject({ name: 'StoreError', why: 'failed', uncertain: false });
    expect(await has(3)).toBe(false);
  });

  it('goes on after a part that failed', async () => {
    await store.within('verbund', async (db) => {
      await db.insert(number).values({ value: 4 });
      await db.transaction((part) => part.insert(number).values({ value: 4 })).catch(() => undefined);
      await db.transaction((part) => part.insert(number).values({ value: 5 }));
    });
    expect([await has(4), await has(5)]).toEqual([true, true]);
  });

  it('sends nothing after its end', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const escape = Promise.withResolvers<null>();
    await store.within('verbund', (db) => {
      late = escape.promise.then(() => db.insert(number).values({ value: 6 }));
      return Promise.resolve();
    });
    escape.resolve(null);
    expect(await faultOf(late)).not.toBeNull();
    expect(await has(6)).toBe(false);
  });

  it('gives up work that thinks too long between two statements, and holds nobody up', async () => {
    const hasty = await openStore(
      { ...store.settings, limits: { ...store.settings.limits, idleMs: 200 } },
      'join',
    );
    const never = hasty.within('verbund', async (db) => {
      await db.insert(number).values({ value: 7 });
      await new Promise(() => undefined);
    });
    expect(await faultOf(never)).toMatchObject({ name: 'StoreError', why: 'slow', uncertain: false });
    await hasty.within('verbund', (db) => db.insert(number).values({ value: 7 }));
    await hasty.close();
    expect(await has(7)).toBe(true);
  });

  it('gives up a statement that takes too long', async () => {
    const limits = { ...store.settings.limits, statementMs: 100, connectMs: 30_000 };
    const hasty = await openStore({ ...store.settings, limits }, 'join');
    const long = hasty.within('verbund', (db) =>
      db.execute(sql`select count(*) from generate_series(1, 5000000)`),
    );
    expect(await faultOf(long)).toMatchObject({ name: 'StoreError', why: 'slow' });
    await hasty.within('verbund', (db) => db.execute(sql`select 1`));
    await hasty.close();
  });

  it('does not wait for ever for a row that another holds, nor for a connection', async () => {
    const limits = { ...store.settings.limits, lockMs: 200, connectMs: 400 };
    const hasty = await openStore({ ...store.settings, limits }, 'join');
    await store.within('verbund', async (db) => {
      await db.insert(number).values({ value: 8 });
      const waiting = hasty.within('verbund', (other) => other.insert(number).values({ value: 8 }));
      expect(await faultOf(waiting)).toMatchObject({ name: 'StoreError' });
    });
    await hasty.close();
    expect(await has(8)).toBe(true);
  });

  it('says that it is slow where all connections are taken', async () => {
    const { database, limits } = store.settings;
    const single = database.kind === 'server' ? { ...database, connections: 1 } : database;
    const narrow = await openStore({ database: single, limits: { ...limits, connectMs: 300 } }, 'join');
    await narrow.within('verbund', async () => {
      const waiting = narrow.within('verbund', (db) => db.execute(sql`select 1`));
      expect(await faultOf(waiting)).toMatchObject({ name: 'StoreError', why: 'slow', uncertain: false });
    });
    await narrow.close();
  });

  it('tells a full disk', async () => {
    // A tablespace that is really full needs rights that a test does not have: a trigger raises what the server would.
    await store.tamper(`create function amtsfeder.no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
    await store.tamper(
      'create trigger no_room before insert on amtsfeder.number for each row when (new.value = 9) execute function amtsfeder.no_room()',
    );
    const fault = await faultOf(add(9));
    expect(fault).toMatchObject({ name: 'StoreError', why: 'full', uncertain: false });
    expect((fault as StoreError).cause).toBeInstanceOf(DatabaseFault);
    await add(10);
  });

  it('keeps statements of many connections apart', async () => {
    const replica = await store.another();
    const asked = Array.from({ length: 60 }, (_, index) => index);
    const answers = await Promise.all(
      asked.map(async (index) => {
        const { rows } = await (index % 2 === 0 ? store : replica).query('select $1::int as value', [index]);
        return rows[0]?.value;
      }),
    );
    expect(answers).toEqual(asked);
  });

  it('is checked without a scope', async () => {
    await store.check();
  });
});
