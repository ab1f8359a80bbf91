import { bigint, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';

/** Sums over a collection. */
export const searchCollection = pgTable('search_collection', {
  collection: uuid().primaryKey(),
  /** Null: of the Verbund. */
  kommune: text(),
  sections: integer().notNull().default(0),
  words: bigint({ mode: 'number' }).notNull().default(0),
});

/** In how many sections of a collection a term stands, by how heavily it does there. */
export const termCount = pgTable('term_count', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  kommune: text(),
  collection: uuid().notNull(),
  term: text().notNull(),
  reversed: text().generatedAlwaysAs('reverse(term)'),
  level0: integer('level_0').notNull().default(0),
  level1: integer('level_1').notNull().default(0),
  level2: integer('level_2').notNull().default(0),
  level3: integer('level_3').notNull().default(0),
});

/** Reached by functions of the owner alone; see the migration. */
export const sectionIndex = pgTable('section_index', {
  section: bigint({ mode: 'number' }).primaryKey(),
  kommune: text(),
  collection: uuid().notNull(),
  version: uuid().notNull(),
  keys: integer().array().notNull(),
  counts: smallint().array().notNull(),
  words: integer().notNull(),
});
