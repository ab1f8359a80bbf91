import { auditQuery, type AuditPage, type AuditVerdict } from '../../contract/audit.ts';
import type { KommuneId } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { listActs } from '../audit/acts.store.ts';
import { scopeOf } from '../audit/chain.store.ts';
import type { AuditKey } from '../audit/key.ts';
import { verifyOne } from '../audit/verify-chains.ts';
import { reach } from '../identity/reach.ts';
import type { Store } from '../store/store.ts';
import { parseBody } from './body.ts';
import type { Route } from './route.ts';

/** What the routes of the protocol need. */
export interface AuditParts {
  store: Store;
  key: AuditKey;
}

const OWN = ['local-admin', 'verbund-admin', 'data-protection', 'auditor'] as const;
const OF_VERBUND = ['verbund-admin', 'data-protection', 'auditor'] as const;

/**
 * `GET /api/admin/audit/:kommune`: the protocol of administrative acts, by pages. `…/verify`: whether it is whole. The
 * protocol of the Verbund stands under `verbund`; what it decides concerns every Kommune, so their Datenschutz and Prüfung
 * read it too.
 */
export function auditRoutes({ store, key }: AuditParts): Route[] {
  const page = async (kommune: KommuneId | null, query: unknown): Promise<AuditPage> => {
    const asked = parseBody(auditQuery, query);
    const acts = await store.within(scopeOf(kommune), (db) => listActs(db, kommune, asked));
    return { version: CONTRACT_VERSION, ...acts };
  };
  const verified = async (kommune: KommuneId | null) => {
    const verdict: AuditVerdict = await verifyOne(store, kommune, key);
    return { version: CONTRACT_VERSION, verdict };
  };
  return [
    {
      method: 'get',
      path: '/admin/audit/verbund',
      access: OF_VERBUND,
      handle: async ({ query }, response) => void response.json(await page(null, query)),
    },
    {
      method: 'get',
      path: '/admin/audit/verbund/verify',
      access: OF_VERBUND,
      handle: async (_request, response) => void response.json(await verified(null)),
    },
    {
      method: 'get',
      path: '/admin/audit/:kommune',
      access: OWN,
      handle: async ({ params, query }, response, person) =>
        void response.json(await page(reach(person, params.kommune), query)),
    },
    {
      method: 'get',
      path: '/admin/audit/:kommune/verify',
      access: OWN,
      handle: async ({ params }, response, person) =>
        void response.json(await verified(reach(person, params.kommune))),
    },
  ];
}
