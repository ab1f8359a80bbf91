import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError } from '../config.ts';

const VARIABLE = 'AMTSFEDER_SECRET_FILE';
const FILE_NAME = 'secret';
const SECRET_BYTES = 32;
const MAX_BYTES = 4_096;

/** Where the store is: in a folder of this machine, or on a server that several processes share. */
export type StorePlace = { kind: 'folder'; folder: string } | { kind: 'server' };

/**
 * The secret of the installation: of the file that AMTSFEDER_SECRET_FILE names, or a random one that is made in the folder
 * of the embedded store. Whoever restores a backup needs the same one, or nobody is recognised any more.
 * @throws ConfigError where the file cannot be read, is too short, or is missing although several processes need the same
 */
export function readSecret(env: Readonly<Record<string, string | undefined>>, store: StorePlace): Uint8Array {
  const named = env[VARIABLE]?.trim() ?? '';
  if (named !== '') return checked(readNamed(named));
  if (store.kind === 'server') {
    throw new ConfigError(
      `${VARIABLE}: with DATABASE_URL it must name a file with at least ${SECRET_BYTES} random bytes (for example of "openssl rand -hex 32"), the same for every process`,
    );
  }
  return ownSecret(join(store.folder, FILE_NAME));
}

function readNamed(path: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new ConfigError(`${VARIABLE}: the file cannot be read`);
  }
  if (bytes.length > MAX_BYTES) throw new ConfigError(`${VARIABLE}: the file is longer than 4 KB`);
  // An editor ends a file with a line break; with and without it the secret is the same one.
  const end = bytes.findLastIndex((byte) => byte !== 0x0a && byte !== 0x0d);
  return bytes.subarray(0, end + 1);
}

function checked(secret: Buffer): Uint8Array {
  if (secret.length < SECRET_BYTES) {
    throw new ConfigError(`${VARIABLE}: the file must hold at least ${SECRET_BYTES} random bytes`);
  }
  // Catches a file of zeros or a placeholder; a measure of randomness it is not.
  if (new Set(secret).size < 8) throw new ConfigError(`${VARIABLE}: the file does not hold random bytes`);
  return new Uint8Array(secret);
}

function ownSecret(path: string): Uint8Array {
  const made = makeSecret(path);
  if (made !== undefined) return made;
  let kept: Buffer;
  try {
    kept = readFileSync(path);
  } catch {
    throw new ConfigError('data folder: the file "secret" cannot be read');
  }
  if (kept.length !== SECRET_BYTES) {
    throw new ConfigError('data folder: the file "secret" is damaged; put the one of the last backup there');
  }
  return new Uint8Array(kept);
}

/** @returns undefined where there is one already */
function makeSecret(path: string): Uint8Array | undefined {
  let file: number;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    file = openSync(path, 'wx', 0o600);
  } catch (fault) {
    if (isThere(fault)) return undefined;
    throw new ConfigError('data folder: the file "secret" cannot be written');
  }
  try {
    const secret = randomBytes(SECRET_BYTES);
    writeSync(file, secret);
    fsyncSync(file);
    return new Uint8Array(secret);
  } finally {
    closeSync(file);
  }
}

function isThere(fault: unknown): boolean {
  return typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'EEXIST';
}
