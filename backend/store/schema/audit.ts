import { bigint, date, numeric, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core';

/** The protocol of administrative acts: only ever added to, each line chained to the one before. */
export const auditLine = pgTable(
  'audit_line',
  {
    /** The chain: a Kommune, or `*` for the Verbund. */
    kommune: text().notNull(),
    sequence: bigint({ mode: 'number' }).notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    actor: text().notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    /** Canonical JSON; text, because `jsonb` would write it anew and the hash is over what stands here. */
    details: text().notNull(),
    reason: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kommune, table.sequence] })],
);

/** Length and last hash of each chain; also the lock under which a line is added. */
export const auditHead = pgTable('audit_head', {
  kommune: text().primaryKey(),
  length: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
});

/** Names of those who act, apart from the lines, so that a name can be erased and the chain stays whole. */
export const auditActor = pgTable(
  'audit_actor',
  {
    /** The chain whose lines name the pseudonym. */
    kommune: text().notNull(),
    pseudonym: text().notNull(),
    /** Key of the person's id. */
    person: text().notNull(),
    name: text().notNull(),
    /** The Kommune the person belongs to. */
    home: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kommune, table.pseudonym] }),
    unique().on(table.kommune, table.person),
  ],
);

/** Up to where a chain has been deleted after the legal time, signed with the key of the house. */
export const auditCheckpoint = pgTable(
  'audit_checkpoint',
  {
    kommune: text().notNull(),
    /** The last line that is gone, and its hash. */
    sequence: bigint({ mode: 'number' }).notNull(),
    hash: text().notNull(),
    signature: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kommune, table.sequence] })],
);

/** What a Kommune used and owed in months whose calls have been deleted. */
export const ledgerMonth = pgTable(
  'ledger_month',
  {
    kommune: text().notNull(),
    /** Its first day. */
    month: date({ mode: 'string' }).notNull(),
    model: text().notNull(),
    calls: bigint({ mode: 'number' }).notNull(),
    inputTokens: numeric('input_tokens', { precision: 30 }).notNull(),
    outputTokens: numeric('output_tokens', { precision: 30 }).notNull(),
    /** Pico-euro. */
    cost: numeric({ precision: 30 }).notNull(),
    /** Charges whose price was not known. */
    unpriced: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.kommune, table.month, table.model] })],
);
