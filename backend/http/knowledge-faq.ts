import { json } from 'express';
import * as z from 'zod/mini';
import { roles } from '../../contract/identity.ts';
import { faqDecision, faqProposal, type faqReports, faqState } from '../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { actorOf } from '../audit/actor.ts';
import { mayEdit } from '../knowledge/collections/rights.ts';
import { scopeOf } from '../knowledge/collections/scope.ts';
import { decideEntry, listEntries, proposeEntries } from '../knowledge/faq/faq.store.ts';
import type { Importer } from '../knowledge/import/importer.ts';
import type { Store } from '../store/store.ts';
import { parseBody } from './body.ts';
import { orProblem, parseChange } from './changes.ts';
import { reachCollection, reachEntry } from './knowledge-reach.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

/** Fifty entries with their passages, in UTF-8. */
const MAX_BYTES = 8 * 1024 * 1024;

const listQuery = z.object({ state: z._default(faqState, 'proposed') });

/**
 * `POST /api/knowledge/faq`: proposes entries. `GET /api/admin/knowledge/collections/:id/faq` and
 * `POST /api/admin/knowledge/faq/:id`: those who may edit the collection decide.
 */
export function knowledgeFaqRoutes({
  store,
  importer,
}: {
  store: Store;
  importer: Pick<Importer, 'wake'>;
}): Route[] {
  const body = json({ limit: MAX_BYTES });
  return [
    {
      method: 'post',
      path: '/knowledge/faq',
      access: roles,
      body,
      async handle({ body: asked }, response, person) {
        const { collection: id, title, entries } = parseBody(faqProposal, asked);
        const collection = await reachCollection(store, person, id, 'read');
        // Members read what is the Verbund's; nothing of theirs goes there but by those who administer it.
        if (collection.kommune === null && !mayEdit(person, collection))
          throw new ProblemError(403, 'role_missing');
        const kept = await store.within(scopeOf(collection), (db) =>
          proposeEntries(db, collection, title, entries),
        );
        if (kept === 0) throw new ProblemError(429, 'rate_limited');
        response.status(204).end();
      },
    },
    {
      method: 'get',
      path: '/admin/knowledge/collections/:id/faq',
      access: roles,
      async handle({ params, query }, response, person) {
        const asked = listQuery.safeParse(query);
        if (!asked.success) throw new ProblemError(400, 'invalid_request');
        const collection = await reachCollection(store, person, params.id, 'edit');
        const entries = await store.within(scopeOf(collection), (db) =>
          listEntries(db, collection.id, asked.data.state),
        );
        response.json({ version: CONTRACT_VERSION, entries } satisfies z.infer<typeof faqReports>);
      },
    },
    {
      method: 'post',
      path: '/admin/knowledge/faq/:id',
      access: roles,
      body,
      async handle({ params, body: asked }, response, person) {
        const { state, entry } = parseChange(faqDecision, asked);
        const { id, collection } = await reachEntry(store, person, params.id);
        const decided = await orProblem(
          store.within(scopeOf(collection), (db) =>
            decideEntry(db, collection, id, { state, entry, actor: actorOf(person) }),
          ),
        );
        importer.wake();
        response.json(decided);
      },
    },
  ];
}
