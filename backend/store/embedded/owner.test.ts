import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { testFolder } from '../testing/run.ts';
import { own, Owned, ownerOf, socketFile } from './owner.ts';

const newFolder = () => testFolder('owner');
const DEAD_PID = 2 ** 22 + 1;
const AT = { host: '/nowhere', port: 1, secret: 's' };

/** The lock of this process, as another one would find it, changed. */
async function foreign(folder: string, changes: Record<string, unknown>): Promise<void> {
  const ownership = await own(folder);
  const name = (await readdir(folder)).find((one) => one.endsWith('.lock')) ?? '';
  const record = JSON.parse(await readFile(join(folder, name), 'utf8')) as Record<string, unknown>;
  await ownership.release();
  await writeFile(join(folder, 'owner.00000000000000ff.lock'), JSON.stringify({ ...record, ...changes }));
}

it('gives a folder to one owner, until it lets go', async () => {
  const folder = await newFolder();
  const ownership = await own(folder);
  expect(await ownerOf(folder)).toBe('opening');
  await ownership.announce(AT);
  expect(await ownerOf(folder)).toEqual(AT);
  await expect(own(folder)).rejects.toThrow(Owned);
  expect(await readdir(folder)).toHaveLength(1);
  await ownership.release();
  expect(await ownerOf(folder)).toBeNull();
  await (await own(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

it('gives it to one of many that ask at once', async () => {
  for (let round = 0; round < 10; round++) {
    const folder = await newFolder();
    const asked = await Promise.allSettled(Array.from({ length: 5 }, () => own(folder)));
    const owners = asked.filter(({ status }) => status === 'fulfilled');
    expect(owners.length).toBeLessThanOrEqual(1);
    expect((await readdir(folder)).length).toBe(owners.length);
  }
});

it.each([
  ['whose number is free', { pid: DEAD_PID }],
  ['whose number another process has now', { began: '1' }],
  ['before the machine was started anew', { boot: 'another' }],
])('takes over from an owner %s', async (_name, changes) => {
  if (process.platform !== 'linux' && !('pid' in changes)) return;
  const folder = await newFolder();
  await foreign(folder, { state: 'owning', ...changes });
  expect(await ownerOf(folder)).toBeNull();
  await (await own(folder)).release();
  expect(await readdir(folder)).toEqual([]);
});

it.each([
  ['of another machine', { host: 'elsewhere', boot: 'another', pid: DEAD_PID }],
  ['of another container that is opening', { world: 'pid:[1]', pid: DEAD_PID, address: null }],
])('never takes over from an owner %s', async (_name, changes) => {
  const folder = await newFolder();
  await foreign(folder, { state: 'owning', ...changes });
  await expect(own(folder)).rejects.toThrow(Owned);
});

it('never takes over what it cannot read', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'owner.00000000000000ff.lock'), '{');
  await expect(own(folder)).rejects.toThrow(Owned);
});

it('asks the socket whether the owner in another container lives', async () => {
  const folder = await newFolder();
  const at = { host: folder, port: 5432, secret: 's' };
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(socketFile(at), resolve));
  await foreign(folder, { state: 'owning', world: 'pid:[1]', pid: DEAD_PID, address: at });
  await expect(own(folder)).rejects.toThrow(Owned);
  await new Promise((resolve) => server.close(resolve));
  await (await own(folder)).release();
});
