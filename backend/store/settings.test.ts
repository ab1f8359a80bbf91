import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { ConfigError } from '../config.ts';
import { readStoreSettings } from './settings.ts';

it('takes the embedded database where nothing is said', () => {
  const { database } = readStoreSettings({ DATABASE_URL: '' });
  expect(database).toEqual({ kind: 'embedded', folder: resolve(import.meta.dirname, '../../data') });
  expect(readStoreSettings({ AMTSFEDER_DATA_DIR: '/x/y' }).database).toEqual({
    kind: 'embedded',
    folder: resolve('/x/y'),
  });
});

it('takes the server that is named', () => {
  const url = 'postgresql://house:s%40cret@db.example:5432/amtsfeder?sslmode=verify-full';
  expect(readStoreSettings({ DATABASE_URL: url, DATABASE_CONNECTIONS: '20' }).database).toEqual({
    kind: 'server',
    url,
    connections: 20,
  });
});

it.each([
  ['DATABASE_URL', 'mysql://house:secret@db/x'],
  ['DATABASE_URL', 'postgres://house:secret@:x'],
  ['DATABASE_CONNECTIONS', '1'],
  ['DATABASE_CONNECTIONS', 'secret'],
])('names a wrong %s and repeats nothing of it', (name, value) => {
  let fault: unknown = null;
  try {
    readStoreSettings({ [name]: value });
  } catch (thrown) {
    fault = thrown;
  }
  expect(fault).toBeInstanceOf(ConfigError);
  expect((fault as Error).message).toMatch(new RegExp(`^${name}: `));
  expect((fault as Error).message).not.toContain('secret');
});
