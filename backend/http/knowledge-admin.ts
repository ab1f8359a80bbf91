import { json } from 'express';
import type * as z from 'zod/mini';
import { type KommuneId, roles } from '../../contract/identity.ts';
import {
  collectionChange,
  type collectionCards,
  collectionCreation,
  type CollectionFields,
  type CollectionReport,
  type collectionReports,
  type embeddingModels,
  examplesAsked,
  removal,
} from '../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { actorOf } from '../audit/actor.ts';
import type { Person } from '../identity/person.ts';
import type { Collection } from '../knowledge/collections/collection.ts';
import {
  allCollections,
  changeCollection,
  createCollection,
  readableCollections,
  removeCollection,
} from '../knowledge/collections/collections.store.ts';
import { cardsOf, reportsOf } from '../knowledge/collections/reports.store.ts';
import { mayAdminister, maySee } from '../knowledge/collections/rights.ts';
import { scopeOf } from '../knowledge/collections/scope.ts';
import type { Meaning } from '../knowledge/embeddings/meaning.ts';
import { exampleFields, exampleFiles } from '../knowledge/examples/examples.ts';
import { enqueueFile } from '../knowledge/import/enqueue.store.ts';
import type { Importer } from '../knowledge/import/importer.ts';
import type { Db, Store } from '../store/store.ts';
import { parseBody } from './body.ts';
import { orProblem, parseChange } from './changes.ts';
import { knowledgeDocumentRoutes } from './knowledge-documents.ts';
import { knowledgeFaqRoutes } from './knowledge-faq.ts';
import { reachCollection } from './knowledge-reach.ts';
import { knowledgeSynonymRoutes } from './knowledge-synonyms.ts';
import { knowledgeUpkeepRoutes } from './knowledge-upkeep.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

/** What the routes of the administered knowledge need. */
export interface KnowledgeAdminParts {
  store: Store;
  importer: Pick<Importer, 'wake'>;
  /** Told that something was removed, whose rows are to go: see `sweepRemoved`. Returns at once. */
  sweep(): void;
  /** Models that a collection may name for the search by meaning. */
  meaning: Pick<Meaning, 'offered'>;
  /** Whether invented documents may be had: under the demo sign-in. */
  examples: boolean;
}

/** Lists of roles and Fachbereiche, each 200 long at the most. */
const MAX_BYTES = 512 * 1024;

/**
 * `/api/knowledge/collections`, `/api/knowledge/faq` and everything below `/api/admin/knowledge` but imports: for whoever may
 * see or edit the collection that it is about, which is why all roles may ask.
 */
export function knowledgeAdminRoutes(parts: KnowledgeAdminParts): Route[] {
  return [
    ...collectionRoutes(parts),
    ...(parts.examples ? [exampleRoute(parts)] : []),
    ...knowledgeDocumentRoutes(parts),
    ...knowledgeSynonymRoutes(parts),
    ...knowledgeFaqRoutes(parts),
    ...knowledgeUpkeepRoutes(parts),
  ];
}

function collectionRoutes({ store, sweep, meaning }: KnowledgeAdminParts): Route[] {
  const body = json({ limit: MAX_BYTES });
  // What belongs to all has nobody whose budget would pay for it.
  const offered = async (kommune: KommuneId | null, { dataClass }: Pick<CollectionFields, 'dataClass'>) =>
    kommune === null ? [] : meaning.offered(kommune, dataClass);
  const refuseModel = async (kommune: KommuneId | null, fields: CollectionFields) => {
    const { embeddingModel } = fields;
    if (embeddingModel === null) return;
    const models = await offered(kommune, fields);
    if (!models.some(({ id }) => id === embeddingModel)) throw new ProblemError(409, 'embedding_not_allowed');
  };
  return [
    {
      method: 'get',
      path: '/knowledge/collections',
      access: roles,
      async handle(_request, response, person) {
        const collections = await store.within({ kommune: person.kommune }, async (db) =>
          cardsOf(db, await readableCollections(db, person)),
        );
        response.json({ version: CONTRACT_VERSION, collections } satisfies z.infer<typeof collectionCards>);
      },
    },
    {
      method: 'get',
      path: '/admin/knowledge/collections',
      access: roles,
      async handle(_request, response, person) {
        const collections = await store.within({ kommune: person.kommune }, async (db) => {
          const seen = (await allCollections(db)).filter((one) => maySee(person, one));
          return reportsOf(db, person, seen);
        });
        response.json({ version: CONTRACT_VERSION, collections } satisfies z.infer<typeof collectionReports>);
      },
    },
    {
      method: 'post',
      path: '/admin/knowledge/collections',
      access: ['local-admin', 'verbund-admin'],
      body,
      async handle({ body: asked }, response, person) {
        const { owner, fields, reason } = parseChange(collectionCreation, asked);
        refuseBackwards(fields);
        const kommune = owner === 'verbund' ? null : person.kommune;
        if (!mayAdminister(person, { kommune })) throw new ProblemError(403, 'role_missing');
        await refuseModel(kommune, fields);
        const report = await orProblem(
          store.within(scopeOf({ kommune }), async (db) =>
            reported(
              db,
              person,
              await createCollection(db, { kommune, fields, reason, actor: actorOf(person) }),
            ),
          ),
        );
        response.status(201).json(report);
      },
    },
    {
      method: 'put',
      path: '/admin/knowledge/collections/:id',
      access: ['local-admin', 'verbund-admin'],
      body,
      async handle({ params, body: asked }, response, person) {
        const { revision, fields, reason } = parseChange(collectionChange, asked);
        refuseBackwards(fields);
        const collection = await reachCollection(store, person, params.id, 'administer');
        await refuseModel(collection.kommune, fields);
        const change = { revision, fields, reason, actor: actorOf(person) };
        const report = await orProblem(
          store.within(scopeOf(collection), async (db) =>
            reported(db, person, await changeCollection(db, collection.id, change)),
          ),
        );
        response.json(report);
      },
    },
    {
      method: 'get',
      path: '/admin/knowledge/collections/:id/models',
      access: ['local-admin', 'verbund-admin'],
      async handle({ params }, response, person) {
        const { kommune, fields } = await reachCollection(store, person, params.id, 'administer');
        const models = await offered(kommune, fields);
        response.json({ version: CONTRACT_VERSION, models } satisfies z.infer<typeof embeddingModels>);
      },
    },
    {
      method: 'delete',
      path: '/admin/knowledge/collections/:id',
      access: ['local-admin', 'verbund-admin'],
      body,
      async handle({ params, body: asked }, response, person) {
        const { reason } = parseChange(removal, asked);
        const collection = await reachCollection(store, person, params.id, 'administer');
        await orProblem(
          store.within(scopeOf(collection), (db) =>
            removeCollection(db, collection.id, { reason, actor: actorOf(person) }),
          ),
        );
        sweep();
        response.status(204).end();
      },
    },
  ];
}

function exampleRoute({ store, importer }: KnowledgeAdminParts): Route {
  return {
    method: 'post',
    path: '/admin/knowledge/examples',
    access: ['local-admin'],
    body: json({ limit: MAX_BYTES }),
    async handle({ body: asked }, response, person) {
      parseBody(examplesAsked, asked);
      const files = await exampleFiles();
      const { kommune } = person;
      const made = {
        kommune,
        fields: exampleFields,
        actor: actorOf(person),
        reason: 'Erfundene Beispiele geholt',
      };
      const report = await orProblem(
        store.within({ kommune }, async (db) => {
          const collection = await createCollection(db, made);
          for (const file of files) await enqueueFile(db, collection, { ...file, origin: 'upload' });
          return reported(db, person, collection);
        }),
      );
      importer.wake();
      response.status(201).json(report);
    },
  };
}

async function reported(db: Db, person: Person, collection: Collection): Promise<CollectionReport> {
  const [report] = await reportsOf(db, person, [collection]);
  if (report === undefined) throw new ProblemError(404, 'not_found');
  return report;
}

/** @throws ProblemError for a collection that ends before it begins */
function refuseBackwards({ validFrom, validTo }: Pick<CollectionFields, 'validFrom' | 'validTo'>): void {
  if (validTo !== null && validTo < validFrom)
    throw new ProblemError(400, 'invalid_request', ['fields.validTo']);
}
