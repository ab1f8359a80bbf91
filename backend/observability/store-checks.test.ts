import { expect, it } from '@jest/globals';
import { MigrationError } from '../store/migrate.ts';
import { StoreError } from '../store/store.ts';
import { storeChecks } from './store-checks.ts';

it.each([
  ['all is there', undefined, []],
  ['the database does not answer', new StoreError('unreachable', false, undefined), ['store']],
  ['tables are missing', new StoreError('failed', false, new MigrationError('behind')), ['migrations']],
])('%s', async (_name, fault, missing) => {
  const checks = storeChecks({ check: () => (fault ? Promise.reject(fault) : Promise.resolve()) });
  const found = await Promise.all(
    checks.map(({ name, check }) =>
      check().then(
        () => [],
        () => [name],
      ),
    ),
  );
  expect(found.flat()).toEqual(missing);
});
