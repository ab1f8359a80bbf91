import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const version = {
  /** Counted from 1 without a gap; the last counts. */
  number: integer().notNull(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  /** As in the protocol: a pseudonym, or who acts without a name. */
  actor: text().notNull(),
  reason: text().notNull(),
};

/** What the Verbund decides for all. */
export const verbundPolicyTable = pgTable('verbund_policy', {
  ...version,
  number: integer().primaryKey(),
  value: jsonb().notNull(),
});

/** What a Kommune decides itself. */
export const kommunePolicyTable = pgTable(
  'kommune_policy',
  { kommune: text().notNull(), ...version, value: jsonb().notNull() },
  (table) => [primaryKey({ columns: [table.kommune, table.number] })],
);

/** The models that may be asked; no column has room for a key. */
export const modelRegisterTable = pgTable(
  'model_register',
  { model: text().notNull(), ...version, facts: jsonb().notNull(), approval: jsonb().notNull() },
  (table) => [primaryKey({ columns: [table.model, table.number] })],
);
