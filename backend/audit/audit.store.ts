import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { ActDetails, ActKind } from '../../contract/audit.ts';
import type { KommuneId } from '../../contract/identity.ts';
import { auditActor, auditLine } from '../store/schema/audit.ts';
import type { Db } from '../store/store.ts';
import { type Actor, actorKey } from './actor.ts';
import { type ChainLine, detailsText, hashLine, plainText, VERBUND } from './chain.ts';

/** An administrative act. */
export interface Act {
  actor: Actor;
  /** Whose protocol it belongs to; null is the Verbund's. */
  kommune: KommuneId | null;
  kind: ActKind;
  /** What was acted upon, such as the id of a model; never a person. */
  subject: string;
  /** What changed, in small values; never a person, never content. */
  details: ActDetails;
  /** Why, in the words of who did it. */
  reason: string;
}

/**
 * Adds an act to its chain, as the last statement of the transaction that makes the change: the chain is locked from here
 * to its end.
 * @param db in a scope that sees the chain: its Kommune or the Verbund
 * @returns the number of the line, and what stands for the actor in it: the key of `audit_actor` for a person
 * @throws StoreError (from `within`) where the scope does not see the chain, or where a text is too long
 */
export async function recordAct(db: Db, act: Act): Promise<{ sequence: number; actor: string }> {
  const chain = act.kommune ?? VERBUND;
  const actor = await actorOfLine(db, chain, act.actor);
  const { rows } = await db.execute<{ sequence: string; previous: string; at: string; micros: string }>(
    sql`select next_sequence as sequence, previous, at::text, ${microseconds(sql`at`)} as micros
        from audit_begin(${chain})`,
  );
  const [next] = rows;
  if (next === undefined) throw new Error('the chain did not answer');
  const line: ChainLine = {
    kommune: chain,
    sequence: Number(next.sequence),
    at: next.micros,
    actor,
    kind: act.kind,
    subject: plainText(act.subject),
    details: detailsText(act.details),
    reason: plainText(act.reason),
  };
  await db.insert(auditLine).values({
    ...line,
    at: sql`${next.at}::timestamptz`,
    hash: hashLine(next.previous, line),
  });
  return { sequence: line.sequence, actor };
}

/** A moment as the chain writes it. As text and to the last digit, so that no other moment is written alike. */
export const microseconds = (at: ReturnType<typeof sql>) =>
  sql<string>`trim_scale(extract(epoch from ${at}) * 1000000)::text`;

async function actorOfLine(db: Db, chain: string, actor: Actor): Promise<string> {
  if (actor.kind !== 'person') return actor.kind;
  const name = plainText(actor.name);
  const [row] = await db
    .insert(auditActor)
    .values({
      kommune: chain,
      pseudonym: randomUUID(),
      person: actorKey(actor.id),
      name,
      home: actor.kommune,
    })
    .onConflictDoUpdate({
      target: [auditActor.kommune, auditActor.person],
      set: { name, home: actor.kommune },
    })
    .returning({ pseudonym: auditActor.pseudonym });
  if (row === undefined) throw new Error('the actor was not kept');
  return row.pseudonym;
}
