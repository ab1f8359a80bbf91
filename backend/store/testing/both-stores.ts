import { afterAll, describe } from '@jest/globals';
import { Client } from 'pg';
import { type OpenStore, openStore } from '../open.ts';
import { type FreshDatabase, freshDatabase, type StoreKind } from './fresh-database.ts';

/** A store on a database of its own. */
export interface TestStore extends OpenStore, Omit<FreshDatabase, 'kind'> {
  /** A second store on the same database, as another replica or a command has it. */
  another(): Promise<OpenStore>;
  /** One statement past row-level security and every right, for tests that tamper. */
  tamper(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

/**
 * Runs tests twice: with the embedded database and with a real PostgreSQL.
 * @param tests given `open`: a store on a fresh, migrated database, or on the one given, closed after the last test; and
 * `fresh`: such a database unopened, for tests that start processes of their own
 */
export function onBothStores(name: string, tests: Tests): void {
  onStore('embedded', name, tests);
  onStore('server', name, tests);
}

type Tests = (
  open: (database?: FreshDatabase) => Promise<TestStore>,
  fresh: (migrated?: boolean) => Promise<FreshDatabase>,
) => void;

/** Runs tests with one of them, for what the other has no part in. */
export function onStore(kind: StoreKind, name: string, tests: Tests): void {
  describe(`${name} (${kind})`, () => {
    const opened: { close(): Promise<void> }[] = [];
    const keep = <T extends { close(): Promise<void> }>(one: T): T => {
      opened.push(one);
      return one;
    };
    afterAll(async () => {
      // The last one opened may live on the first one's process.
      for (const one of opened.toReversed()) await one.close();
    });

    const open = async (given?: FreshDatabase): Promise<TestStore> => {
      const database = given ?? (await freshDatabase(kind));
      const store = keep(await openStore(database.settings, 'serve'));
      return {
        ...database,
        ...store,
        another: async () => keep(await openStore(database.settings, 'join')),
        tamper: async (text, values) =>
          database.superuser === null
            ? (await store.query(text, values)).rows
            : asSuperuser(database.superuser, text, values),
      };
    };
    tests(open, (migrated) => freshDatabase(kind, migrated));
  });
}

async function asSuperuser(
  url: string,
  text: string,
  values?: unknown[],
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}
