import type { KommuneId } from '../../contract/identity.ts';
import type { CollectionFields } from '../../contract/knowledge.ts';
import type { Collection } from '../knowledge/collections/collection.ts';
import { collectionByName, createCollection } from '../knowledge/collections/collections.store.ts';
import type { Verbund } from '../identity/verbund.ts';
import { RuleError } from '../policy/errors.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './errors.ts';
import { knownKommune } from './with-house.ts';

const VERBUND = 'verbund';

/**
 * The collection that a command is about: of the Kommune, or of the Verbund. Where none is named, the first Kommune's, as the
 * search on the command line takes it, or else the Verbund's.
 * @returns null where there is none; then whose it would be
 * @throws UsageError
 */
export async function namedCollection(
  store: Store,
  verbund: Verbund,
  { collection: name, kommune: of }: { collection?: string | undefined; kommune?: string | undefined },
): Promise<{ name: string; owner: KommuneId | null; found: Collection | null }> {
  if (name === undefined || name.trim() === '') throw new UsageError('--collection NAME is missing');
  const owners =
    of === undefined ? [verbund.kommunen[0].id, null] : [of === VERBUND ? null : knownKommune(of, verbund)];
  for (const owner of owners) {
    const found = await store.within('verbund', (db) => collectionByName(db, owner, name));
    if (found !== null) return { name, owner, found };
  }
  return { name, owner: owners.at(-1) ?? null, found: null };
}

/**
 * Makes a collection that everybody reads and the administration writes; the rest is decided in the console. Where another
 * command was faster, theirs is taken.
 */
export function makeCollection(store: Store, name: string, owner: KommuneId | null): Promise<Collection> {
  return store
    .within('verbund', (db) =>
      createCollection(db, { kommune: owner, fields: fieldsFor(name), ...BY_COMMAND }),
    )
    .catch(async (fault: unknown) => {
      const theirs =
        fault instanceof RuleError && fault.code === 'name_taken'
          ? await store.within('verbund', (db) => collectionByName(db, owner, name))
          : null;
      if (theirs === null) throw fault;
      return theirs;
    });
}

const BY_COMMAND = {
  actor: { kind: 'operator' },
  reason: 'Angelegt auf der Kommandozeile, um zu importieren',
} as const;

function fieldsFor(name: string): CollectionFields {
  return {
    name,
    description: '',
    contact: { name: '', email: '', phone: '' },
    dataClass: 'internal',
    validFrom: '2000-01-01',
    validTo: null,
    reviewMonths: null,
    keepOldDays: 365,
    rights: { readRoles: [], readDepartments: [], editDepartments: [] },
    embeddingModel: null,
  };
}
