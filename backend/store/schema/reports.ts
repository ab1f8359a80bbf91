import { integer, jsonb, numeric, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** What reports tell of a month, made once. */
export const reportMonth = pgTable(
  'report_month',
  {
    kommune: text().notNull(),
    /** `2026-11` */
    month: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** All that is owed. */
    picoEuro: numeric('pico_euro', { precision: 30 }).notNull(),
    cube: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kommune, table.month] })],
);

/** How costs are divided and what they are compared with; the last version counts. */
export const reportPlan = pgTable('report_plan', {
  number: integer().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  actor: text().notNull(),
  reason: text().notNull(),
  plan: jsonb().notNull(),
});
