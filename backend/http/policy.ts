import { json } from 'express';
import type { VersionList } from '../../contract/admin.ts';
import type { KommuneId } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import {
  type KommunePolicy,
  kommunePolicyChange,
  type KommunePolicyReport,
  policyRestore,
  type PolicyVersion,
  verbundPolicyChange,
  type VerbundPolicyReport,
} from '../../contract/policy.ts';
import type { Person } from '../identity/person.ts';
import { reach } from '../identity/reach.ts';
import { effectivePolicy, heldFields, inheritedPolicy } from '../policy/layers.ts';
import {
  changeKommunePolicy,
  changeVerbundPolicy,
  kommunePolicyVersion,
  policyHistory,
  readKommunePolicy,
  readVerbundPolicy,
  restoreKommunePolicy,
  restoreVerbundPolicy,
  verbundPolicyVersion,
} from '../policy/policy.store.ts';
import type { Db, Scope, Store } from '../store/store.ts';
import { askedVersion, changeBy, orProblem, parseChange } from './changes.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

/** What the routes of the policy need. */
export interface PolicyParts {
  store: Store;
  /** What the installation starts with. */
  starting: KommunePolicy;
  /** The Kommunen that there are. */
  kommunen: readonly KommuneId[];
}

const SEEN_BY = ['local-admin', 'verbund-admin', 'data-protection', 'auditor'] as const;
const CHANGED_BY = ['local-admin', 'verbund-admin'] as const;
const OF_VERBUND = ['verbund-admin'] as const;
/** Two lists of terms in UTF-8, and the rest. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * `GET` and `PUT /api/admin/policy/verbund` and `/api/admin/policy/:kommune`: what the Verbund decides for all, what a
 * Kommune decides itself, and what holds by both. `…/versions`, `…/versions/:number` (`?against=` another one) and
 * `POST …/versions/:number/restore`: what was decided before.
 */
export function policyRoutes(parts: PolicyParts): Route[] {
  return [...verbundRoutes(parts), ...kommuneRoutes(parts)];
}

function verbundRoutes({ store, starting }: PolicyParts): Route[] {
  const body = json({ limit: MAX_BYTES });
  const within = <T>(person: Person, work: (db: Db) => Promise<T>) =>
    orProblem(store.within(scopeOf(person), work));
  const report = async (db: Db): Promise<VerbundPolicyReport> => {
    const { number, value } = await readVerbundPolicy(db);
    const effective = inheritedPolicy({ starting, verbund: value });
    return { version: CONTRACT_VERSION, number, value, starting, effective };
  };
  return [
    {
      method: 'get',
      path: '/admin/policy/verbund',
      access: SEEN_BY,
      handle: async (_request, response, person) => void response.json(await within(person, report)),
    },
    {
      method: 'put',
      path: '/admin/policy/verbund',
      access: OF_VERBUND,
      body,
      handle: async (request, response, person) => {
        const { value, ...change } = parseChange(verbundPolicyChange, request.body);
        const changed = await within(person, async (db) => {
          await changeVerbundPolicy(db, starting, { ...changeBy(person, change), value });
          return report(db);
        });
        response.json(changed);
      },
    },
    {
      method: 'get',
      path: '/admin/policy/verbund/versions',
      access: SEEN_BY,
      handle: async (_request, response, person) =>
        void response.json(listOf(await within(person, (db) => policyHistory(db, null)))),
    },
    {
      method: 'get',
      path: '/admin/policy/verbund/versions/:number',
      access: SEEN_BY,
      handle: async (request, response, person) => {
        const { number, against } = askedVersion(request);
        const past = await within(person, (db) => verbundPolicyVersion(db, number, against));
        response.json({ version: CONTRACT_VERSION, ...past } satisfies PolicyVersion);
      },
    },
    {
      method: 'post',
      path: '/admin/policy/verbund/versions/:number/restore',
      access: OF_VERBUND,
      body,
      handle: async (request, response, person) => {
        const { number: version } = askedVersion(request);
        const change = changeBy(person, parseChange(policyRestore, request.body));
        const changed = await within(person, async (db) => {
          await restoreVerbundPolicy(db, starting, { ...change, version });
          return report(db);
        });
        response.json(changed);
      },
    },
  ];
}

function kommuneRoutes({ store, starting, kommunen }: PolicyParts): Route[] {
  const body = json({ limit: MAX_BYTES });
  const named = (person: Person, name: unknown): KommuneId => {
    const kommune = reach(person, name);
    if (!kommunen.includes(kommune)) throw new ProblemError(404, 'not_found');
    return kommune;
  };
  const within = <T>(kommune: KommuneId, work: (db: Db) => Promise<T>) =>
    orProblem(store.within({ kommune }, work));
  const report = async (db: Db, kommune: KommuneId): Promise<KommunePolicyReport> => {
    const { value: verbund } = await readVerbundPolicy(db);
    const { number, value } = await readKommunePolicy(db, kommune);
    const effective = effectivePolicy({ starting, verbund, own: value });
    return {
      version: CONTRACT_VERSION,
      kommune,
      number,
      value,
      inherited: inheritedPolicy({ starting, verbund }),
      locked: verbund.locked,
      effective,
      held: heldFields(value, effective),
    };
  };
  return [
    {
      method: 'get',
      path: '/admin/policy/:kommune',
      access: SEEN_BY,
      handle: async ({ params }, response, person) => {
        const kommune = named(person, params.kommune);
        response.json(await within(kommune, (db) => report(db, kommune)));
      },
    },
    {
      method: 'put',
      path: '/admin/policy/:kommune',
      access: CHANGED_BY,
      body,
      handle: async ({ params, body: asked }, response, person) => {
        const kommune = named(person, params.kommune);
        const { value, ...change } = parseChange(kommunePolicyChange, asked);
        const changed = await within(kommune, async (db) => {
          await changeKommunePolicy(db, kommune, starting, { ...changeBy(person, change), value });
          return report(db, kommune);
        });
        response.json(changed);
      },
    },
    {
      method: 'get',
      path: '/admin/policy/:kommune/versions',
      access: SEEN_BY,
      handle: async ({ params }, response, person) => {
        const kommune = named(person, params.kommune);
        response.json(listOf(await within(kommune, (db) => policyHistory(db, kommune))));
      },
    },
    {
      method: 'get',
      path: '/admin/policy/:kommune/versions/:number',
      access: SEEN_BY,
      handle: async (request, response, person) => {
        const kommune = named(person, request.params.kommune);
        const { number, against } = askedVersion(request);
        const past = await within(kommune, (db) => kommunePolicyVersion(db, kommune, number, against));
        response.json({ version: CONTRACT_VERSION, ...past } satisfies PolicyVersion);
      },
    },
    {
      method: 'post',
      path: '/admin/policy/:kommune/versions/:number/restore',
      access: CHANGED_BY,
      body,
      handle: async (request, response, person) => {
        const kommune = named(person, request.params.kommune);
        const { number: version } = askedVersion(request);
        const change = changeBy(person, parseChange(policyRestore, request.body));
        const changed = await within(kommune, async (db) => {
          await restoreKommunePolicy(db, kommune, starting, { ...change, version });
          return report(db, kommune);
        });
        response.json(changed);
      },
    },
  ];
}

/** Who administers the Verbund sees the names in its history; the Kommunen see what was decided. */
function scopeOf({ kommune, roles }: Person): Scope {
  return roles.includes('verbund-admin') ? 'verbund' : { kommune };
}

function listOf(versions: VersionList['versions']): VersionList {
  return { version: CONTRACT_VERSION, versions };
}
