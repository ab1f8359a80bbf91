import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { ConfigError } from '../../config.ts';
import { openStore } from '../open.ts';
import { StoreError } from '../store.ts';
import { connected } from '../testing/contents.ts';
import { type FreshDatabase, freshDatabase } from '../testing/fresh-database.ts';
import { spawnHolder } from '../testing/spawn-holder.ts';
import { ownerOf, socketFile } from './owner.ts';
import { startEmbedded } from './start.ts';

const folderOf = ({ env }: FreshDatabase) => env.AMTSFEDER_DATA_DIR ?? '';
const locksIn = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.lock'));
/** The process that holds the database, out of its lock. */
async function processOf(folder: string): Promise<number> {
  const [name = ''] = await locksIn(folder);
  return (JSON.parse(await readFile(join(folder, name), 'utf8')) as { pid: number }).pid;
}

describe('the folder of the embedded database', () => {
  it('is for its owner alone, and free after the end', async () => {
    const database = await freshDatabase('embedded');
    const folder = folderOf(database);
    const store = await openStore(database.settings, 'serve');
    for (const path of [folder, join(folder, 'socket')]) expect((await stat(path)).mode & 0o077).toBe(0);
    const pid = await processOf(folder);
    await store.close();
    expect(await locksIn(folder)).toEqual([]);
    expect(() => process.kill(pid, 0)).toThrow();
  });

  it('is open to a command beside its owner', async () => {
    const database = await freshDatabase('embedded');
    const store = await openStore(database.settings, 'serve');
    const beside = await openStore(database.settings, 'join');
    await beside.check();
    await beside.close();
    await store.close();
  });

  it('is refused to a second process while the owner is busy for minutes', async () => {
    const database = await freshDatabase('embedded');
    const owner = spawnHolder(database.env, 'busy');
    await owner.hear(/^busy$/);
    const second = spawnHolder(database.env);
    expect(await second.hear(/^(open|refused)/)).toContain('refused AMTSFEDER_DATA_DIR: another Amtsfeder');
    await expect(openStore(database.settings, 'serve')).rejects.toThrow(ConfigError);
    await owner.kill();
  });

  it('goes to one of several processes that start at once', async () => {
    const database = await freshDatabase('embedded');
    const holders = [spawnHolder(database.env), spawnHolder(database.env)];
    const words = await Promise.all(holders.map((holder) => holder.hear(/^(open|refused)/)));
    expect(words.filter((word) => word === 'open').length).toBeLessThanOrEqual(1);
    await Promise.all(holders.map((holder) => holder.end()));
    // Whatever the two did to each other, the next one gets in.
    const store = await openStore(database.settings, 'serve');
    await store.close();
  });

  it('is free when its owner was killed in the middle of a long statement', async () => {
    const database = await freshDatabase('embedded');
    const holder = spawnHolder(database.env, 'busy');
    await holder.hear(/^busy$/);
    await holder.kill();
    const store = await openStore(database.settings, 'serve');
    await store.check();
    await store.close();
  });
});

describe('the embedded database', () => {
  it('keeps what was kept when it is killed', async () => {
    const database = await freshDatabase('embedded');
    await connected(database, ({ house }) =>
      house.query(
        'create table amtsfeder.number (value bigint primary key); grant select, insert on amtsfeder.number to amtsfeder',
      ),
    );
    const holder = spawnHolder(database.env, 'count');
    await holder.hear(/^11$/);
    await holder.kill();
    const told = Number(holder.said.at(-1));
    const { rows } = await connected(database, ({ house }) =>
      house.query<{ kept: number }>('select count(*)::int as kept from amtsfeder.number'),
    );
    // The one after may have been kept without having been told.
    expect([told, told + 1]).toContain(rows[0]?.kept);
  });

  it('comes back when its process dies', async () => {
    const database = await freshDatabase('embedded');
    const store = await openStore(database.settings, 'serve');
    const busy = store.within('verbund', async (db) => {
      await db.execute(sql`select 1`);
      process.kill(await processOf(folderOf(database)), 'SIGKILL');
      await db.execute(sql`select pg_sleep(1)`);
    });
    await expect(busy).rejects.toMatchObject({ name: 'StoreError', why: 'unreachable' });
    for (let answered = false; !answered;) {
      answered = await store.check().then(
        () => true,
        (fault: unknown) => {
          if (!(fault instanceof StoreError)) throw fault;
          return false;
        },
      );
    }
    await store.close();
  });

  it('lets nobody in without its secret', async () => {
    const database = await freshDatabase('embedded');
    const store = await openStore(database.settings, 'serve');
    const at = await ownerOf(folderOf(database));
    if (at === null || at === 'opening') throw new Error('no address');
    const intruder = new Client({ host: at.host, port: at.port, user: 'postgres', database: 'postgres' });
    await expect(intruder.connect()).rejects.toThrow();
    for (const words of [
      'GET / HTTP/1.1\r\n\r\n',
      Buffer.alloc(9, 0xff),
      Buffer.from('000000ff00030000', 'hex'),
    ]) {
      const socket = createConnection(socketFile(at));
      socket.on('error', () => undefined);
      socket.end(words);
      await once(socket.resume(), 'close');
    }
    await store.check();
    await store.close();
  });

  it('listens on the loopback address where there are no socket files', async () => {
    const database = await freshDatabase('embedded');
    const loopback = () => Promise.resolve({ host: '127.0.0.1', port: 0 });
    const { address, close } = await startEmbedded(folderOf(database), loopback);
    expect(address.port).toBeGreaterThan(0);
    const client = new Client({ ...address, user: address.secret, database: 'postgres' });
    await client.connect();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await client.end();
    const intruder = new Client({ ...address, user: 'postgres', database: 'postgres' });
    await expect(intruder.connect()).rejects.toThrow();
    await close();
  });

  it('leaves a program that has nothing more to do in peace', async () => {
    const database = await freshDatabase('embedded');
    const open = new URL('../open.ts', import.meta.url).href;
    const settings = new URL('../settings.ts', import.meta.url).href;
    const program = `const { openStore } = await import('${open}'); const { readStoreSettings } = await import('${settings}');
      const store = await openStore(readStoreSettings(process.env), 'serve'); await store.check();`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      env: { PATH: process.env.PATH, ...database.env },
      stdio: 'ignore',
    });
    expect(await once(child, 'exit')).toEqual([0, null]);
    const store = await openStore(database.settings, 'serve');
    await store.close();
  });

  it('is looked after', async () => {
    const database = await freshDatabase('embedded');
    const store = await openStore(database.settings, 'serve');
    await store.query('create table amtsfeder.seen as select generate_series(1, 100) as value');
    await store.maintain();
    const { rows } = await store.query(`select reltuples::int as rows from pg_class where relname = 'seen'`);
    expect(rows).toEqual([{ rows: 100 }]);
    await store.close();
  });
});
