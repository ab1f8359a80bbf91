import { randomUUID } from 'node:crypto';
import { and, asc, count, eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { type FaqEntry, faqEntry, type FaqReport, faqState } from '../../../contract/knowledge.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import type { Actor } from '../../audit/actor.ts';
import { recordAct } from '../../audit/audit.store.ts';
import { RuleError } from '../../policy/errors.ts';
import { faqEntry as faqTable } from '../../store/schema/upkeep.ts';
import type { Db } from '../../store/store.ts';
import { removeDocument } from '../documents/documents.store.ts';
import { enqueueFile } from '../import/enqueue.store.ts';
import { faqMarkdown, faqName, faqTitle } from './markdown.ts';

/** Entries of one list. */
const MOST_LISTED = 200;
/** Proposals that wait for a decision in one collection; more are not taken. */
const MOST_WAITING = 1_000;

type Into = { id: string; kommune: KommuneId | null };

const COLUMNS = {
  id: faqTable.id,
  collection: faqTable.collection,
  title: faqTable.title,
  entry: faqTable.entry,
  state: faqTable.state,
  day: faqTable.day,
};

/**
 * Keeps proposed entries; who proposed them is not kept.
 * @param db in the scope of `scopeOf(into)`
 * @returns how many were kept; 0 where too many wait already
 */
export async function proposeEntries(
  db: Db,
  into: Into,
  title: string,
  entries: readonly FaqEntry[],
): Promise<number> {
  const [waiting] = await db
    .select({ entries: count() })
    .from(faqTable)
    .where(and(eq(faqTable.collection, into.id), eq(faqTable.state, 'proposed')));
  if ((waiting?.entries ?? 0) + entries.length > MOST_WAITING) return 0;
  await db.insert(faqTable).values(
    entries.map((entry) => ({
      id: randomUUID(),
      kommune: into.kommune,
      collection: into.id,
      title: faqTitle(title),
      entry,
      day: sql`berlin_day(now())`,
    })),
  );
  return entries.length;
}

/** Entries of a collection in one state, the oldest first. */
export async function listEntries(
  db: Db,
  collection: string,
  state: FaqReport['state'],
): Promise<FaqReport[]> {
  const rows = await db
    .select(COLUMNS)
    .from(faqTable)
    .where(and(eq(faqTable.collection, collection), eq(faqTable.state, state)))
    .orderBy(asc(faqTable.day), asc(faqTable.title), asc(faqTable.id))
    .limit(MOST_LISTED);
  return rows.map(reportOf);
}

/** The collection of an entry that the scope sees; null where there is none. */
export async function collectionOfEntry(db: Db, id: unknown): Promise<string | null> {
  const named = z.uuid().safeParse(id);
  if (!named.success) return null;
  const [row] = await db
    .select({ collection: faqTable.collection })
    .from(faqTable)
    .where(eq(faqTable.id, named.data));
  return row?.collection ?? null;
}

/**
 * Decides about an entry, and tells the protocol. The document of its FAQ is made anew of the entries that are approved; it
 * goes where none is left. Whoever calls it wakes the importer afterwards.
 * @param db in the scope of `scopeOf(into)`
 * @throws RuleError `not_found`
 */
export async function decideEntry(
  db: Db,
  into: Into,
  id: string,
  { state, entry, actor }: { state: 'approved' | 'declined'; entry: FaqEntry; actor: Actor },
): Promise<FaqReport> {
  const [before] = await db
    .select(COLUMNS)
    .from(faqTable)
    .where(and(eq(faqTable.id, id), eq(faqTable.collection, into.id)))
    .for('update');
  if (before === undefined) throw new RuleError('not_found');
  // Of two decisions about one FAQ the second sees what the first did.
  await db.execute(sql`select pg_advisory_xact_lock(815, hashtext(${`${into.id} ${before.title}`}))`);
  const [row] = await db.update(faqTable).set({ state, entry }).where(eq(faqTable.id, id)).returning(COLUMNS);
  if (row === undefined) throw new RuleError('not_found');
  if (state === 'approved' || before.state === 'approved') await publish(db, into, before.title, actor);
  await recordAct(db, {
    actor,
    kommune: into.kommune,
    kind: 'faq.decided',
    subject: id,
    details: { collection: into.id, state },
    reason: '',
  });
  return reportOf(row);
}

async function publish(db: Db, into: Into, title: string, actor: Actor): Promise<void> {
  const approved = await db
    .select(COLUMNS)
    .from(faqTable)
    .where(and(eq(faqTable.collection, into.id), eq(faqTable.title, title), eq(faqTable.state, 'approved')))
    .orderBy(asc(faqTable.day), asc(faqTable.id));
  if (approved.length === 0) {
    await withdraw(db, into, title, actor);
    return;
  }
  const text = faqMarkdown(
    title,
    approved.map((row) => reportOf(row).entry),
  );
  await enqueueFile(db, into, {
    name: faqName(title),
    kind: 'faq',
    origin: 'faq',
    validFrom: null,
    bytes: Buffer.from(text, 'utf8'),
  });
}

async function withdraw(db: Db, into: Into, title: string, actor: Actor): Promise<void> {
  // What is still on its way must not arrive; whoever reads it notices that its row is gone.
  await db.execute(sql`
    delete from import_file where collection = ${into.id}::uuid and name = ${faqName(title)}
      and state in ('waiting', 'reading')`);
  const { rows } = await db.execute<{ id: string }>(sql`
    select d.id from document d where d.collection = ${into.id}::uuid and d.name = ${faqName(title)}
      and d.removed_at is null and exists (select from document_version v where v.document = d.id and v.ready)`);
  const [document] = rows;
  if (document === undefined) return;
  await removeDocument(db, document.id, { actor, reason: 'Kein FAQ-Eintrag ist mehr freigegeben' });
}

function reportOf(row: {
  id: string;
  collection: string;
  title: string;
  entry: unknown;
  state: string;
  day: string;
}): FaqReport {
  const { id, collection, title, day } = row;
  return {
    id,
    collection,
    title,
    entry: faqEntry.parse(row.entry),
    state: faqState.parse(row.state),
    at: day,
  };
}
