import { roles } from '../../contract/identity.ts';
import type { UpkeepReport } from '../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { allCollections } from '../knowledge/collections/collections.store.ts';
import { mayEdit } from '../knowledge/collections/rights.ts';
import { scopeOf } from '../knowledge/collections/scope.ts';
import { duplicatesIn } from '../knowledge/upkeep/duplicates.ts';
import { deadLinksIn, neverFoundIn, reviewsIn } from '../knowledge/upkeep/lists.store.ts';
import { unansweredIn } from '../knowledge/upkeep/unanswered.store.ts';
import type { Store } from '../store/store.ts';
import { reachCollection } from './knowledge-reach.ts';
import type { Route } from './route.ts';

/** `GET /api/admin/knowledge/collections/:id/upkeep`: what wants to be looked at, for those who may mend it. */
export function knowledgeUpkeepRoutes({ store }: { store: Store }): Route[] {
  return [
    {
      method: 'get',
      path: '/admin/knowledge/collections/:id/upkeep',
      access: roles,
      async handle({ params }, response, person) {
        const collection = await reachCollection(store, person, params.id, 'edit');
        const { id } = collection;
        const scope = scopeOf(collection);
        const lists = await store.within(scope, async (db) => ({
          reviews: await reviewsIn(db, id),
          unanswered: await unansweredIn(db, collection),
          neverFound: await neverFoundIn(db, id),
          deadLinks: await deadLinksIn(db, id),
          // Of the same owner: the scope of the Verbund would show those of all Kommunen.
          among: (await allCollections(db))
            .filter((one) => one.kommune === collection.kommune && mayEdit(person, one))
            .map((one) => one.id),
        }));
        const { among, ...rest } = lists;
        const alike = await duplicatesIn(store, scope, id, among);
        response.json({ version: CONTRACT_VERSION, ...rest, ...alike } satisfies UpkeepReport);
      },
    },
  ];
}
