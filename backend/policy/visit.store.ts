import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { KommuneId } from '../../contract/identity.ts';
import { type KommunePolicy, policyOverrides, verbundPolicy } from '../../contract/policy.ts';
import { type RegisterEntry, registerEntry } from '../../contract/register.ts';
import type { Db } from '../store/store.ts';
import { effectivePolicy, noVerbundPolicy } from './layers.ts';
import { TODAY } from './register.store.ts';

/** What is decided at the moment of a request. */
export interface Visit {
  policy: KommunePolicy;
  register: RegisterEntry[];
  /** ISO day in the Kommunen, by the clock of the database. */
  today: string;
}

const found = z.object({
  today: z.string(),
  verbund: z.nullable(verbundPolicy),
  own: z.nullable(policyOverrides),
  register: z.array(registerEntry),
});

/**
 * Everything that a request has to know of policy and register, in one statement. It is asked anew at each request and
 * kept nowhere, so that a change holds at once on every replica.
 * @param db in a scope that sees the Kommune
 * @param starting what the installation starts with
 */
export async function visitPolicy(db: Db, kommune: KommuneId, starting: KommunePolicy): Promise<Visit> {
  const { rows } = await db.execute(sql`
    select ${TODAY} as today,
      (select value from verbund_policy order by number desc limit 1) as verbund,
      (select value from kommune_policy where kommune = ${kommune} order by number desc limit 1) as own,
      (select coalesce(json_agg(json_build_object(
          'model', model, 'number', number, 'facts', facts, 'approval', approval)), '[]')
        from (select distinct on (model) * from model_register order by model, number desc) last) as register`);
  const { today, verbund, own, register } = found.parse(rows[0]);
  return {
    today,
    register,
    policy: effectivePolicy({ starting, verbund: verbund ?? noVerbundPolicy, own: own ?? {} }),
  };
}
