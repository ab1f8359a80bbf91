import * as z from 'zod/mini';
import type { Person } from '../identity/person.ts';
import type { Collection } from '../knowledge/collections/collection.ts';
import { collectionById } from '../knowledge/collections/collections.store.ts';
import { mayAdminister, mayEdit, mayRead, maySee } from '../knowledge/collections/rights.ts';
import { documentById } from '../knowledge/documents/documents.store.ts';
import { collectionOfEntry } from '../knowledge/faq/faq.store.ts';
import type { Db, Store } from '../store/store.ts';
import { ProblemError } from './problem.ts';

/** What a person wants to do with a collection. */
export type Want = 'read' | 'edit' | 'administer';

const RIGHTS = { read: mayRead, edit: mayEdit, administer: mayAdminister };

/**
 * The collection that a request names, if the person may do that with it. Looked for in the scope of the person's Kommune,
 * which sees what is the Verbund's too.
 * @throws ProblemError 404 `not_found` for what they do not see, whether there is such a thing or not; 403 `role_missing`
 */
export function reachCollection(store: Store, person: Person, id: unknown, want: Want): Promise<Collection> {
  return store.within({ kommune: person.kommune }, (db) => collectionFor(db, person, id, want));
}

/** The collection of a document that a request names; see `reachCollection`. */
export function reachDocument(
  store: Store,
  person: Person,
  id: unknown,
): Promise<{ id: string; collection: Collection }> {
  return store.within({ kommune: person.kommune }, async (db) => {
    const document = await documentById(db, id);
    if (document === null) throw new ProblemError(404, 'not_found');
    return { id: document.id, collection: await collectionFor(db, person, document.collection, 'edit') };
  });
}

/** The collection of an FAQ entry that a request names; see `reachCollection`. Entries are seen by those who decide. */
export async function reachEntry(
  store: Store,
  person: Person,
  id: unknown,
): Promise<{ id: string; collection: Collection }> {
  const named = z.uuid().safeParse(id);
  // What is proposed to the Verbund is seen in its scope alone, and only by those who administer it.
  const scopes = person.roles.includes('verbund-admin')
    ? ([{ kommune: person.kommune }, 'verbund'] as const)
    : ([{ kommune: person.kommune }] as const);
  for (const scope of scopes) {
    const collection = await store.within(scope, (db) => collectionOfEntry(db, id));
    if (collection === null || !named.success) continue;
    return { id: named.data, collection: await reachCollection(store, person, collection, 'edit') };
  }
  throw new ProblemError(404, 'not_found');
}

/** The same inside a transaction that is open already; see `reachCollection`. */
export async function collectionFor(db: Db, person: Person, id: unknown, want: Want): Promise<Collection> {
  const collection = await collectionById(db, id);
  if (collection === null || !maySee(person, collection)) throw new ProblemError(404, 'not_found');
  if (!RIGHTS[want](person, collection)) throw new ProblemError(403, 'role_missing');
  return collection;
}
