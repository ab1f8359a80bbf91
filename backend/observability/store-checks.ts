import type { ReadinessCheck } from '../http/health.ts';
import { MigrationError } from '../store/migrate.ts';
import { type Store, StoreError } from '../store/store.ts';

/** Whether the database answers, and whether its tables are those of this version. */
export function storeChecks(store: Pick<Store, 'check'>): ReadinessCheck[] {
  const lacksMigrations = (fault: unknown) =>
    fault instanceof StoreError && fault.cause instanceof MigrationError;
  const unless = async (isOther: (fault: unknown) => boolean) => {
    try {
      await store.check();
    } catch (fault) {
      if (!isOther(fault)) throw fault;
    }
  };
  return [
    { name: 'store', without: 'nothing', check: () => unless(lacksMigrations) },
    // Of a database that does not answer nobody knows what it lacks.
    { name: 'migrations', without: 'nothing', check: () => unless((fault) => !lacksMigrations(fault)) },
  ];
}
