import type { ChildProcess } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { ConfigError } from '../config.ts';
import { type OpenStore, openStore } from './open.ts';
import { type StoreSettings, usualLimits } from './settings.ts';
import { StoreError } from './store.ts';
import { testFolder, thisRun } from './testing/run.ts';
import { type RealPostgres, realPostgres, stopPostgres } from './testing/real-postgres.ts';

/** A server of its own, because it is killed. */
let postgres: RealPostgres;
let server: ChildProcess;
let store: OpenStore;
let folder: string;

const urlAt = (host: string) => `postgres://postgres@localhost/postgres?host=${encodeURIComponent(host)}`;
const settingsAt = (host: string): StoreSettings => ({
  database: { kind: 'server', url: urlAt(host), connections: 4 },
  limits: usualLimits,
});

beforeAll(async () => {
  folder = await testFolder('pg');
  // An ordinary user has to pass.
  for (const one of [thisRun().folder, folder]) await chmod(one, 0o755);
  postgres = await realPostgres(join(folder, 'pg'));
  server = await postgres.start();
  store = await openStore(settingsAt(postgres.host), 'serve');
  await store.query(
    'create table amtsfeder.number (value bigint primary key); grant select, insert on amtsfeder.number to amtsfeder',
  );
});

afterAll(async () => {
  await store.close();
  await stopPostgres(server);
});

const add = (to: Pick<OpenStore, 'within'>, value: number) =>
  to.within('verbund', (db) => db.execute(sql`insert into number values (${value})`));
const has = async (value: number) =>
  (await store.query('select from amtsfeder.number where value = $1', [value])).rows.length === 1;
const faultOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (fault: unknown) => fault,
  );
const UNREACHABLE = { name: 'StoreError', why: 'unreachable' };

describe('a server that goes away', () => {
  it('is missed by those who need it, and found again when it is back', async () => {
    await add(store, 1);
    await stopPostgres(server, 'crash');
    expect(await faultOf(add(store, 2))).toMatchObject({ ...UNREACHABLE, uncertain: false });
    expect(await faultOf(store.check())).toMatchObject(UNREACHABLE);
    expect(await faultOf(store.query('select 1'))).toMatchObject(UNREACHABLE);
    server = await postgres.start();
    await add(store, 3);
    expect([await has(1), await has(2), await has(3)]).toEqual([true, false, true]);
  });

  it('takes with it what was not kept', async () => {
    const work = store.within('verbund', async (db) => {
      await db.execute(sql`insert into number values (4)`);
      await stopPostgres(server, 'crash');
      await db.execute(sql`insert into number values (5)`);
    });
    expect(await faultOf(work)).toMatchObject({ ...UNREACHABLE, uncertain: false });
    // A connection from before the last crash may have failed before this one.
    await stopPostgres(server, 'crash');
    server = await postgres.start();
    expect([await has(4), await has(5)]).toEqual([false, false]);
  });

  it('ends work that waits for something else in the meantime', async () => {
    const work = store.within('verbund', async (db) => {
      await db.execute(sql`insert into number values (6)`);
      await stopPostgres(server, 'crash');
      await new Promise(() => undefined);
    });
    expect(await faultOf(work)).toMatchObject(UNREACHABLE);
    await stopPostgres(server, 'crash');
    server = await postgres.start();
    expect(await has(6)).toBe(false);
  });

  it('does not let the backend start with a wrong name or a wrong database', async () => {
    for (const url of [
      urlAt(postgres.host).replace('/postgres?', '/nowhere?'),
      urlAt(postgres.host).replace('postgres@', 'nobody:geheim@'),
    ]) {
      const settings: StoreSettings = {
        database: { kind: 'server', url, connections: 2 },
        limits: usualLimits,
      };
      const fault = await faultOf(openStore(settings, 'serve'));
      expect(fault).toBeInstanceOf(ConfigError);
      expect((fault as Error).message).toMatch(
        /^DATABASE_URL: (user or password is wrong|there is no such database) /,
      );
    }
  });
});

/** Stands between a store and the server, and hangs up when it hears `commit`. */
async function hangsUp(after: 'passing it on' | 'keeping it'): Promise<{ host: string; proxy: Server }> {
  const host = join(folder, after.replaceAll(' ', '-'));
  await mkdir(host);
  const proxy = createServer((near) => {
    const far = createConnection(join(postgres.host, '.s.PGSQL.5432'));
    const hangUp = () => {
      near.destroy();
      far.destroy();
    };
    near.on('error', hangUp).on('close', hangUp);
    far.on('error', hangUp).on('close', hangUp);
    near.on('data', (bytes) => {
      const isCommit = bytes.includes('commit');
      if (!isCommit || after === 'passing it on') far.write(bytes);
      if (isCommit && after === 'keeping it') hangUp();
      // The server answers when it has kept it; the store never hears that.
      if (isCommit) far.removeAllListeners('data').once('data', hangUp);
    });
    far.on('data', (bytes) => near.write(bytes));
  });
  await new Promise<void>((resolve) => proxy.listen(join(host, '.s.PGSQL.5432'), resolve));
  return { host, proxy };
}

describe('a connection that breaks while the end is being written', () => {
  it.each([
    ['passing it on', 7, true],
    ['keeping it', 8, false],
  ] as const)('leaves it open what became of it: after %s', async (after, value, kept) => {
    const { host, proxy } = await hangsUp(after);
    const through = await openStore(settingsAt(host), 'join');
    const fault = await faultOf(add(through, value));
    expect(fault).toBeInstanceOf(StoreError);
    expect(fault).toMatchObject({ ...UNREACHABLE, uncertain: true });
    expect(await has(value)).toBe(kept);
    await through.close();
    await new Promise((resolve) => proxy.close(resolve));
  });
});
