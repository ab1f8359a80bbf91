import type { AdminCard } from '../../../contract/agents/library.ts';
import type { ItemRow } from './items.store.ts';
import type { Shipped } from './parts.ts';
import { isEditor, type Keeper, mayApprove, mayEdit, mayWithdraw } from './rights.ts';
import { isGuarded } from './screening/guarded.ts';
import type { ShippedDecision } from './shipped.store.ts';

/** What a card shows besides its row. */
export interface Around {
  shipped: ReadonlyMap<string, Shipped>;
  /** Uses in the last full month by id. */
  uses: ReadonlyMap<string, number>;
}

/** Something that somebody wrote, as the console lists it. Pure. */
export function adminCard(person: Keeper, row: ItemRow, { shipped, uses }: Around): AdminCard {
  const { id, kind, name, kommune, approved, newest, reviewOn, overdue, copiedFrom } = row;
  const source = copiedFrom === null ? null : (shipped.get(copiedFrom.id)?.number ?? row.source);
  const guarded = isGuarded(newest.screening, newest.suspected);
  return {
    ...{ id, kind, name, kommune, approved, reviewOn, overdue },
    origin: kommune === null ? 'verbund' : 'kommune',
    state: newest.state,
    copiedFrom:
      copiedFrom === null
        ? null
        : { ...copiedFrom, newer: source !== null && source > copiedFrom.number ? source : null },
    uses: uses.get(id) ?? null,
    may: {
      edit: mayEdit(person, row),
      approve:
        newest.state === 'submitted' &&
        mayApprove(person, row, guarded) &&
        !newest.byAsker &&
        !newest.byUnknown,
      withdraw: approved !== null && mayWithdraw(person, row),
      copy: kommune === null && approved !== null && person.roles.includes('local-admin'),
    },
  };
}

/**
 * For whom a person decides about what is shipped: the administration of the Verbund for all, others for their Kommune.
 * @returns null for the Verbund
 */
export function shippedLevel({ kommune, roles }: Keeper): string | null {
  return roles.includes('verbund-admin') ? null : kommune;
}

/** Whether a shipped agent is withdrawn for those of a Kommune; for null, for all. */
export function isWithdrawn(
  decisions: readonly ShippedDecision[],
  agent: string,
  kommune: string | null,
): boolean {
  return decisions.some(
    (one) => one.agent === agent && one.withdrawn && (one.kommune === null || one.kommune === kommune),
  );
}

/** A shipped agent, as the console lists it. Pure. @param today ISO 8601 calendar date */
export function shippedCard(
  person: Keeper,
  { id, number, agent }: Shipped,
  decisions: readonly ShippedDecision[],
  uses: ReadonlyMap<string, number>,
  today: string,
): AdminCard {
  const level = shippedLevel(person);
  const withdrawn = isWithdrawn(decisions, id, level);
  const byVerbund = isWithdrawn(decisions, id, null);
  return {
    id,
    kind: 'agent',
    name: agent.name,
    kommune: null,
    origin: 'shipped',
    approved: withdrawn ? null : number,
    state: withdrawn ? 'withdrawn' : 'approved',
    reviewOn: agent.reviewOn,
    overdue: agent.reviewOn < today,
    copiedFrom: null,
    uses: uses.get(id) ?? null,
    may: {
      edit: false,
      approve: withdrawn && isEditor(person) && (level === null || !byVerbund),
      withdraw: !withdrawn && mayWithdraw(person, { kommune: level }),
      copy: isEditor(person),
    },
  };
}
