import { randomUUID } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { KommuneId } from '../../../contract/identity.ts';
import { type CollectionFields, collectionFields } from '../../../contract/knowledge.ts';
import type { Actor } from '../../audit/actor.ts';
import { recordAct } from '../../audit/audit.store.ts';
import { RuleError } from '../../policy/errors.ts';
import { collection } from '../../store/schema/knowledge.ts';
import type { Db } from '../../store/store.ts';
import type { Collection, ReadableCollection } from './collection.ts';
import { mayRead, type Reader } from './rights.ts';

/** Who does something to a collection or to what is in it, and why. */
export interface Doing {
  actor: Actor;
  reason: string;
}

const COLUMNS = {
  id: collection.id,
  kommune: collection.kommune,
  revision: collection.revision,
  fields: collection.fields,
};
const THERE = isNull(collection.removedAt);

/** All that the scope sees, by name. Not for the scope of the Verbund where a person asks: it sees all Kommunen. */
export async function allCollections(db: Db): Promise<Collection[]> {
  const rows = await db.select(COLUMNS).from(collection).where(THERE).orderBy(collection.name, collection.id);
  return rows.map(collectionOf);
}

/**
 * The collections that a person may search and open, as far as they are in force.
 * @param db in the scope of the person's Kommune
 * @param on ISO 8601 calendar date on which they must be; null for today
 */
export async function readableCollections(
  db: Db,
  person: Reader,
  on: string | null = null,
): Promise<ReadableCollection[]> {
  const day = on === null ? sql`berlin_day(now())` : sql`${on}::date`;
  const rows = await db
    .select(COLUMNS)
    .from(collection)
    .where(and(THERE, sql`valid_from <= ${day} and coalesce(valid_to, 'infinity') >= ${day}`))
    .orderBy(collection.name, collection.id);
  return rows
    .map(collectionOf)
    .filter((one) => mayRead(person, one))
    .map(readable);
}

/**
 * A collection that the scope sees; null for one that it does not see, and for what can be no id at all.
 * @param db in the scope of the person's Kommune where a person names it
 */
export async function collectionById(db: Db, id: unknown): Promise<Collection | null> {
  const named = z.uuid().safeParse(id);
  if (!named.success) return null;
  const [row] = await db
    .select(COLUMNS)
    .from(collection)
    .where(and(eq(collection.id, named.data), THERE));
  return row === undefined ? null : collectionOf(row);
}

/**
 * A collection by its name, whatever the case of its letters.
 * @param kommune null: of the Verbund
 */
export async function collectionByName(
  db: Db,
  kommune: KommuneId | null,
  name: string,
): Promise<Collection | null> {
  const [row] = await db
    .select(COLUMNS)
    .from(collection)
    .where(and(THERE, isOwnedBy(kommune), hasName(name)));
  return row === undefined ? null : collectionOf(row);
}

/**
 * Makes a collection, and tells the protocol.
 * @param db in a scope that writes for the Kommune; that of the Verbund for null
 * @throws RuleError `name_taken`
 */
export async function createCollection(
  db: Db,
  { kommune, fields, actor, reason }: Doing & { kommune: KommuneId | null; fields: CollectionFields },
): Promise<Collection> {
  const [row] = await db
    .insert(collection)
    .values({ id: randomUUID(), kommune, fields, ...columnsOf(fields) })
    .onConflictDoNothing()
    .returning(COLUMNS);
  if (row === undefined) throw new RuleError('name_taken');
  await recordChange(db, collectionOf(row), { actor, reason });
  return collectionOf(row);
}

/**
 * Changes what is decided about a collection, and tells the protocol.
 * @param db in the scope of `scopeOf`
 * @param change with the revision that was seen before
 * @throws RuleError `not_found`, `conflict` where somebody else was faster, `name_taken`
 */
export async function changeCollection(
  db: Db,
  id: string,
  { revision, fields, actor, reason }: Doing & { revision: number; fields: CollectionFields },
): Promise<Collection> {
  const before = await locked(db, id);
  if (before.revision !== revision) throw new RuleError('conflict');
  const other = await collectionByName(db, before.kommune, fields.name);
  if (other !== null && other.id !== id) throw new RuleError('name_taken');
  const [row] = await db
    .update(collection)
    .set({ fields, ...columnsOf(fields), revision: revision + 1 })
    .where(eq(collection.id, id))
    .returning(COLUMNS);
  if (row === undefined) throw new RuleError('not_found');
  await recordChange(db, collectionOf(row), { actor, reason });
  return collectionOf(row);
}

/**
 * Takes a collection away with everything in it, and tells the protocol. Nobody sees it from here on; its rows go in steps:
 * see `removal/`.
 * @param db in the scope of `scopeOf`
 * @throws RuleError `not_found`
 */
export async function removeCollection(db: Db, id: string, { actor, reason }: Doing): Promise<void> {
  const { kommune, fields } = await locked(db, id);
  await db
    .update(collection)
    // Its name is free again.
    .set({ removedAt: sql`now()`, name: id })
    .where(eq(collection.id, id));
  await recordAct(db, {
    actor,
    kommune,
    kind: 'collection.removed',
    subject: id,
    details: { name: fields.name },
    reason,
  });
}

async function locked(db: Db, id: string): Promise<Collection> {
  const [row] = await db
    .select(COLUMNS)
    .from(collection)
    .where(and(eq(collection.id, id), THERE))
    .for('update');
  if (row === undefined) throw new RuleError('not_found');
  return collectionOf(row);
}

function recordChange(db: Db, { id, kommune, revision, fields }: Collection, { actor, reason }: Doing) {
  const { name, dataClass, embeddingModel } = fields;
  const details = { name, revision, dataClass, embeddingModel };
  return recordAct(db, { actor, kommune, kind: 'collection.changed', subject: id, details, reason });
}

function isOwnedBy(kommune: KommuneId | null) {
  return kommune === null ? isNull(collection.kommune) : eq(collection.kommune, kommune);
}

function hasName(name: string) {
  return sql`lower(${collection.name}) = lower(${name})`;
}

/** What the search and the jobs ask for, in columns of its own. */
function columnsOf({ name, validFrom, validTo, keepOldDays }: CollectionFields) {
  return { name, validFrom, validTo, keepOldDays };
}

function collectionOf(row: {
  id: string;
  kommune: string | null;
  revision: number;
  fields: unknown;
}): Collection {
  return { ...row, fields: collectionFields.parse(row.fields) };
}

function readable({ id, kommune, fields }: Collection): ReadableCollection {
  const { name, description, dataClass, contact, embeddingModel } = fields;
  return { id, kommune, name, description, verbund: kommune === null, dataClass, contact, embeddingModel };
}
