import { existsSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigError } from '../config.ts';
import { createPseudonym } from './pseudonym.ts';
import { readSecret } from './secret.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amtsfeder-secret-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const written = (content: string | Buffer) => {
  const path = join(folder, 'named');
  writeFileSync(path, content);
  return { AMTSFEDER_SECRET_FILE: path };
};
const server = { kind: 'server' } as const;
const hex = '0123456789abcdef'.repeat(4);

describe('the secret of an embedded store', () => {
  it('is made once, for its owner alone', () => {
    const store = { kind: 'folder', folder: join(folder, 'data') } as const;
    const first = readSecret({}, store);
    expect(first).toHaveLength(32);
    expect(readSecret({}, store)).toEqual(first);
    expect(statSync(join(store.folder, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('differs from installation to installation', () => {
    const of = (name: string) => readSecret({}, { kind: 'folder', folder: join(folder, name) });
    expect(of('one')).not.toEqual(of('two'));
  });

  it('is never replaced where it is damaged', () => {
    readSecret({}, { kind: 'folder', folder });
    truncateSync(join(folder, 'secret'), 5);
    expect(() => readSecret({}, { kind: 'folder', folder })).toThrow(/damaged/);
    expect(statSync(join(folder, 'secret')).size).toBe(5);
  });

  it('is told as missing where the folder cannot be written', () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    expect(() => readSecret({}, { kind: 'folder', folder: path })).toThrow(ConfigError);
  });
});

describe('a secret that is named', () => {
  it('is the same with and without a line break at its end', () => {
    expect(readSecret(written(hex), server)).toEqual(readSecret(written(`${hex}\r\n`), server));
  });

  it('goes before the one of the folder, and none is made', () => {
    const store = { kind: 'folder', folder: join(folder, 'data') } as const;
    expect(readSecret(written(hex), store)).toEqual(new Uint8Array(Buffer.from(hex)));
    expect(existsSync(store.folder)).toBe(false);
  });

  it.each([
    ['too short', 'geheim', /at least 32/],
    ['empty', '', /at least 32/],
    ['too long', hex.repeat(100), /longer than 4 KB/],
    ['no random bytes', 'a'.repeat(64), /random/],
    ['only zeros', Buffer.alloc(64), /random/],
  ])('is refused where it is %s', (_what, content, expected) => {
    expect(() => readSecret(written(content), server)).toThrow(expected);
    expect(() => readSecret(written(content), server)).not.toThrow(/geheim/);
  });

  it('must be there', () => {
    const env = { AMTSFEDER_SECRET_FILE: join(folder, 'nowhere') };
    expect(() => readSecret(env, server)).toThrow(/cannot be read/);
    expect(() => readSecret(env, server)).not.toThrow(/nowhere/);
  });

  it('is asked for where several processes share a store', () => {
    expect(() => readSecret({}, server)).toThrow(/AMTSFEDER_SECRET_FILE: with DATABASE_URL/);
  });
});

describe('a pseudonym', () => {
  const pseudonym = createPseudonym(Buffer.from(hex));
  const person = { id: 'oidc https://sso.example p1' };

  it('is the same for the same person and purpose', () => {
    expect(pseudonym('limits', person)).toBe(pseudonym('limits', { ...person }));
    expect(pseudonym('limits', person)).toMatch(/^[\w-]{43}$/);
  });

  it('differs by person, by purpose and by installation', () => {
    const other = createPseudonym(Buffer.from(hex).reverse());
    const all = [
      pseudonym('limits', person),
      pseudonym('limits', { id: `${person.id}1` }),
      pseudonym('export', person),
      pseudonym('', { id: `limits${person.id}` }),
      other('limits', person),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
