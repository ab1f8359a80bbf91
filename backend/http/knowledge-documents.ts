import { json } from 'express';
import * as z from 'zod/mini';
import { roles } from '../../contract/identity.ts';
import { documentChange, type documentReports, removal } from '../../contract/knowledge.ts';
import { CONTRACT_VERSION, MAX_LINE_CHARS } from '../../contract/limits.ts';
import { actorOf } from '../audit/actor.ts';
import { scopeOf } from '../knowledge/collections/scope.ts';
import {
  changeDocument,
  documentById,
  listDocuments,
  removeDocument,
} from '../knowledge/documents/documents.store.ts';
import type { Store } from '../store/store.ts';
import { orProblem, parseChange } from './changes.ts';
import { reachCollection, reachDocument } from './knowledge-reach.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

const MAX_BYTES = 8_192;
const MAX_FILTER_CHARS = 200;

const pageQuery = z.object({
  after: z.optional(z.string().check(z.maxLength(MAX_LINE_CHARS))),
  filter: z._default(z.string().check(z.trim(), z.maxLength(MAX_FILTER_CHARS)), ''),
});

/** `GET /api/admin/knowledge/collections/:id/documents`; `GET`, `PUT` and `DELETE /api/admin/knowledge/documents/:id`. */
export function knowledgeDocumentRoutes({ store, sweep }: { store: Store; sweep(): void }): Route[] {
  const body = json({ limit: MAX_BYTES });
  return [
    {
      method: 'get',
      path: '/admin/knowledge/collections/:id/documents',
      access: roles,
      async handle({ params, query }, response, person) {
        const page = pageQuery.safeParse(query);
        if (!page.success || page.data.filter.includes('\0')) throw new ProblemError(400, 'invalid_request');
        const { after = null, filter } = page.data;
        const { id } = await reachCollection(store, person, params.id, 'edit');
        const listed = await store.within({ kommune: person.kommune }, (db) =>
          listDocuments(db, id, { after, filter }),
        );
        response.json({ version: CONTRACT_VERSION, ...listed } satisfies z.infer<typeof documentReports>);
      },
    },
    {
      method: 'get',
      path: '/admin/knowledge/documents/:id',
      access: roles,
      async handle({ params }, response, person) {
        const { id } = await reachDocument(store, person, params.id);
        const document = await store.within({ kommune: person.kommune }, (db) => documentById(db, id));
        if (document === null) throw new ProblemError(404, 'not_found');
        response.json(document);
      },
    },
    {
      method: 'put',
      path: '/admin/knowledge/documents/:id',
      access: roles,
      body,
      async handle({ params, body: asked }, response, person) {
        const { revision, kind, reviewOn, validFrom, validTo } = parseChange(documentChange, asked);
        if (validTo !== null && validTo < validFrom)
          throw new ProblemError(400, 'invalid_request', ['validTo']);
        const { id, collection } = await reachDocument(store, person, params.id);
        const decision = { revision, kind, reviewOn, validFrom, validTo };
        const doing = { actor: actorOf(person), reason: '' };
        const changed = await orProblem(
          store.within(scopeOf(collection), (db) => changeDocument(db, id, decision, doing)),
        );
        response.json(changed);
      },
    },
    {
      method: 'delete',
      path: '/admin/knowledge/documents/:id',
      access: roles,
      body,
      async handle({ params, body: asked }, response, person) {
        const { reason } = parseChange(removal, asked);
        const { id, collection } = await reachDocument(store, person, params.id);
        await orProblem(
          store.within(scopeOf(collection), (db) =>
            removeDocument(db, id, { reason, actor: actorOf(person) }),
          ),
        );
        sweep();
        response.status(204).end();
      },
    },
  ];
}
