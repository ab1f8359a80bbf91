import { type SQL, sql } from 'drizzle-orm';
import type { VersionMark } from '../../contract/admin.ts';
import type { ActKind } from '../../contract/audit.ts';
import type { KommuneId } from '../../contract/identity.ts';
import type { Actor } from '../audit/actor.ts';
import { recordAct } from '../audit/audit.store.ts';
import { VERBUND } from '../audit/chain.ts';
import type { Db } from '../store/store.ts';
import { RuleError } from './errors.ts';

/** A change of a rule: who, why, and the version that they had before them. */
export interface Change {
  /** 0 where there was none. */
  expectedVersion: number;
  actor: Actor;
  reason: string;
}

/** A list of versions of one rule, the last of which counts. */
export interface VersionedRule {
  /** Whose rule it is, and so whose protocol tells of it; null is the Verbund. */
  kommune: KommuneId | null;
  table: 'verbund_policy' | 'kommune_policy' | 'model_register' | 'report_plan';
  /** What tells the rule from others of its table. */
  key: Record<string, string>;
}

/**
 * Adds a version and tells the protocol, in the transaction of `db`.
 * @param content columns of the version and their values
 * @returns the number of the new version
 * @throws RuleError `conflict` where somebody else was faster; the transaction must then be rolled back
 */
export async function addVersion(
  db: Db,
  rule: VersionedRule,
  change: Change,
  content: Record<string, object>,
  act: { kind: ActKind; subject: string; details: Record<string, string | number> },
): Promise<number> {
  const { expectedVersion, actor, reason } = change;
  if ((await lastNumber(db, rule)) !== expectedVersion) throw new RuleError('conflict');
  const number = expectedVersion + 1;
  const details = { ...act.details, version: number };
  await recordAct(db, { ...act, details, actor, kommune: rule.kommune, reason });
  const columns = [...Object.keys(rule.key), 'number', 'actor', 'reason', ...Object.keys(content)];
  const values = [
    ...Object.values(rule.key).map((value) => sql`${value}`),
    sql`${number}::integer`,
    // The protocol is locked from its last line to our end: that line is this act's.
    sql`(select actor from audit_line where kommune = ${chainOf(rule)} order by sequence desc limit 1)`,
    sql`${reason}`,
    ...Object.values(content).map((value) => sql`${JSON.stringify(value)}::jsonb`),
  ];
  const { rows } = await db.execute(sql`
    insert into ${tableOf(rule)} (${list(columns.map((name) => sql.identifier(name)))})
    select ${list(values)}
    where (select coalesce(max(number), 0) from ${tableOf(rule)} v where ${isRule(rule)}) = ${expectedVersion}
    on conflict do nothing returning number`);
  if (rows.length === 0) throw new RuleError('conflict');
  return number;
}

/** A version as it lies in the database. */
export interface VersionRow extends Record<string, unknown> {
  number: number;
  at: string;
  actor: string;
  /** Null where the name is erased or belongs to a protocol that the scope does not see. */
  name: string | null;
  reason: string;
}

/**
 * Versions of a rule with their marks, the newest first.
 * @param columns what is read of their content
 */
export async function versionsOf(
  db: Db,
  rule: VersionedRule,
  columns: readonly string[],
  which: { limit: number } | { number: number },
): Promise<VersionRow[]> {
  const { rows } = await db.execute<VersionRow>(sql`
    select v.number, to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, v.actor, v.reason, a.name
      ${sql.join(columns.map((name) => sql`, v.${sql.identifier(name)}`))}
    from ${tableOf(rule)} v
    left join audit_actor a on a.kommune = ${chainOf(rule)} and a.pseudonym = v.actor
    where ${isRule(rule)} ${'number' in which ? sql`and v.number = ${which.number}` : sql``}
    order by v.number desc limit ${'limit' in which ? which.limit : 1}`);
  return rows;
}

/** Who made a version, when and why. */
export function markOf({ number, at, actor, name, reason }: VersionRow): VersionMark {
  const who =
    actor === 'operator' || actor === 'job'
      ? { kind: actor as 'operator' | 'job' }
      : { kind: 'person' as const, name: name ?? '' };
  return { number, at, actor: who, reason };
}

async function lastNumber(db: Db, rule: VersionedRule): Promise<number> {
  const { rows } = await db.execute<{ last: number }>(
    sql`select coalesce(max(number), 0)::integer as last from ${tableOf(rule)} v where ${isRule(rule)}`,
  );
  return rows[0]?.last ?? 0;
}

function isRule({ key }: VersionedRule): SQL {
  const parts = Object.entries(key).map(([name, value]) => sql`v.${sql.identifier(name)} = ${value}`);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

function tableOf({ table }: VersionedRule): SQL {
  return sql`${sql.identifier(table)}`;
}

function chainOf({ kommune }: VersionedRule): string {
  return kommune ?? VERBUND;
}

function list(parts: (SQL | ReturnType<typeof sql.identifier>)[]): SQL {
  return sql.join(parts, sql`, `);
}
