import { type ReportPlan, reportPlan } from '../../contract/reports.ts';
import type { VersionMark } from '../../contract/admin.ts';
import { addVersion, type Change, markOf, type VersionedRule, versionsOf } from '../policy/versions.store.ts';
import type { Db } from '../store/store.ts';

const PLAN: VersionedRule = { kommune: null, table: 'report_plan', key: {} };

/** What holds until somebody enters a plan: each Kommune bears what it uses. */
const NO_PLAN: ReportPlan = { modelKey: 'use', shares: [], positions: [], references: [] };

/** The plan that counts; number 0 is the one of the beginning. */
export interface CountingPlan {
  number: number;
  mark: VersionMark | null;
  plan: ReportPlan;
}

/** @param db in any scope */
export async function readPlan(db: Db): Promise<CountingPlan> {
  const [last] = await versionsOf(db, PLAN, ['plan'], { limit: 1 });
  if (last === undefined) return { number: 0, mark: null, plan: NO_PLAN };
  return { number: last.number, mark: markOf(last), plan: reportPlan.parse(last.plan) };
}

/**
 * Enters another plan, as a new version, and tells the protocol.
 * @param db in the scope of the Verbund
 * @returns its number
 * @throws RuleError `conflict` where somebody else was faster; the transaction must then be rolled back
 */
export function changePlan(db: Db, change: Change, plan: ReportPlan): Promise<number> {
  const { positions, references, shares } = plan;
  return addVersion(
    db,
    PLAN,
    change,
    { plan },
    {
      kind: 'allocation.changed',
      subject: 'verbund',
      details: {
        modelKey: plan.modelKey,
        positions: positions.length,
        references: references.length,
        shares: shares.length,
      },
    },
  );
}
