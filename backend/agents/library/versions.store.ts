import { randomUUID } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { ExampleReport } from '../../../contract/agents/example.ts';
import type {
  HighRiskUse,
  LibraryContent,
  Screening,
  VersionState,
} from '../../../contract/agents/library.ts';
import type { ActKind, ActDetails } from '../../../contract/audit.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import { type Actor, actorKey } from '../../audit/actor.ts';
import { recordAct } from '../../audit/audit.store.ts';
import { VERBUND } from '../../audit/chain.ts';
import { libraryItemTable, libraryVersionTable } from '../../store/schema/library.ts';
import type { Db } from '../../store/store.ts';
import { headOf } from './content.ts';
import { LibraryError } from './errors.ts';
import type { Item } from './item.ts';
import { columnsOf } from './items.store.ts';

/** Who does something in the library, and why. */
export interface Doing {
  actor: Actor;
  reason: string;
}
type Of = Pick<Item, 'id' | 'kommune' | 'kind'>;

/** Months after its approval at which something is looked at again that names no day itself. */
const REVIEW_MONTHS = 12;

/**
 * Begins something with a draft, and tells the protocol.
 * @param db in the scope of `scopeOf`
 * @returns its id
 */
export async function beginItem(
  db: Db,
  made: { kommune: KommuneId | null; content: LibraryContent; copiedFrom: Item['copiedFrom'] },
  doing: Doing,
): Promise<string> {
  const { kommune, content, copiedFrom } = made;
  const item: Of = { id: randomUUID(), kommune, kind: content.kind };
  await db.insert(libraryItemTable).values({
    ...item,
    copiedFrom: copiedFrom?.id ?? null,
    copiedNumber: copiedFrom?.number ?? null,
  });
  await addDraft(db, item, 1, content, doing);
  return item.id;
}

/**
 * Changes the draft, or begins one after what was approved or withdrawn; what was handed in is a draft again.
 * @param db in the scope of `scopeOf`
 * @param revision of the newest version, as it was read
 * @throws LibraryError `conflict` where somebody else was faster, `not_found`
 */
export async function saveDraft(
  db: Db,
  item: Of,
  { revision, content }: { revision: number; content: LibraryContent },
  doing: Doing,
): Promise<void> {
  if (content.kind !== item.kind) throw new LibraryError('conflict');
  const newest = await lockNewest(db, item);
  if (newest.revision !== revision) throw new LibraryError('conflict');
  if (!isOpen(newest)) {
    await addDraft(db, item, newest.number + 1, content, doing);
    return;
  }
  const details = { number: newest.number, revision: revision + 1 };
  const author = await record(db, item, 'library.changed', details, doing);
  const { content: kept, file } = columnsOf(content);
  await change(db, item, newest.number, {
    state: 'draft',
    author,
    // Whose name is erased is known to nobody any more: whoever saves it answers for it from here on.
    authors: sql`array_append(array_remove(array(select a from unnest(authors) a join audit_actor p
      on p.kommune = ${item.kommune ?? VERBUND} and p.pseudonym = a), ${author}), ${author})`,
    approver: null,
    reason: doing.reason,
    screening: null,
    suspected: [],
    examples: null,
    reviewOn: headOf(content).reviewOn,
    content: kept,
    file,
  });
}

/**
 * Gives a draft up; an item that has nothing else is gone with it.
 * @param db in the scope of `scopeOf`
 * @throws LibraryError `conflict`, `not_found`
 */
export async function dropDraft(db: Db, item: Of, revision: number, doing: Doing): Promise<void> {
  const newest = await lockNewest(db, item);
  if (newest.revision !== revision || !isOpen(newest)) throw new LibraryError('conflict');
  await db.execute(
    newest.number === 1
      ? sql`delete from library_item where id = ${item.id}`
      : sql`delete from library_version where item = ${item.id} and number = ${newest.number}`,
  );
  await record(db, item, 'library.changed', { number: newest.number, dropped: true }, doing);
}

/** What goes with a draft that is handed in. */
export interface HandedIn {
  revision: number;
  screening: Screening;
  suspected: HighRiskUse[];
  examples: ExampleReport[] | null;
}

/**
 * Hands the draft in. Whoever does so has answered for it and may not approve it either.
 * @param db in the scope of `scopeOf`
 * @throws LibraryError `conflict`, `not_found`
 */
export async function submitDraft(db: Db, item: Of, handed: HandedIn, doing: Doing): Promise<void> {
  const { revision, screening, suspected, examples } = handed;
  const newest = await lockNewest(db, item);
  if (newest.revision !== revision || newest.state !== 'draft') throw new LibraryError('conflict');
  const details = {
    number: newest.number,
    uses: screening.uses.join(' '),
    suspected: suspected.join(' '),
    checkedByPerson: screening.checkedByPerson,
  };
  const by = await record(db, item, 'library.submitted', details, doing);
  await change(db, item, newest.number, {
    state: 'submitted',
    authors: sql`array_append(array_remove(authors, ${by}), ${by})`,
    reason: doing.reason,
    screening,
    suspected,
    examples,
  });
}

/**
 * Approves what was handed in, in the place of what was approved before, or sends it back.
 * @param db in the scope of `scopeOf`
 * @param guarded whether it is approved as a use that only the Datenschutz decides about
 * @throws LibraryError `conflict`, `not_found`; `same_person` where the actor wrote at it or handed it in, or somebody did
 *   whose name is erased, so that nobody can tell
 */
export async function decideVersion(
  db: Db,
  item: Of,
  { revision, decision, guarded }: { revision: number; decision: 'approve' | 'return'; guarded: boolean },
  doing: Doing,
): Promise<void> {
  const newest = await lockNewest(db, item);
  if (newest.revision !== revision || newest.state !== 'submitted') throw new LibraryError('conflict');
  const details = { number: newest.number, highRisk: guarded };
  if (decision === 'return') {
    await record(db, item, 'library.returned', details, doing);
    await change(db, item, newest.number, { state: 'draft', reason: doing.reason });
    return;
  }
  if (await wroteAt(db, item, newest.number, doing.actor)) throw new LibraryError('same_person');
  const approver = await record(db, item, 'library.approved', details, doing);
  await db.execute(sql`update library_version set state = 'replaced', revision = revision + 1
    where item = ${item.id} and state = 'approved'`);
  await change(db, item, newest.number, {
    state: 'approved',
    approver,
    reason: doing.reason,
    reviewOn: sql`coalesce(review_on, (berlin_day(now()) + make_interval(months => ${REVIEW_MONTHS}))::date)`,
  });
}

/**
 * Takes what is approved away from all who use it.
 * @param db in the scope of `scopeOf`
 * @throws LibraryError `not_found`; `conflict` where nothing is approved
 */
export async function withdrawItem(db: Db, item: Of, doing: Doing): Promise<void> {
  await lockNewest(db, item);
  const { rows } = await db.execute<{ number: number }>(
    sql`select number from library_version where item = ${item.id} and state = 'approved'`,
  );
  const [approved] = rows;
  if (approved === undefined) throw new LibraryError('conflict');
  await record(db, item, 'library.withdrawn', { number: approved.number }, doing);
  await change(db, item, approved.number, { state: 'withdrawn', reason: doing.reason });
}

interface Newest extends Record<string, unknown> {
  number: number;
  state: VersionState;
  revision: number;
}

function isOpen({ state }: Newest): boolean {
  return state === 'draft' || state === 'submitted';
}

/** Locks an item until the transaction ends. */
async function lockNewest(db: Db, { id }: Of): Promise<Newest> {
  await db.execute(sql`select from library_item where id = ${id} for update`);
  const { rows } = await db.execute<Newest>(sql`
    select number, state, revision from library_version where item = ${id} order by number desc limit 1`);
  const [newest] = rows;
  if (newest === undefined) throw new LibraryError('not_found');
  return newest;
}

async function addDraft(
  db: Db,
  item: Of,
  number: number,
  content: LibraryContent,
  doing: Doing,
): Promise<void> {
  const author = await record(db, item, 'library.changed', { number, revision: 1 }, doing);
  await db.insert(libraryVersionTable).values({
    item: item.id,
    number,
    kommune: item.kommune,
    state: 'draft',
    author,
    authors: [author],
    reason: doing.reason,
    reviewOn: headOf(content).reviewOn,
    ...columnsOf(content),
  });
}

type Change = Partial<Record<keyof typeof libraryVersionTable.$inferInsert, unknown>>;

async function change(db: Db, { id }: Of, number: number, columns: Change): Promise<void> {
  await db
    .update(libraryVersionTable)
    .set({ ...columns, revision: sql`revision + 1`, changedAt: sql`now()` } as { state: SQL })
    .where(sql`item = ${id} and number = ${number}`);
}

/** Whether the actor wrote at a version or handed it in, as far as that can be told; in doubt it counts. */
async function wroteAt(db: Db, { id, kommune }: Of, number: number, actor: Actor): Promise<boolean> {
  const key = actor.kind === 'person' ? actorKey(actor.id) : '';
  const { rows } = await db.execute<{ wrote: boolean }>(sql`
    select coalesce(bool_or(p.person is null or p.person = ${key}), true) as wrote
    from library_version v cross join unnest(v.authors) a
    left join audit_actor p on p.kommune = ${kommune ?? VERBUND} and p.pseudonym = a
    where v.item = ${id} and v.number = ${number}`);
  return rows[0]?.wrote ?? true;
}

/** @returns what stands for the actor in the protocol */
async function record(
  db: Db,
  { id, kommune, kind }: Of,
  act: ActKind,
  details: ActDetails,
  { actor, reason }: Doing,
): Promise<string> {
  const told = { actor, kommune, kind: act, subject: id, details: { of: kind, ...details }, reason };
  return (await recordAct(db, told)).actor;
}
