import { type FieldChange, MAX_VERSIONS_PAGE, type VersionMark } from '../../contract/admin.ts';
import type { KommuneId } from '../../contract/identity.ts';
import {
  type KommunePolicy,
  type PolicyOverrides,
  policyOverrides,
  type VerbundPolicy,
  verbundPolicy,
} from '../../contract/policy.ts';
import type { Db } from '../store/store.ts';
import { RuleError } from './errors.ts';
import { changesBetween, fieldsOf } from './fields.ts';
import { effectivePolicy, heldFields, inheritedPolicy, noVerbundPolicy } from './layers.ts';
import { addVersion, type Change, markOf, type VersionedRule, versionsOf } from './versions.store.ts';

/** The last version of what somebody decides; number 0 where nobody has decided anything. */
export interface Decided<T> {
  number: number;
  value: T;
}

/** A version that was, and what it changed. */
export interface PastVersion<T> {
  mark: VersionMark;
  value: T;
  /** Number of the version it is compared with, 0 for none. */
  against: number;
  changes: FieldChange[];
}

/** What the Verbund decides. In any scope. */
export async function readVerbundPolicy(db: Db): Promise<Decided<VerbundPolicy>> {
  const [last] = await versionsOf(db, OF_VERBUND.rule, ['value'], { limit: 1 });
  return { number: last?.number ?? 0, value: last ? verbundPolicy.parse(last.value) : noVerbundPolicy };
}

/** What a Kommune decides itself. @param db in a scope that sees the Kommune */
export async function readKommunePolicy(db: Db, kommune: KommuneId): Promise<Decided<PolicyOverrides>> {
  const [last] = await versionsOf(db, ofKommune(kommune).rule, ['value'], { limit: 1 });
  return { number: last?.number ?? 0, value: last ? policyOverrides.parse(last.value) : {} };
}

/**
 * Changes what the Verbund decides, as a new version.
 * @param db in the scope of the Verbund
 * @returns the number of the new version
 * @throws RuleError `conflict`; `policy_refused` with the fields that break a bound
 */
export async function changeVerbundPolicy(
  db: Db,
  starting: KommunePolicy,
  change: Change & { value: VerbundPolicy },
): Promise<number> {
  const { value } = change;
  refuseHeld(value.overrides, inheritedPolicy({ starting, verbund: value }));
  return addPolicy(db, OF_VERBUND, change, value);
}

/**
 * Changes what a Kommune decides itself, as a new version.
 * @param db in a scope that sees the Kommune
 * @returns the number of the new version
 * @throws RuleError `conflict`; `policy_refused` with the fields that break a bound or a lock of the Verbund
 */
export async function changeKommunePolicy(
  db: Db,
  kommune: KommuneId,
  starting: KommunePolicy,
  change: Change & { value: PolicyOverrides },
): Promise<number> {
  const { value } = change;
  const { value: verbund } = await readVerbundPolicy(db);
  refuseHeld(value, effectivePolicy({ starting, verbund, own: value }));
  return addPolicy(db, ofKommune(kommune), change, value);
}

/**
 * Brings back what the Verbund decided in an earlier version, as a new one.
 * @throws RuleError `not_found`, and what `changeVerbundPolicy` throws: the bounds are those of today
 */
export async function restoreVerbundPolicy(
  db: Db,
  starting: KommunePolicy,
  change: Change & { version: number },
): Promise<number> {
  const { value } = await verbundPolicyVersion(db, change.version);
  return changeVerbundPolicy(db, starting, { ...change, value });
}

/** Brings back what a Kommune decided in an earlier version; see `restoreVerbundPolicy`. */
export async function restoreKommunePolicy(
  db: Db,
  kommune: KommuneId,
  starting: KommunePolicy,
  change: Change & { version: number },
): Promise<number> {
  const { value } = await kommunePolicyVersion(db, kommune, change.version);
  return changeKommunePolicy(db, kommune, starting, { ...change, value });
}

/** Who changed what the Verbund or a Kommune decides, when and why: the newest first. @param kommune null: the Verbund */
export async function policyHistory(db: Db, kommune: KommuneId | null): Promise<VersionMark[]> {
  const { rule } = kommune === null ? OF_VERBUND : ofKommune(kommune);
  return (await versionsOf(db, rule, [], { limit: MAX_VERSIONS_PAGE })).map(markOf);
}

/**
 * A version of what the Verbund decided.
 * @param against number of the version to compare it with; the one before where it is undefined
 * @throws RuleError `not_found`
 */
export function verbundPolicyVersion(
  db: Db,
  number: number,
  against?: number,
): Promise<PastVersion<VerbundPolicy>> {
  return pastVersion(db, OF_VERBUND, number, against);
}

/** A version of what a Kommune decided; see `verbundPolicyVersion`. */
export function kommunePolicyVersion(
  db: Db,
  kommune: KommuneId,
  number: number,
  against?: number,
): Promise<PastVersion<PolicyOverrides>> {
  return pastVersion(db, ofKommune(kommune), number, against);
}

interface PolicyRule<T> {
  rule: VersionedRule;
  nothing: T;
  parse(value: unknown): T;
}

const OF_VERBUND: PolicyRule<VerbundPolicy> = {
  rule: { kommune: null, table: 'verbund_policy', key: {} },
  nothing: noVerbundPolicy,
  parse: (value) => verbundPolicy.parse(value),
};

function ofKommune(kommune: KommuneId): PolicyRule<PolicyOverrides> {
  return {
    rule: { kommune, table: 'kommune_policy', key: { kommune } },
    nothing: {},
    parse: (value) => policyOverrides.parse(value),
  };
}

async function addPolicy<T extends object>(
  db: Db,
  { rule, nothing, parse }: PolicyRule<T>,
  change: Change,
  value: T,
): Promise<number> {
  const [last] = await versionsOf(db, rule, ['value'], { limit: 1 });
  const before = last ? parse(last.value) : nothing;
  // Values stand in the version itself; a term to mask may be one that nobody else should read.
  const fields = changesBetween(fieldsOf(before), fieldsOf(value)).map(({ field }) => field);
  return addVersion(
    db,
    rule,
    change,
    { value },
    {
      kind: 'policy.changed',
      subject: rule.kommune ?? 'verbund',
      details: { fields: fields.join(', ') },
    },
  );
}

async function pastVersion<T extends object>(
  db: Db,
  { rule, nothing, parse }: PolicyRule<T>,
  number: number,
  against = number - 1,
): Promise<PastVersion<T>> {
  const [row] = await versionsOf(db, rule, ['value'], { number });
  const [other] = against === 0 ? [] : await versionsOf(db, rule, ['value'], { number: against });
  if (!row || (against !== 0 && !other)) throw new RuleError('not_found');
  const value = parse(row.value);
  const before = other ? parse(other.value) : nothing;
  return { mark: markOf(row), value, against, changes: changesBetween(fieldsOf(before), fieldsOf(value)) };
}

function refuseHeld(overrides: PolicyOverrides, effective: KommunePolicy): void {
  const held = heldFields(overrides, effective);
  if (held.length > 0) throw new RuleError('policy_refused', held);
}
