import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { ConfigError } from '../config.ts';

/** How long the store may take, in milliseconds. What takes longer ends with a StoreError. */
export interface StoreLimits {
  /** To reach the database, or to wait for a free connection. */
  connectMs: number;
  /** For one statement. A server ends it itself; the embedded database cannot, so its connection is given up. */
  statementMs: number;
  /** For a lock that another transaction holds. */
  lockMs: number;
  /** Between two statements of one transaction: whoever thinks that long keeps others from their rows. */
  idleMs: number;
}

export type DatabaseSettings =
  | { kind: 'server'; url: string; connections: number }
  /** @property folder where the database lies; one process owns it */
  | { kind: 'embedded'; folder: string };

export interface StoreSettings {
  database: DatabaseSettings;
  limits: StoreLimits;
}

export const usualLimits: StoreLimits = {
  connectMs: 5_000,
  statementMs: 15_000,
  lockMs: 10_000,
  idleMs: 15_000,
};

const OWN_FOLDER = fileURLToPath(new URL('../../data', import.meta.url));

const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .refine((url) => URL.canParse(url), 'is no address')
    .optional(),
  DATABASE_PASSWORD_FILE: z.string().optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
  AMTSFEDER_DATA_DIR: z.string().default(OWN_FOLDER),
});

/**
 * Which database the operator wants: the server of DATABASE_URL, or the embedded one in a folder. The server's password
 * may stand in the file that DATABASE_PASSWORD_FILE names.
 * @throws ConfigError naming the variable; never its value, which may hold a password
 */
export function readStoreSettings(
  env: Record<string, string | undefined>,
  readFile: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): StoreSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  const { DATABASE_URL: url, DATABASE_CONNECTIONS: connections, AMTSFEDER_DATA_DIR: folder } = parsed.data;
  const passwordFile = parsed.data.DATABASE_PASSWORD_FILE;
  return {
    database:
      url === undefined
        ? { kind: 'embedded', folder: resolve(folder) }
        : {
            kind: 'server',
            url: passwordFile === undefined ? url : withPassword(url, passwordFile, readFile),
            connections,
          },
    limits: usualLimits,
  };
}

function withPassword(url: string, file: string, readFile: (path: string) => string): string {
  let password: string;
  try {
    password = readFile(file).trimEnd();
  } catch {
    throw new ConfigError('DATABASE_PASSWORD_FILE: the file cannot be read');
  }
  const address = new URL(url);
  if (password === '') throw new ConfigError('DATABASE_PASSWORD_FILE: the file is empty');
  if (address.username === '' || address.password !== '') {
    throw new ConfigError('DATABASE_URL: must name a user and no password with DATABASE_PASSWORD_FILE');
  }
  // Not `address.password`, which leaves a percent sign as it is.
  return url.replace('@', `:${encodeURIComponent(password)}@`);
}

/** Where what belongs to the database but must not lie in it is kept. */
export function placeOf({
  database,
}: StoreSettings): { kind: 'folder'; folder: string } | { kind: 'server' } {
  return database.kind === 'server' ? { kind: 'server' } : { kind: 'folder', folder: database.folder };
}
