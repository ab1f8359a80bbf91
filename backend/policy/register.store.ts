import { sql } from 'drizzle-orm';
import { MAX_VERSIONS_PAGE, type VersionMark } from '../../contract/admin.ts';
import {
  type ModelApproval,
  modelApproval,
  type RegisterEntry,
  registerEntry,
  type RegisterFacts,
  registerFacts,
} from '../../contract/register.ts';
import type { Db } from '../store/store.ts';
import { RuleError } from './errors.ts';
import { changesBetween, flatten } from './fields.ts';
import { isSameModel, missingFor } from './register.ts';
import {
  addVersion,
  type Change,
  markOf,
  type VersionedRule,
  type VersionRow,
  versionsOf,
} from './versions.store.ts';

/** A state of what is known of a model. */
export interface RegisterVersion {
  mark: VersionMark;
  facts: RegisterFacts;
  approval: ModelApproval;
}

/** The day in the Kommunen, by the clock of the database: those of replicas may differ. */
export const TODAY = sql`(now() at time zone 'Europe/Berlin')::date::text`;

/** The last version of each model in the register. In any scope. */
export async function readRegister(db: Db): Promise<RegisterEntry[]> {
  const { rows } = await db.execute(sql`
    select distinct on (model) model, number, facts, approval from model_register order by model, number desc`);
  return rows.map((row) => registerEntry.parse(row));
}

/** The register with who made each last version, when and why, and the day that it is about. */
export async function readMarkedRegister(
  db: Db,
): Promise<{ today: string; entries: { entry: RegisterEntry; mark: VersionMark }[] }> {
  const { rows } = await db.execute<VersionRow & { model: string }>(sql`
    select distinct on (v.model) v.model, v.number, v.facts, v.approval, v.actor, v.reason, a.name,
      to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from model_register v left join audit_actor a on a.kommune = '*' and a.pseudonym = v.actor
    order by v.model, v.number desc`);
  return {
    today: await readToday(db),
    entries: rows.map((row) => ({ entry: registerEntry.parse(row), mark: markOf(row) })),
  };
}

/** The versions of a model, the newest first. */
export function registerVersions(db: Db, model: string): Promise<RegisterVersion[]> {
  return lastVersions(db, model, MAX_VERSIONS_PAGE);
}

/**
 * Writes what is known of a model, as a new version. An approval was given to what was known before: it ends, unless
 * only prices or notes changed.
 * @param db in the scope of the Verbund
 * @throws RuleError `conflict`
 */
export async function changeFacts(
  db: Db,
  model: string,
  change: Change & { facts: RegisterFacts },
): Promise<number> {
  const [before] = await lastVersions(db, model, 1);
  const { facts } = change;
  const keeps =
    before !== undefined && (before.approval.state !== 'approved' || isSameModel(before.facts, facts));
  const changes = changesBetween(flatten(before?.facts ?? {}), flatten(facts));
  // A long list of prices would be longer than a line of the protocol may be.
  const fields = new Set(changes.map(({ field }) => field.replace(/\..*$/, '')));
  return addVersion(
    db,
    ruleOf(model),
    change,
    { facts, approval: keeps ? before.approval : { state: 'none' } },
    {
      kind: 'register.changed',
      subject: model,
      details: { fields: [...fields].join(', '), approval: keeps ? before.approval.state : 'none' },
    },
  );
}

/**
 * Approves of a model, as a new version.
 * @param db in the scope of the Verbund
 * @param change.until last day, on which somebody has to look at it again
 * @throws RuleError `not_found`, `conflict`; `approval_incomplete` with what is missing
 */
export async function approveModel(
  db: Db,
  model: string,
  change: Change & { until: string },
): Promise<number> {
  const facts = await factsOf(db, model);
  const today = await readToday(db);
  const { until } = change;
  const missing = [...missingFor(facts, today), ...(until < today ? ['until'] : [])];
  if (missing.length > 0) throw new RuleError('approval_incomplete', missing);
  const approval: ModelApproval = { state: 'approved', until };
  return addVersion(
    db,
    ruleOf(model),
    change,
    { facts, approval },
    { kind: 'model.approved', subject: model, details: { until } },
  );
}

/**
 * Withdraws the approval of a model, as a new version: from the next request on nobody may ask it.
 * @param db in the scope of the Verbund
 * @throws RuleError `not_found`, `conflict`
 */
export async function withdrawApproval(db: Db, model: string, change: Change): Promise<number> {
  const facts = await factsOf(db, model);
  const approval: ModelApproval = { state: 'withdrawn' };
  return addVersion(
    db,
    ruleOf(model),
    change,
    { facts, approval },
    { kind: 'model.withdrawn', subject: model, details: {} },
  );
}

async function factsOf(db: Db, model: string): Promise<RegisterFacts> {
  const [last] = await lastVersions(db, model, 1);
  if (last === undefined) throw new RuleError('not_found');
  return last.facts;
}

async function lastVersions(db: Db, model: string, limit: number): Promise<RegisterVersion[]> {
  const rows = await versionsOf(db, ruleOf(model), ['facts', 'approval'], { limit });
  return rows.map((row) => ({
    mark: markOf(row),
    facts: registerFacts.parse(row.facts),
    approval: modelApproval.parse(row.approval),
  }));
}

async function readToday(db: Db): Promise<string> {
  const { rows } = await db.execute<{ today: string }>(sql`select ${TODAY} as today`);
  return rows[0]?.today ?? '';
}

function ruleOf(model: string): VersionedRule {
  return { kommune: null, table: 'model_register', key: { model } };
}
