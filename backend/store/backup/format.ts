import { createHash, type Hash } from 'node:crypto';
import * as z from 'zod';

/*
 * A backup is a gzipped text of JSON lines: a head, then of each table a line with its columns and a line per row, the
 * sequences, and an end with the number of rows and a checksum of all lines before it. Values stand as PostgreSQL writes
 * them, so that the file goes from one store to the other and from one version of PostgreSQL to the next.
 */
export const FORMAT = 1;

/** One row is kept in memory at a time, in both directions. */
export const LONGEST_LINE = 64 * 1024 * 1024;

const name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);

export const headLine = z.object({
  amtsfeder: z.literal('backup'),
  format: z.number(),
  made: z.string(),
  /** The newest migration of the database it was made of. */
  migration: z.object({ when: z.number(), tag: z.string() }),
});
export type HeadLine = z.infer<typeof headLine>;

export const rowLine = z.array(z.string().nullable());

export const partLine = z.union([
  z.object({ table: name, columns: z.array(name).min(1) }),
  z.object({ sequence: name, last: z.string().regex(/^-?\d+$/), called: z.boolean() }),
  z.object({ end: z.literal(true), rows: z.record(name, z.number()), sha256: z.string() }),
]);
export type PartLine = z.infer<typeof partLine>;

/** The checksum of the lines so far. */
export class Checksum {
  readonly #hash: Hash = createHash('sha256');

  add(line: string): void {
    this.#hash.update(line).update('\n');
  }

  /** @returns in hexadecimal; nothing can be added any more */
  end(): string {
    return this.#hash.digest('hex');
  }
}

/** The backup cannot be made or put back; the message says why, in words for the operator. */
export class BackupError extends Error {
  override name = 'BackupError';
}

export const BROKEN = 'the file is no whole backup of Amtsfeder: it is damaged, cut off or something else';
