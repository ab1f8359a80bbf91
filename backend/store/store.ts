import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { KommuneId } from '../../contract/identity.ts';

/** One transaction, under the ordinary role, seeing what its scope sees. */
export type Db = Omit<NodePgDatabase, '$client'>;

/**
 * Whose rows a transaction sees and writes: those of one Kommune, or those of all (Verbund: reports, jobs, defaults).
 * The database itself holds to it (row-level security), whatever a query asks for.
 */
export type Scope = { kommune: KommuneId } | 'verbund';

/** The database of the house: a PostgreSQL server or the embedded one, spoken to in the same way. */
export interface Store {
  /**
   * Runs work in one transaction; it is rolled back where the work throws.
   * @throws StoreError where the database cannot be reached, is full or too slow; what the work itself throws passes
   */
  within<T>(scope: Scope, work: (db: Db) => Promise<T>): Promise<T>;
  /** @throws StoreError where the database does not answer or lacks migrations */
  check(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The database did not do what it was asked to; nothing of the transaction was kept, unless `uncertain`: then the
 * connection broke while it was being committed, and only a look tells.
 */
export class StoreError extends Error {
  readonly why: 'unreachable' | 'full' | 'slow' | 'failed';
  readonly uncertain: boolean;

  /** @param cause for the operator's log, where only its name, code and frames are written */
  constructor(why: StoreError['why'], uncertain: boolean, cause: unknown) {
    super(why, { cause });
    this.name = 'StoreError';
    this.why = why;
    this.uncertain = uncertain;
  }
}
