import { json } from 'express';
import { roles } from '../../contract/identity.ts';
import { type SearchAnswer, searchAsked } from '../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { Person } from '../identity/person.ts';
import type { AlsoWords } from '../knowledge/analysis/analysed.ts';
import { wantedOf } from '../knowledge/collections/collection.ts';
import { readableCollections } from '../knowledge/collections/collections.store.ts';
import type { Meaning } from '../knowledge/embeddings/meaning.ts';
import { searchCards } from '../knowledge/search/cards.ts';
import type { SearchRequest } from '../knowledge/search/request.ts';
import type { Search } from '../knowledge/search/search.ts';
import { partOfDocument, type Place } from '../knowledge/search/sections.store.ts';
import type { Store } from '../store/store.ts';
import { parseBody } from './body.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

const MAX_BYTES = 50_000;

/** What the routes of the search need. */
export interface KnowledgeSearchParts {
  store: Store;
  search: Search;
  /** Further words for a question, out of the dictionary of the person's Kommune. */
  also(person: Person, question: string): Promise<readonly AlsoWords[]>;
  meaning: Pick<Meaning, 'vectorsOf'>;
}

/** `POST /api/knowledge/search` and `GET /api/knowledge/versions/:id/sections`: what each person may read, and nothing else. */
export function knowledgeSearchRoutes({ store, search, also, meaning }: KnowledgeSearchParts): Route[] {
  return [
    {
      method: 'post',
      path: '/knowledge/search',
      access: roles,
      body: json({ limit: MAX_BYTES }),
      async handle(request, response, person) {
        const { question, scope, limit } = parseBody(searchAsked, request.body);
        const { kommune } = person;
        const readable = await store.within({ kommune }, (db) => readableCollections(db, person, scope.on));
        const searched = wantedOf(readable, scope.collections);
        const asked: SearchRequest = {
          question,
          also: await also(person, question),
          collections: searched.map(({ id }) => id),
          kinds: scope.kinds,
          on: scope.on,
          old: scope.old,
          limit,
          meaning: await meaning.vectorsOf(person, question, searched),
        };
        const result = await search(kommune, asked);
        const answer: SearchAnswer = {
          version: CONTRACT_VERSION,
          cards: searchCards(result.hits, searched),
          enough: result.enoughUnread,
          contacts: searched.map(({ name, contact }) => ({ ...contact, collection: name })),
        };
        response.json(answer);
      },
    },
    {
      method: 'get',
      path: '/knowledge/versions/:id/sections',
      access: roles,
      async handle({ params, query }, response, person) {
        const place = placeOf(query);
        const { kommune } = person;
        const part =
          place === null
            ? null
            : await store.within({ kommune }, async (db) =>
                partOfDocument(db, String(params.id), place, await readableCollections(db, person)),
              );
        if (part === null) throw new ProblemError(404, 'not_found');
        response.json(part);
      },
    },
  ];
}

const NUMBER = /^\d{1,15}$/;

function placeOf({ around, from }: Record<string, unknown>): Place | null {
  if (around !== undefined)
    return typeof around === 'string' && NUMBER.test(around) ? { around: Number(around) } : null;
  if (from === undefined) return { from: 0 };
  return typeof from === 'string' && NUMBER.test(from) ? { from: Number(from) } : null;
}
