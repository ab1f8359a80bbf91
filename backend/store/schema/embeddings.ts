import { bigint, pgTable, primaryKey, real, text, uuid } from 'drizzle-orm/pg-core';

/** What a section means, as a model sees it: a vector of unit length. */
export const sectionEmbedding = pgTable(
  'section_embedding',
  {
    section: bigint({ mode: 'number' }).notNull(),
    kommune: text(),
    collection: uuid().notNull(),
    model: text().notNull(),
    vector: real().array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.section, table.model] })],
);
