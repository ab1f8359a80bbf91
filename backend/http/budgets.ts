import { json, type RequestHandler } from 'express';
import * as z from 'zod/mini';
import { budgetChange, type BudgetList, budgetRemoval, verbundBudgetChange } from '../../contract/budget.ts';
import type { KommuneId } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { Person } from '../identity/person.ts';
import { reach } from '../identity/reach.ts';
import { listBudgets, removeBudget, setBudget } from '../ledger/budget.store.ts';
import type { Scope, Store } from '../store/store.ts';
import { changeBy, parseChange } from './changes.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

const SEEN_BY = ['local-admin', 'verbund-admin', 'data-protection', 'auditor'] as const;
const CHANGED_BY = ['local-admin', 'verbund-admin'] as const;
const VERBUND = ['verbund-admin'] as const;
const MAX_BYTES = 20_000;

/** What the routes of budgets need. */
export interface BudgetParts {
  store: Store;
  kommunen: readonly KommuneId[];
}

/**
 * `GET /api/admin/budgets`: those that the person may see. `/verbund` and `/:kommune`: read, set (`PUT`) and take away
 * (`DELETE …/:budget`). A Kommune sees what the Verbund set for it and changes only its own.
 */
export function budgetRoutes({ store, kommunen }: BudgetParts): Route[] {
  const body: RequestHandler = json({ limit: MAX_BYTES });

  // A slip of the keyboard would be a budget that watches nobody.
  const known = (kommune: KommuneId) => {
    if (!kommunen.includes(kommune)) throw new ProblemError(404, 'not_found');
    return kommune;
  };
  const list = async (scope: Scope, which: Parameters<typeof listBudgets>[1]): Promise<BudgetList> => ({
    version: CONTRACT_VERSION,
    budgets: await store.within(scope, (db) => listBudgets(db, which)),
  });
  const change = async (person: Person, kommune: KommuneId | null, asked: z.infer<typeof budgetChange>) => {
    const done = await store.within(scopeFor(person, kommune), (db) =>
      setBudget(db, kommune, { ...asked, ...changeBy(person, asked) }),
    );
    if (done === null) throw new ProblemError(409, 'conflict');
    return { version: CONTRACT_VERSION, ...done };
  };
  const remove = async (person: Person, kommune: KommuneId | null, id: unknown, asked: unknown) => {
    const named = z.uuid().safeParse(id);
    if (!named.success) throw new ProblemError(404, 'not_found');
    const removal = parseChange(budgetRemoval, asked);
    const done = await store.within(scopeFor(person, kommune), (db) =>
      removeBudget(db, kommune, { ...changeBy(person, removal), id: named.data }),
    );
    // Whoever has an old view finds out by loading anew, which of the reasons it is.
    if (!done) throw new ProblemError(409, 'conflict');
    return { version: CONTRACT_VERSION };
  };

  return [
    {
      method: 'get',
      path: '/admin/budgets',
      access: SEEN_BY,
      handle: async (_request, response, person) =>
        void response.json(
          await (isOfVerbund(person)
            ? list('verbund', 'all')
            : list({ kommune: person.kommune }, { kommune: person.kommune })),
        ),
    },
    {
      method: 'get',
      path: '/admin/budgets/verbund',
      access: VERBUND,
      handle: async (_request, response) => void response.json(await list('verbund', 'verbund')),
    },
    {
      method: 'put',
      path: '/admin/budgets/verbund',
      access: VERBUND,
      body,
      handle: async (request, response, person) =>
        void response.json(await change(person, null, parseChange(verbundBudgetChange, request.body))),
    },
    {
      method: 'delete',
      path: '/admin/budgets/verbund/:budget',
      access: VERBUND,
      body,
      handle: async ({ params, body: asked }, response, person) =>
        void response.json(await remove(person, null, params.budget, asked)),
    },
    {
      method: 'get',
      path: '/admin/budgets/:kommune',
      access: SEEN_BY,
      handle: async ({ params }, response, person) => {
        const kommune = known(reach(person, params.kommune));
        response.json(await list({ kommune }, { kommune }));
      },
    },
    {
      method: 'put',
      path: '/admin/budgets/:kommune',
      access: CHANGED_BY,
      body,
      handle: async (request, response, person) => {
        const kommune = known(reach(person, request.params.kommune));
        response.json(await change(person, kommune, parseChange(budgetChange, request.body)));
      },
    },
    {
      method: 'delete',
      path: '/admin/budgets/:kommune/:budget',
      access: CHANGED_BY,
      body,
      handle: async ({ params, body: asked }, response, person) => {
        const kommune = known(reach(person, params.kommune));
        response.json(await remove(person, kommune, params.budget, asked));
      },
    },
  ];
}

function isOfVerbund({ roles }: Person): boolean {
  return roles.includes('verbund-admin');
}

/** Who sets a budget is told by the scope: the Verbund's are not the Kommune's to change. */
function scopeFor(person: Person, kommune: KommuneId | null): Scope {
  return kommune === null || isOfVerbund(person) ? 'verbund' : { kommune };
}
