import {
  bigint,
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

/** What documents are kept together under one rule. */
export const collection = pgTable('collection', {
  id: uuid().primaryKey(),
  kommune: kommune(),
  name: text().notNull(),
  revision: integer().notNull().default(1),
  fields: jsonb().notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to'),
  keepOldDays: integer('keep_old_days').notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  /** Since when it is being removed, unseen by everybody. */
  removedAt: timestamp('removed_at', { withTimezone: true }),
});

export const document = pgTable('document', {
  id: uuid().primaryKey(),
  kommune: kommune(),
  collection: uuid().notNull(),
  name: text().notNull(),
  kind: text().notNull(),
  origin: text().notNull(),
  sourceAddress: text('source_address'),
  sourceGone: date('source_gone'),
  reviewOn: date('review_on'),
  revision: integer().notNull().default(1),
  /** Since when it is being removed, unseen by everybody. */
  removedAt: timestamp('removed_at', { withTimezone: true }),
});

export const documentVersion = pgTable('document_version', {
  id: uuid().primaryKey(),
  kommune: kommune(),
  collection: uuid().notNull(),
  document: uuid().notNull(),
  number: integer().notNull(),
  title: text().notNull(),
  format: text().notNull(),
  hash: bytea().notNull(),
  bytes: bigint({ mode: 'number' }).notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to'),
  importedAt: timestamp('imported_at', { withTimezone: true }).notNull().defaultNow(),
  pages: integer(),
  sections: integer().notNull().default(0),
  notices: text().array().notNull().default([]),
  addresses: text().array().notNull().default([]),
  analyser: integer().notNull(),
  /** Nothing is found before all of it is there. */
  ready: boolean().notNull().default(false),
});

export const originalPiece = pgTable(
  'original_piece',
  {
    version: uuid().notNull(),
    piece: integer().notNull(),
    kommune: kommune(),
    data: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.piece] })],
);

export const section = pgTable('section', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  kommune: kommune(),
  collection: uuid().notNull(),
  version: uuid().notNull(),
  number: integer().notNull(),
  path: text().array().notNull(),
  text: text().notNull(),
  pageFirst: integer('page_first'),
  pageLast: integer('page_last'),
  sameKey: bytea('same_key').notNull(),
  nearKeys: integer('near_keys').array().notNull(),
});

export const importRun = pgTable('import_run', {
  id: uuid().primaryKey(),
  kommune: kommune(),
  collection: uuid().notNull(),
  origin: text().notNull(),
  kind: text().notNull(),
  validFrom: date('valid_from').notNull(),
  sourceAddress: text('source_address'),
  state: text().notNull().default('open'),
  startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
  /** Until then whoever brings files is believed to go on. */
  lease: timestamp({ withTimezone: true }).notNull(),
});

export const importFile = pgTable('import_file', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  run: uuid().notNull(),
  collection: uuid().notNull(),
  kommune: kommune(),
  name: text().notNull(),
  sourceAddress: text('source_address'),
  hash: bytea(),
  bytes: bigint({ mode: 'number' }).notNull(),
  state: text().notNull().default('waiting'),
  code: text(),
  sections: integer().notNull().default(0),
  notices: text().array().notNull().default([]),
  attempts: integer().notNull().default(0),
  lease: timestamp({ withTimezone: true }),
  holder: uuid(),
});

export const importPiece = pgTable(
  'import_piece',
  {
    file: bigint({ mode: 'number' }).notNull(),
    piece: integer().notNull(),
    kommune: kommune(),
    data: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.file, table.piece] })],
);
