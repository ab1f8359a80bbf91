import { expect } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { problem } from '../../../contract/errors.ts';
import type { Role } from '../../../contract/identity.ts';
import { type CollectionFields, collectionReport } from '../../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { ModelInfo } from '../../../contract/models.ts';
import { someFields } from '../../knowledge/collections/testing/samples.ts';
import type { Meaning } from '../../knowledge/embeddings/meaning.ts';
import { createImporter } from '../../knowledge/import/importer.ts';
import { createSearch } from '../../knowledge/search/search.ts';
import { createSharepointImports } from '../../knowledge/sharepoint/imports.ts';
import { synonymsFor } from '../../knowledge/synonyms/synonyms.store.ts';
import type { TestStore } from '../../store/testing/both-stores.ts';
import { knowledgeAdminRoutes } from '../knowledge-admin.ts';
import { knowledgeImportRoutes } from '../knowledge-import.ts';
import { knowledgeOriginalRoutes } from '../knowledge-original.ts';
import { knowledgeSearchRoutes } from '../knowledge-search.ts';
import { knowledgeSharepointRoutes, type SharepointRouteParts } from '../knowledge-sharepoint.ts';
import { problemHandler } from '../problem.ts';
import { apiRouter, type Route } from '../route.ts';

type Method = 'get' | 'put' | 'post' | 'delete';

/** Who asks in the tests. */
export const HERE = 'lk-kusel';
export const admin = `local-admin@${HERE}`;
export const verbund = `verbund-admin@${HERE}`;
export const staff = `staff@${HERE}`;
export const stranger = 'local-admin@donnersbergkreis';
export const reason = 'Beschluss vom 3. Mai 2026';
/** The only model that orders by meaning: for internal texts of that Kommune. */
export const meaningModel: ModelInfo = { id: 'e5-haus', label: 'E5', provider: 'openai', place: 'intern' };

/** All routes of the knowledge on a store, with an importer that reads. Who asks is written `staff@lk-kusel@Bauen`. */
export function knowledgeApp(
  store: TestStore,
  microsoft: Pick<SharepointRouteParts, 'graph' | 'identity'> | null = null,
) {
  const log = { warn: () => undefined, error: () => undefined };
  const importer = createImporter({ store, log });
  const sharepoint = createSharepointImports({ store, importer, log });
  const swept = { times: 0 };
  const meaning: Pick<Meaning, 'offered' | 'vectorsOf'> = {
    offered: (kommune, dataClass) =>
      Promise.resolve(kommune === HERE && dataClass === 'internal' ? [meaningModel] : []),
    vectorsOf: () => Promise.resolve([]),
  };
  const routes: Route[] = [
    ...knowledgeAdminRoutes({
      store,
      importer,
      sweep: () => void swept.times++,
      meaning,
      examples: true,
    }),
    ...knowledgeImportRoutes({
      store,
      importer,
      hasSharepoint: async (asked) =>
        microsoft !== null && microsoft.graph.reaches(await microsoft.identity.signedIn(asked)),
    }),
    ...(microsoft === null ? [] : knowledgeSharepointRoutes({ store, ...microsoft, imports: sharepoint })),
    ...knowledgeOriginalRoutes({ store }),
    ...knowledgeSearchRoutes({
      store,
      search: createSearch({ store }),
      meaning,
      also: ({ kommune }, question) => store.within({ kommune }, (db) => synonymsFor(db, kommune, question)),
    }),
  ];
  const app = express()
    .use(
      '/api',
      apiRouter(routes, ({ headers }) => {
        const [role, kommune = '', department = 'Bauen'] = String(headers['x-who']).split('@');
        const roles = [role as Role];
        return Promise.resolve({ id: `x#${role}`, kommune, department, roles, name: 'Erika', email: '' });
      }),
    )
    .use(
      problemHandler((fault) => {
        throw fault;
      }),
    );
  const ask = (who: string, method: Method, path: string, body: object = {}) =>
    request(app)
      [method](`/api${path}`)
      .set('x-who', who)
      .send(method === 'get' ? undefined : { version: CONTRACT_VERSION, ...body });
  return {
    routes,
    importer,
    sharepoint,
    swept,
    ask,
    /** Status and code of what is refused. */
    async refused(asked: ReturnType<typeof ask>): Promise<string> {
      const { status, body } = await asked;
      return `${status} ${problem.parse(body).code}`;
    },
    async create(who: string, owner: 'kommune' | 'verbund', more: Partial<CollectionFields> = {}) {
      const fields = someFields(more);
      const answer = await ask(who, 'post', '/admin/knowledge/collections', { owner, fields, reason });
      expect(answer.status).toBe(201);
      return collectionReport.parse(answer.body);
    },
    /** What is found in everything that the person may read, or in these collections. */
    async find(who: string, question: string, collections: string[] | null = null) {
      const scope = { collections, kinds: null, on: null, old: false };
      const { body } = await ask(who, 'post', '/knowledge/search', { question, scope, limit: 5 });
      return (body as { cards: { text: string; path: string[]; document: { name: string } }[] }).cards;
    },
  };
}
