import {
  bigint,
  boolean,
  customType,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const agentRun = pgTable('agent_run', {
  id: uuid().primaryKey(),
  kommune: text().notNull(),
  person: text().notNull(),
  /** Null: a trial. */
  agent: text(),
  number: integer(),
  state: text().notNull(),
  startedAt: moment('started_at').notNull().defaultNow(),
  keptDays: integer('kept_days').notNull(),
  keptUntil: moment('kept_until').notNull(),
  revision: integer().notNull().default(1),
  holder: uuid(),
  lease: moment('lease'),
  stopAsked: boolean('stop_asked').notNull().default(false),
  fault: text(),
  spentMicroEuro: bigint('spent_micro_euro', { mode: 'number' }).notNull().default(0),
  sealedName: bytea('sealed_name').notNull(),
  sealedTerms: bytea('sealed_terms').notNull(),
});

export const agentStep = pgTable(
  'agent_step',
  {
    run: uuid().notNull(),
    path: text().notNull(),
    kommune: text().notNull(),
    sequence: integer().notNull(),
    state: text().notNull(),
    costMicroEuro: bigint('cost_micro_euro', { mode: 'number' }).notNull().default(0),
    sealed: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.run, table.path] })],
);
