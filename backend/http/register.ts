import { json } from 'express';
import { modelId } from '../../contract/admin.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import {
  approvalGrant,
  approvalWithdrawal,
  registerChange,
  type RegisterHistory,
} from '../../contract/register.ts';
import type { Person } from '../identity/person.ts';
import { listRegister, type RegisterSight } from '../policy/register-list.ts';
import { approveModel, changeFacts, registerVersions, withdrawApproval } from '../policy/register.store.ts';
import type { Db, Scope, Store } from '../store/store.ts';
import { changeBy, orProblem, parseChange } from './changes.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

/** What the routes of the model register need. */
export interface RegisterParts extends RegisterSight {
  store: Store;
}

const SEEN_BY = ['local-admin', 'verbund-admin', 'data-protection', 'auditor'] as const;
const CHANGED_BY = ['verbund-admin'] as const;
const MAX_BYTES = 512 * 1024;

/**
 * `GET /api/admin/models`: what is configured and what the register knows of it. `PUT /api/admin/models/:model`: what is
 * known; `POST` and `DELETE …/approval`: whether it may be asked; `GET …/versions`: what was known before.
 */
export function registerRoutes(parts: RegisterParts): Route[] {
  const { store } = parts;
  const body = json({ limit: MAX_BYTES });
  const list = (db: Db) => listRegister(db, parts);
  const change = (work: (db: Db) => Promise<number>) =>
    orProblem(
      store.within('verbund', async (db) => {
        await work(db);
        return list(db);
      }),
    );
  return [
    {
      method: 'get',
      path: '/admin/models',
      access: SEEN_BY,
      handle: async (_request, response, person) =>
        void response.json(await store.within(scopeOf(person), list)),
    },
    {
      method: 'get',
      path: '/admin/models/:model/versions',
      access: SEEN_BY,
      handle: async ({ params }, response, person) => {
        const model = named(params.model);
        const versions = await store.within(scopeOf(person), (db) => registerVersions(db, model));
        if (versions.length === 0) throw new ProblemError(404, 'not_found');
        response.json({ version: CONTRACT_VERSION, versions } satisfies RegisterHistory);
      },
    },
    {
      method: 'put',
      path: '/admin/models/:model',
      access: CHANGED_BY,
      body,
      handle: async ({ params, body: asked }, response, person) => {
        const model = named(params.model);
        const { facts, ...given } = parseChange(registerChange, asked);
        const by = changeBy(person, given);
        response.json(await change((db) => changeFacts(db, model, { ...by, facts })));
      },
    },
    {
      method: 'post',
      path: '/admin/models/:model/approval',
      access: CHANGED_BY,
      body,
      handle: async ({ params, body: asked }, response, person) => {
        const model = named(params.model);
        const { until, ...given } = parseChange(approvalGrant, asked);
        const by = changeBy(person, given);
        response.json(await change((db) => approveModel(db, model, { ...by, until })));
      },
    },
    {
      method: 'delete',
      path: '/admin/models/:model/approval',
      access: CHANGED_BY,
      body,
      handle: async ({ params, body: asked }, response, person) => {
        const model = named(params.model);
        const by = changeBy(person, parseChange(approvalWithdrawal, asked));
        response.json(await change((db) => withdrawApproval(db, model, by)));
      },
    },
  ];
}

/** @throws ProblemError `not_found` for what cannot be the id of a model */
function named(model: unknown): string {
  const id = modelId.safeParse(model);
  if (!id.success) throw new ProblemError(404, 'not_found');
  return id.data;
}

function scopeOf({ kommune, roles }: Person): Scope {
  return roles.includes('verbund-admin') ? 'verbund' : { kommune };
}
