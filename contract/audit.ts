import * as z from 'zod/mini';
import { changeReason } from './admin.ts';
import { kommuneId } from './identity.ts';

/** What an administrative act was. Closed: a kind that nobody can filter for would be lost in the protocol. */
export const actKinds = [
  'policy.changed',
  'register.changed',
  'model.approved',
  'model.withdrawn',
  'budget.changed',
  'limits.changed',
  'allocation.changed',
  'report.exported',
  'person.exported',
  'person.erased',
  'retention.run',
  'audit.pruned',
  'store.restored',
  'collection.changed',
  'collection.removed',
  'document.changed',
  'document.removed',
  'import.started',
  'faq.decided',
  'synonyms.changed',
  'library.changed',
  'library.submitted',
  'library.approved',
  'library.returned',
  'library.withdrawn',
  'agent.refused',
] as const;
export const actKind = z.enum(actKinds);
export type ActKind = z.infer<typeof actKind>;

/** What the kinds are called where the protocol is read. */
export const actLabels: Readonly<Record<ActKind, string>> = {
  'policy.changed': 'Regeln geändert',
  'register.changed': 'Modellregister geändert',
  'model.approved': 'Modell freigegeben',
  'model.withdrawn': 'Freigabe eines Modells zurückgenommen',
  'budget.changed': 'Budget geändert',
  'limits.changed': 'Grenzen geändert',
  'allocation.changed': 'Kostenverteilung geändert',
  'report.exported': 'Bericht ausgegeben',
  'person.exported': 'Auskunft über eine Person gegeben',
  'person.erased': 'Daten einer Person gelöscht',
  'retention.run': 'Nach Ablauf der Aufbewahrung gelöscht',
  'audit.pruned': 'Protokoll nach Ablauf der Aufbewahrung gekürzt',
  'store.restored': 'Datenbank aus einer Sicherung wiederhergestellt',
  'collection.changed': 'Sammlung angelegt oder geändert',
  'collection.removed': 'Sammlung gelöscht',
  'document.changed': 'Dokument geändert',
  'document.removed': 'Dokument gelöscht',
  'import.started': 'Import von Dokumenten begonnen',
  'faq.decided': 'Über einen FAQ-Eintrag entschieden',
  'synonyms.changed': 'Wörterbuch geändert',
  'library.changed': 'Bibliothek geändert',
  'library.submitted': 'Zur Freigabe eingereicht',
  'library.approved': 'Für andere freigegeben',
  'library.returned': 'Zur Überarbeitung zurückgegeben',
  'library.withdrawn': 'Aus der Bibliothek zurückgezogen',
  'agent.refused': 'Unerlaubten Zugriff eines Agenten abgewiesen',
};

/** Why an act was done, in the words of who did it; stands in the protocol, which is kept for years. */
export const reason = changeReason;

/** Details of an act: small values with short names. */
export const actDetails = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type ActDetails = z.infer<typeof actDetails>;

/** Length of a chain and the hash of its last line: whoever keeps one can later tell whether the chain was cut or rewritten. */
export const auditHead = z.object({
  /** Null is the chain of the Verbund. */
  kommune: z.nullable(kommuneId),
  length: z.int().check(z.nonnegative()),
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type AuditHead = z.infer<typeof auditHead>;

/** A line of the protocol. */
export const auditLine = z.object({
  sequence: z.int(),
  /** ISO 8601, UTC. */
  at: z.string(),
  actor: z.discriminatedUnion('kind', [
    /** The name is empty where it has been erased. */
    z.object({ kind: z.literal('person'), pseudonym: z.string(), name: z.string() }),
    z.object({ kind: z.enum(['operator', 'job']) }),
  ]),
  kind: z.string(),
  subject: z.string(),
  details: actDetails,
  reason: z.string(),
  hash: z.string(),
});
export type AuditLine = z.infer<typeof auditLine>;

/** Lines of one page. */
export const MAX_AUDIT_PAGE = 200;

/** `GET /api/admin/audit/:kommune` and `/api/admin/audit/verbund`: the newest first. */
export const auditPage = z.object({
  version: z.number(),
  lines: z.array(auditLine),
  /** What to give as `before` for the next page; null at the end. */
  next: z.nullable(z.int()),
});
export type AuditPage = z.infer<typeof auditPage>;

/** What the query of these routes may say. */
export const auditQuery = z.object({
  before: z.optional(z.coerce.number().check(z.int(), z.positive())),
  limit: z._default(z.coerce.number().check(z.int(), z.positive(), z.maximum(MAX_AUDIT_PAGE)), 50),
  kind: z.optional(actKind),
  /** From this moment on, and before that one. */
  from: z.optional(z.iso.datetime()),
  to: z.optional(z.iso.datetime()),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** What can be wrong with a chain. */
export const auditFaults = ['missing', 'changed', 'surplus', 'head', 'checkpoint', 'expected'] as const;
export type AuditFault = (typeof auditFaults)[number];

/** `GET /api/admin/audit/:kommune/verify` */
export const auditVerdict = z.object({
  version: z.number(),
  verdict: z.discriminatedUnion('state', [
    z.object({ state: z.literal('intact'), head: auditHead }),
    /** `sequence`: the first line that fails. */
    z.object({ state: z.literal('broken'), sequence: z.int(), why: z.enum(auditFaults) }),
  ]),
});
export type AuditVerdict = z.infer<typeof auditVerdict>['verdict'];
