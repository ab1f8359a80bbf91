import { and, desc, eq, gte, lt, type SQL } from 'drizzle-orm';
import type { AuditLine, AuditPage, AuditQuery } from '../../contract/audit.ts';
import type { KommuneId } from '../../contract/identity.ts';
import { auditActor, auditLine } from '../store/schema/audit.ts';
import type { Db } from '../store/store.ts';
import { VERBUND } from './chain.ts';
import { readDetails } from './details.ts';

/**
 * A page of a chain, the newest line first.
 * @param kommune null is the Verbund's
 */
export async function listActs(
  db: Db,
  kommune: KommuneId | null,
  { before, limit, kind, from, to }: AuditQuery,
): Promise<Omit<AuditPage, 'version'>> {
  const conditions: (SQL | undefined)[] = [
    eq(auditLine.kommune, kommune ?? VERBUND),
    before === undefined ? undefined : lt(auditLine.sequence, before),
    kind === undefined ? undefined : eq(auditLine.kind, kind),
    from === undefined ? undefined : gte(auditLine.at, new Date(from)),
    to === undefined ? undefined : lt(auditLine.at, new Date(to)),
  ];
  const rows = await db
    .select({ line: auditLine, name: auditActor.name })
    .from(auditLine)
    .leftJoin(
      auditActor,
      and(eq(auditActor.kommune, auditLine.kommune), eq(auditActor.pseudonym, auditLine.actor)),
    )
    .where(and(...conditions))
    .orderBy(desc(auditLine.sequence))
    .limit(limit + 1);
  const lines = rows.slice(0, limit).map(({ line, name }): AuditLine => ({
    sequence: line.sequence,
    at: isoOf(line.at),
    actor: actorOfRow(line.actor, name),
    kind: line.kind,
    subject: line.subject,
    details: readDetails(line.details),
    reason: line.reason,
    hash: line.hash,
  }));
  return { lines, next: rows.length > limit ? (lines.at(-1)?.sequence ?? null) : null };
}

function actorOfRow(actor: string, name: string | null): AuditLine['actor'] {
  if (actor === 'operator' || actor === 'job') return { kind: actor };
  return { kind: 'person', pseudonym: actor, name: name ?? '' };
}

/** A moment that somebody wrote into the database by hand may be none. */
function isoOf(at: Date): string {
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
}
