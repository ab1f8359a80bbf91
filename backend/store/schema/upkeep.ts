import {
  bigint,
  customType,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

export const synonymList = pgTable('synonym_list', {
  id: uuid().primaryKey().defaultRandom(),
  /** Null: of the Verbund. */
  kommune: text(),
  revision: integer().notNull(),
});

export const synonym = pgTable('synonym', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  /** Null: of the Verbund. */
  kommune: text(),
  word: text().notNull(),
  means: text().array().notNull(),
  stems: text().array().notNull(),
  firstStem: text('first_stem').notNull(),
});

export const faqEntry = pgTable('faq_entry', {
  id: uuid().primaryKey(),
  /** Null: of the Verbund. */
  kommune: text(),
  collection: uuid().notNull(),
  title: text().notNull(),
  entry: jsonb().notNull(),
  state: text().notNull().default('proposed'),
  day: date().notNull(),
});

export const unanswered = pgTable(
  'unanswered',
  {
    kommune: text().notNull(),
    key: bytea().notNull(),
    day: date().notNull(),
    question: text().notNull(),
    times: integer().notNull().default(1),
    collections: uuid().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kommune, table.key, table.day] })],
);

export const sectionFound = pgTable(
  'section_found',
  {
    section: bigint({ mode: 'number' }).notNull(),
    kommune: text().notNull(),
    day: date().notNull(),
  },
  (table) => [primaryKey({ columns: [table.section, table.kommune] })],
);

export const deadLink = pgTable(
  'dead_link',
  {
    version: uuid().notNull(),
    address: text().notNull(),
    /** Null: of the Verbund. */
    kommune: text(),
    since: date().notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.address] })],
);
