import { json } from 'express';
import type { KommuneId, Role } from '../../contract/identity.ts';
import { synonymChange, type SynonymList } from '../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { actorOf } from '../audit/actor.ts';
import type { Person } from '../identity/person.ts';
import { mayAdminister } from '../knowledge/collections/rights.ts';
import { scopeOf } from '../knowledge/collections/scope.ts';
import { changeSynonyms, knownStems, readSynonyms } from '../knowledge/synonyms/synonyms.store.ts';
import { unansweredOf } from '../knowledge/upkeep/unanswered.store.ts';
import { wantedWords } from '../knowledge/upkeep/wanted.ts';
import type { Db, Store } from '../store/store.ts';
import { orProblem, parseChange } from './changes.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

const SEEN_BY: readonly Role[] = ['local-admin', 'verbund-admin', 'data-protection', 'auditor'];
const CHANGED_BY: readonly Role[] = ['local-admin', 'verbund-admin'];
/** 2,000 words with what they mean, in UTF-8. */
const MAX_BYTES = 4 * 1024 * 1024;
const VERBUND = 'verbund';

/** `GET` and `PUT /api/admin/knowledge/synonyms/verbund` and `/api/admin/knowledge/synonyms/:kommune`, the person's own. */
export function knowledgeSynonymRoutes({ store }: { store: Store }): Route[] {
  const body = json({ limit: MAX_BYTES });
  return [
    ...([VERBUND, ':kommune'] as const).flatMap((name): Route[] => [
      {
        method: 'get',
        path: `/admin/knowledge/synonyms/${name}`,
        access: SEEN_BY,
        async handle({ params }, response, person) {
          const owner = ownerOf(person, params.kommune ?? VERBUND);
          response.json(await store.within({ kommune: person.kommune }, (db) => listOf(db, owner)));
        },
      },
      {
        method: 'put',
        path: `/admin/knowledge/synonyms/${name}`,
        access: CHANGED_BY,
        body,
        async handle({ params, body: asked }, response, person) {
          const owner = ownerOf(person, params.kommune ?? VERBUND);
          if (!mayAdminister(person, { kommune: owner })) throw new ProblemError(403, 'role_missing');
          const { revision, synonyms, reason } = parseChange(synonymChange, asked);
          const change = { revision, synonyms, reason, actor: actorOf(person) };
          const list = await orProblem(
            store.within(scopeOf({ kommune: owner }), async (db) => {
              await changeSynonyms(db, owner, change);
              return listOf(db, owner);
            }),
          );
          response.json(list);
        },
      },
    ]),
  ];
}

/**
 * Whose words are meant; null for the Verbund's. The words that the people of a Kommune lack are its own affair, also
 * before the administration of the Verbund.
 * @throws ProblemError `not_found`
 */
function ownerOf(person: Person, kommune: unknown): KommuneId | null {
  if (kommune === VERBUND) return null;
  if (kommune !== person.kommune) throw new ProblemError(404, 'not_found');
  return person.kommune;
}

async function listOf(db: Db, owner: KommuneId | null): Promise<SynonymList> {
  const wanted =
    owner === null ? [] : wantedWords(await unansweredOf(db, owner), await knownStems(db, owner));
  const list = await readSynonyms(db, owner);
  return { version: CONTRACT_VERSION, kommune: owner ?? VERBUND, ...list, wanted };
}
