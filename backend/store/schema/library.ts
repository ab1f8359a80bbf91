import {
  boolean,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
/** Null: of the Verbund. */
const kommune = () => text();
const changedAt = () => timestamp('changed_at', { withTimezone: true }).notNull().defaultNow();

export const libraryItemTable = pgTable('library_item', {
  id: uuid().primaryKey(),
  kommune: kommune(),
  kind: text().notNull(),
  copiedFrom: text('copied_from'),
  copiedNumber: integer('copied_number'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

export const libraryVersionTable = pgTable(
  'library_version',
  {
    item: uuid().notNull(),
    number: integer().notNull(),
    kommune: kommune(),
    state: text().notNull(),
    revision: integer().notNull().default(1),
    changedAt: changedAt(),
    /** As in the protocol: pseudonyms. */
    author: text().notNull(),
    authors: text().array().notNull(),
    approver: text(),
    reason: text().notNull(),
    screening: jsonb(),
    suspected: text().array().notNull().default([]),
    examples: jsonb(),
    reviewOn: date('review_on'),
    content: jsonb().notNull(),
    file: bytea(),
  },
  (table) => [primaryKey({ columns: [table.item, table.number] })],
);

/** Shipped agents that somebody withdrew or brought back. */
export const libraryShippedTable = pgTable('library_shipped', {
  id: uuid().primaryKey().defaultRandom(),
  kommune: kommune(),
  agent: text().notNull(),
  withdrawn: boolean().notNull(),
  revision: integer().notNull().default(1),
  changedAt: changedAt(),
  actor: text().notNull(),
  reason: text().notNull(),
});

export const libraryFavouriteTable = pgTable(
  'library_favourite',
  { kommune: text().notNull(), person: text().notNull(), item: text().notNull() },
  (table) => [primaryKey({ columns: [table.kommune, table.person, table.item] })],
);

export const libraryPromptTable = pgTable('library_prompt', {
  id: uuid().primaryKey(),
  kommune: text().notNull(),
  person: text().notNull(),
  content: bytea().notNull(),
  changedAt: changedAt(),
});

export const libraryUseTable = pgTable(
  'library_use',
  { kommune: text().notNull(), month: date().notNull(), item: text().notNull(), uses: integer().notNull() },
  (table) => [primaryKey({ columns: [table.kommune, table.month, table.item] })],
);

export const libraryHeadTable = pgTable(
  'library_head',
  {
    kommune: text().notNull(),
    month: date().notNull(),
    item: text().notNull(),
    pseudonym: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kommune, table.month, table.item, table.pseudonym] })],
);
