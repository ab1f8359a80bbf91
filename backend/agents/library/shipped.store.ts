import { sql } from 'drizzle-orm';
import type { KommuneId } from '../../../contract/identity.ts';
import { recordAct } from '../../audit/audit.store.ts';
import { libraryShippedTable } from '../../store/schema/library.ts';
import type { Db } from '../../store/store.ts';
import { LibraryError } from './errors.ts';
import type { Doing } from './versions.store.ts';

/** What somebody decided about an agent that is shipped. */
export interface ShippedDecision {
  /** Null: the Verbund, for all. */
  kommune: KommuneId | null;
  agent: string;
  withdrawn: boolean;
  revision: number;
  /** ISO 8601, UTC. */
  changedAt: string;
  reason: string;
}

/**
 * What the Verbund and a Kommune decided about the agents that are shipped.
 * @param kommune null for the Verbund alone
 */
export async function shippedDecisions(db: Db, kommune: KommuneId | null): Promise<ShippedDecision[]> {
  const rows = await db
    .select()
    .from(libraryShippedTable)
    .where(sql`kommune is null or kommune = ${kommune}`);
  return rows.map(({ kommune: owner, agent, withdrawn, revision, changedAt, reason }) => ({
    ...{ kommune: owner, agent, withdrawn, revision, reason },
    changedAt: changedAt.toISOString(),
  }));
}

/** What is decided about a shipped agent, and the decision that it replaces where that was read. */
export interface ShippedChange extends Pick<ShippedDecision, 'kommune' | 'agent' | 'withdrawn'> {
  revision: number | null;
}

/**
 * Withdraws a shipped agent or brings it back, for all or for a Kommune, and tells the protocol.
 * @param db in the scope of `scopeOf`
 * @throws LibraryError `conflict` where it is so already, or was decided anew; `same_person`
 */
export async function decideShipped(
  db: Db,
  { kommune, agent, withdrawn, revision }: ShippedChange,
  { actor, reason }: Doing,
): Promise<void> {
  const kind = withdrawn ? 'library.withdrawn' : 'library.approved';
  const act = {
    actor,
    kommune,
    kind,
    subject: agent,
    details: { of: 'agent', shipped: true },
    reason,
  } as const;
  // The chain is locked from here on, so two who decide at once come one after the other.
  const { actor: by } = await recordAct(db, act);
  const { rows } = await db.execute(sql`
    update library_shipped set withdrawn = ${withdrawn}, revision = revision + 1, changed_at = now(), actor = ${by},
      reason = ${reason}
    where kommune is not distinct from ${kommune} and agent = ${agent} and withdrawn <> ${withdrawn}
      and (${revision}::int is null or revision = ${revision}::int)
      -- Whoever withdrew it does not bring it back: that takes a second person.
      and (${withdrawn} or actor <> ${by}) returning id`);
  if (rows.length > 0) return;
  const known = (await shippedDecisions(db, kommune)).find(
    (one) => one.kommune === kommune && one.agent === agent,
  );
  if (known?.withdrawn === true && !withdrawn && (revision === null || known.revision === revision)) {
    throw new LibraryError('same_person');
  }
  if (known !== undefined || !withdrawn) throw new LibraryError('conflict');
  await db.insert(libraryShippedTable).values({ kommune, agent, withdrawn, actor: by, reason });
}
