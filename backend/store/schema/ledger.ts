import {
  bigint,
  boolean,
  customType,
  date,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

const moment = () => timestamp({ withTimezone: true });
const pico = (name: string) => bigint(name, { mode: 'bigint' });
const count = (name: string) => bigint(name, { mode: 'number' });

/** Every call that was or is being made: no person, no content. Written by functions of the database alone. */
export const call = pgTable(
  'call',
  {
    id: uuid().primaryKey(),
    kommune: text().notNull(),
    department: text().notNull(),
    task: text().notNull(),
    /** The one that answered; until then the chosen one; empty where none was asked. */
    model: text().notNull(),
    at: moment().notNull().defaultNow(),
    /** Day of `at` in Germany. */
    day: date()
      .notNull()
      .default(sql`amtsfeder.berlin_day(now())`),
    durationMs: count('duration_ms'),
    outcome: text(),
    dataClass: text('data_class'),
    suggestedClass: text('suggested_class'),
    treatment: text(),
    state: text({ enum: ['reserved', 'settled', 'lost'] }).notNull(),
    /** What it is charged where it gets lost. */
    quotedInputTokens: count('quoted_input_tokens').notNull().default(0),
    quotedOutputTokens: count('quoted_output_tokens').notNull().default(0),
    quotedInputPrice: pico('quoted_input_price'),
    quotedOutputPrice: pico('quoted_output_price'),
    /** Until when its replica has to give a sign; by the clock of the database. */
    lease: moment(),
  },
  (table) => [
    index('call_kommune_day').on(table.kommune, table.day),
    index('call_open')
      .on(table.lease)
      .where(sql`${table.state} = 'reserved'`),
  ],
);

/** What a call used of each model. */
export const charge = pgTable(
  'charge',
  {
    call: uuid()
      .notNull()
      .references(() => call.id, { onDelete: 'cascade' }),
    kommune: text().notNull(),
    model: text().notNull(),
    inputTokens: count('input_tokens').notNull(),
    outputTokens: count('output_tokens').notNull(),
    estimated: boolean().notNull(),
    /** Micro-euro per million tokens at the time of the call; null where no price was known. */
    inputPrice: pico('input_price'),
    outputPrice: pico('output_price'),
    /** Pico-euro (10⁻¹² €). */
    cost: pico('cost'),
  },
  (table) => [primaryKey({ columns: [table.call, table.model] })],
);

/** What may be spent in a period, by a Kommune or by all of them (null). */
export const budget = pgTable(
  'budget',
  {
    id: uuid().primaryKey().defaultRandom(),
    kommune: text(),
    /** Who set it. */
    owner: text({ enum: ['verbund', 'kommune'] }).notNull(),
    department: text(),
    model: text(),
    period: text({ enum: ['month', 'year', 'total'] }).notNull(),
    amountCents: count('amount_cents').notNull(),
    onExhausted: text('on_exhausted', { enum: ['stop', 'warn'] }).notNull(),
    version: integer().notNull().default(1),
    changed: moment().notNull().defaultNow(),
  },
  (table) => [
    // The expressions make a budget without Fachbereich or model as unique as one with them.
    uniqueIndex('budget_once').on(
      sql`coalesce(${table.kommune}, '')`,
      table.owner,
      sql`coalesce(${table.department}, '')`,
      sql`coalesce(${table.model}, '')`,
      table.period,
    ),
  ],
);

/** What a budget has spent in one of its periods, and what is reserved for calls that are being made; pico-euro. */
export const budgetState = pgTable(
  'budget_state',
  {
    budget: uuid()
      .notNull()
      .references(() => budget.id, { onDelete: 'cascade' }),
    kommune: text(),
    /** First day of the period. */
    begins: date().notNull(),
    spent: numeric({ precision: 30, scale: 0 }).notNull().default('0'),
    reserved: numeric({ precision: 30, scale: 0 }).notNull().default('0'),
  },
  (table) => [primaryKey({ columns: [table.budget, table.begins] })],
);

/** That a budget reached 80 or 100 % in a period. */
export const budgetWarning = pgTable(
  'budget_warning',
  {
    budget: uuid()
      .notNull()
      .references(() => budget.id, { onDelete: 'cascade' }),
    kommune: text(),
    begins: date().notNull(),
    level: smallint().notNull(),
    at: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.budget, table.begins, table.level] })],
);

/** What a call that is being made holds of a budget. */
export const reservation = pgTable(
  'reservation',
  {
    call: uuid()
      .notNull()
      .references(() => call.id, { onDelete: 'cascade' }),
    budget: uuid()
      .notNull()
      .references(() => budget.id, { onDelete: 'cascade' }),
    kommune: text().notNull(),
    begins: date().notNull(),
    amount: pico('amount').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.call, table.budget] }),
    index('reservation_budget').on(table.budget, table.begins),
  ],
);

/** Who used what in a month, for counting heads; tells nobody who it was once the salt of the month is gone. */
export const head = pgTable(
  'head',
  {
    month: date().notNull(),
    kommune: text().notNull(),
    department: text().notNull(),
    task: text().notNull(),
    model: text().notNull(),
    pseudonym: bytea().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.kommune, table.month, table.department, table.task, table.model, table.pseudonym],
    }),
  ],
);

/** Read by a function of the database alone, and thrown away when the month is over. */
export const headSalt = pgTable('head_salt', {
  month: date().primaryKey(),
  salt: bytea().notNull(),
});

/** Requests of a person or a Kommune in the running window. */
export const requestWindow = pgTable(
  'request_window',
  {
    kommune: text().notNull(),
    /** A pseudonym, or nobody's: of the Kommune as a whole. */
    key: text().notNull(),
    points: integer().notNull(),
    ends: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.kommune, table.key] }),
    index('request_window_ends').on(table.ends),
  ],
);
