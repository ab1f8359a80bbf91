import type { KommunePolicy, RetentionKind } from '../../contract/policy.ts';
import type { KommuneId } from '../../contract/identity.ts';
import { deleteRuns } from '../agents/runs/kept.store.ts';
import { recordAct } from '../audit/audit.store.ts';
import { scopeOf } from '../audit/chain.store.ts';
import type { AuditKey } from '../audit/key.ts';
import { pruneChain } from '../audit/prune.store.ts';
import { forgetUnanswered } from '../knowledge/upkeep/unanswered.store.ts';
import { sweepWindows } from '../ledger/rate-limits.store.ts';
import type { OpenStore } from '../store/open.ts';
import type { Db } from '../store/store.ts';
import { condenseMonth, forgetBudgetPeriods, kommunenKept, monthDue } from './ledger.store.ts';

export type RetentionDays = KommunePolicy['retentionDays'];

export interface RetentionParts {
  store: OpenStore;
  key: AuditKey;
  /** How long things are kept for a Kommune. */
  daysOf(db: Db, kommune: KommuneId): Promise<RetentionDays>;
  /** Keeps what reports tell of a month, such as `2021-11`, before its calls are deleted. */
  keepMonth(db: Db, kommune: KommuneId, month: string): Promise<void>;
}

/** What was deleted, by kind. */
export type Deleted = Record<string, number>;

type Delete = (parts: RetentionParts, kommune: KommuneId | null, days: number) => Promise<Deleted>;

/** How each kind of the policy is deleted. */
const kinds: Record<RetentionKind, Delete> = {
  ledger: deleteLedger,
  audit: deleteAudit,
  searches: deleteSearches,
  agentRuns: deleteAgentRuns,
};

/** Something could not be deleted; all else was. */
export class RetentionError extends Error {
  override name = 'RetentionError';
}

/**
 * Deletes everything whose time is over: of each Kommune by its policy, of the Verbund by the longest of them.
 * @returns what was deleted, over all
 * @throws RetentionError where a part of it failed, after all others were done
 */
export async function runRetention(
  parts: RetentionParts,
  report: (fault: unknown) => void,
): Promise<Deleted> {
  const total: Deleted = { windows: await parts.store.within('verbund', sweepWindows) };
  const kommunen = await parts.store.within('verbund', kommunenKept);
  const longest: Partial<RetentionDays> = {};
  let failed = 0;
  const attempt = async (kommune: KommuneId | null, days: Partial<RetentionDays>) => {
    for (const [kind, remove] of Object.entries(kinds) as [RetentionKind, Delete][]) {
      const kept = days[kind];
      if (kept === undefined) continue;
      try {
        add(total, await remove(parts, kommune, kept));
      } catch (fault) {
        failed++;
        report(fault);
      }
    }
  };
  for (const kommune of kommunen) {
    const days = await parts.store.within({ kommune }, (db) => parts.daysOf(db, kommune));
    for (const kind of Object.keys(kinds) as RetentionKind[]) {
      longest[kind] = Math.max(longest[kind] ?? 0, days[kind]);
    }
    await attempt(kommune, days);
  }
  await attempt(null, longest);
  if (failed > 0) throw new RetentionError(`${failed} parts failed`);
  return total;
}

async function deleteLedger(
  { store, keepMonth }: RetentionParts,
  kommune: KommuneId | null,
  days: number,
): Promise<Deleted> {
  const total: Deleted = {};
  if (kommune !== null) {
    // A month at a time, each with its line in the protocol.
    let more = true;
    while (more) {
      more = add(total, await store.within({ kommune }, (db) => condense(db, kommune, days, keepMonth)));
    }
  }
  const periods = await store.within(scopeOf(kommune), (db) => forgetBudgetPeriods(db, kommune, days));
  add(total, { budgetPeriods: periods });
  return total;
}

async function condense(
  db: Db,
  kommune: KommuneId,
  days: number,
  keepMonth: RetentionParts['keepMonth'],
): Promise<Deleted | null> {
  const month = await monthDue(db, kommune, days);
  if (month === null) return null;
  await keepMonth(db, kommune, month);
  const condensed = await condenseMonth(db, kommune, days);
  if (condensed === null) return null;
  await recordAct(db, {
    actor: { kind: 'job' },
    kommune,
    kind: 'retention.run',
    subject: 'ledger',
    details: { month, ...condensed },
    reason: `Aufbewahrung: ${days} Tage`,
  });
  return { ...condensed };
}

async function deleteAudit(
  { store, key }: RetentionParts,
  kommune: KommuneId | null,
  days: number,
): Promise<Deleted> {
  const pruning = await pruneChain(store, kommune, days, key);
  if (pruning.state === 'broken') throw new RetentionError('a broken chain is not deleted from');
  return { auditLines: pruning.state === 'pruned' ? pruning.lines : 0 };
}

/** Questions that found nothing. The Verbund keeps none of its own. */
async function deleteSearches(
  { store }: RetentionParts,
  kommune: KommuneId | null,
  days: number,
): Promise<Deleted> {
  if (kommune === null) return {};
  return { questions: await store.within({ kommune }, (db) => forgetUnanswered(db, kommune, days)) };
}

/** Runs of agents of a Kommune that has come to keep them for fewer days. The Verbund has none of its own. */
async function deleteAgentRuns(
  { store }: RetentionParts,
  kommune: KommuneId | null,
  days: number,
): Promise<Deleted> {
  if (kommune === null) return {};
  return { agentRuns: await store.within({ kommune }, (db) => deleteRuns(db, kommune, days)) };
}

/** Adds up; returns whether there was anything to add. */
function add(total: Deleted, more: Deleted | null): boolean {
  for (const [name, count] of Object.entries(more ?? {})) total[name] = (total[name] ?? 0) + count;
  return more !== null;
}
