import { json } from 'express';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { type PersonErasure, type PersonExport, personRequest } from '../../contract/persons.ts';
import { actorOf } from '../audit/actor.ts';
import type { Person } from '../identity/person.ts';
import type { PersonDesk, PersonOrder } from '../retention/persons.ts';
import { parseBody } from './body.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

/** Bytes of an id and a reason. */
const MAX_BYTES = 8_192;

/**
 * `POST /api/admin/persons/export` and `/erase`: what is stored about a person of one's own Kommune. Each Kommune answers
 * for its own people, so nobody reaches those of another, whatever their roles.
 */
export function personRoutes(desk: PersonDesk): Route[] {
  const orderOf = (what: 'export' | 'erase', body: unknown, person: Person): PersonOrder => {
    const { person: id, reason } = parseBody(personRequest, body);
    // Nobody takes their own name from the protocol.
    if (what === 'erase' && id === person.id) throw new ProblemError(409, 'own_record');
    return { subject: { id, kommune: person.kommune }, actor: actorOf(person), reason };
  };
  return [
    {
      method: 'post',
      path: '/admin/persons/export',
      access: ['data-protection'],
      body: json({ limit: MAX_BYTES }),
      async handle({ body }, response, person) {
        const answer: PersonExport = {
          version: CONTRACT_VERSION,
          ...(await desk.export(orderOf('export', body, person))),
        };
        response.json(answer);
      },
    },
    {
      method: 'post',
      path: '/admin/persons/erase',
      access: ['data-protection'],
      body: json({ limit: MAX_BYTES }),
      async handle({ body }, response, person) {
        const answer: PersonErasure = {
          version: CONTRACT_VERSION,
          ...(await desk.erase(orderOf('erase', body, person))),
        };
        response.json(answer);
      },
    },
  ];
}
