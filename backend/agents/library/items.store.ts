import { type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { exampleReport } from '../../../contract/agents/example.ts';
import {
  type HighRiskUse,
  type LibraryContent,
  libraryContent,
  libraryKind,
  screening,
  versionState,
  type VersionState,
} from '../../../contract/agents/library.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import { actorKey } from '../../audit/actor.ts';
import { VERBUND } from '../../audit/chain.ts';
import type { Person } from '../../identity/person.ts';
import type { Db } from '../../store/store.ts';
import { type Item, itemId, type Version, type VersionMark } from './item.ts';

/** An item as the console lists it. */
export interface ItemRow extends Item {
  name: string;
  /** Of what others see. */
  approved: number | null;
  reviewOn: string | null;
  overdue: boolean;
  /** Approved number of what it was copied from, where that belongs to the Verbund. */
  source: number | null;
  newest: {
    number: number;
    state: VersionState;
    revision: number;
    screening: z.infer<typeof screening> | null;
    suspected: HighRiskUse[];
    /** Whether the person who asks wrote at it, and whether somebody did whose name is erased. */
    byAsker: boolean;
    byUnknown: boolean;
  };
}

/** Name of a version, whatever it holds. */
const nameIn = (content: SQL) => sql`coalesce(${content}->>'name', ${content}->'agent'->>'name')`;
/** All of a content but the examples, which nobody looks for. */
const withoutExamples = (content: SQL) => sql`${content} #- '{agent,examples}'`;

/**
 * The items of one owner, by name, as far as the scope sees a version of theirs.
 * @param kommune null: of the Verbund
 * @param id only this one
 */
export async function itemRows(
  db: Db,
  asker: Pick<Person, 'id'>,
  kommune: KommuneId | null,
  id: string | null = null,
): Promise<ItemRow[]> {
  const { rows } = await db.execute<Record<string, unknown>>(sql`
    select i.id, i.kommune, i.kind, i.copied_from, i.copied_number, n.number, n.state, n.revision, n.screening, n.suspected,
      ${nameIn(sql`n.content`)} as name, a.number as approved, coalesce(a.review_on, n.review_on)::text as review_on,
      coalesce(a.review_on < berlin_day(now()), false) as overdue, s.number as source,
      (select count(*) from audit_actor p where p.kommune = ${kommune ?? VERBUND} and p.pseudonym = any (n.authors))
        < cardinality(n.authors) as by_unknown,
      exists (select from audit_actor p where p.kommune = ${kommune ?? VERBUND} and p.pseudonym = any (n.authors)
        and p.person = ${actorKey(asker.id)}) as by_asker
    from library_item i
    join lateral (select * from library_version v where v.item = i.id order by v.number desc limit 1) n on true
    left join library_version a on a.item = i.id and a.state = 'approved'
    left join library_version s on s.item::text = i.copied_from and s.state = 'approved' and s.kommune is null
    where i.kommune is not distinct from ${kommune} ${id === null ? sql`` : sql`and i.id = ${id}`}
    order by lower(${nameIn(sql`n.content`)}), i.id`);
  return rows.map((row) => rowOf(listed.parse(row)));
}

const listed = z.object({
  id: z.string(),
  kommune: z.nullable(z.string()),
  kind: libraryKind,
  copied_from: z.nullable(z.string()),
  copied_number: z.nullable(z.number()),
  number: z.number(),
  state: versionState,
  revision: z.number(),
  screening: z.nullable(screening),
  suspected: z.array(z.string()),
  name: z.string(),
  approved: z.nullable(z.number()),
  review_on: z.nullable(z.string()),
  overdue: z.boolean(),
  source: z.nullable(z.number()),
  by_unknown: z.boolean(),
  by_asker: z.boolean(),
});

function rowOf(row: z.infer<typeof listed>): ItemRow {
  const { id, kommune, kind, name, approved, overdue, source, number, state, revision } = row;
  return {
    ...{ id, kommune, kind, name, approved, overdue, source },
    copiedFrom: copyOf(row.copied_from, row.copied_number),
    reviewOn: row.review_on,
    newest: {
      ...{ number, state, revision },
      screening: row.screening,
      suspected: row.suspected as HighRiskUse[],
      byAsker: row.by_asker,
      byUnknown: row.by_unknown,
    },
  };
}

/** An item that the scope sees; null for one that it does not see, and for what can be no id at all. */
export async function itemById(db: Db, id: unknown): Promise<Item | null> {
  const named = itemId(id);
  if (named === null) return null;
  const { rows } = await db.execute<Record<string, unknown>>(
    sql`select id, kommune, kind, copied_from, copied_number from library_item where id = ${named}`,
  );
  const [row] = rows;
  if (row === undefined) return null;
  const item = itemRow.parse(row);
  return { ...item, copiedFrom: copyOf(item.copied_from, item.copied_number) };
}

const itemRow = z.pick(listed, {
  id: true,
  kommune: true,
  kind: true,
  copied_from: true,
  copied_number: true,
});

function copyOf(id: string | null, number: number | null): Item['copiedFrom'] {
  return id === null || number === null ? null : { id, number };
}

/** The versions of an item, the newest first, without their contents. */
export async function versionMarks(
  db: Db,
  asker: Pick<Person, 'id'>,
  { id, kommune }: Pick<Item, 'id' | 'kommune'>,
): Promise<VersionMark[]> {
  const { rows } = await db.execute<Record<string, unknown>>(sql`
    select v.number, v.state, v.revision, v.reason, v.screening, v.suspected, v.examples, v.approver is not null as decided,
      to_char(v.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as changed_at,
      coalesce(w.name, '') as author, coalesce(w.person = ${actorKey(asker.id)}, false) as author_self,
      coalesce(p.name, '') as approver, coalesce(p.person = ${actorKey(asker.id)}, false) as approver_self
    from library_version v
    left join audit_actor w on w.kommune = ${kommune ?? VERBUND} and w.pseudonym = v.author
    left join audit_actor p on p.kommune = ${kommune ?? VERBUND} and p.pseudonym = v.approver
    where v.item = ${id} order by v.number desc limit ${MOST_VERSIONS}`);
  return rows.map((row) => {
    const mark = markRow.parse(row);
    const { number, state, revision, reason, examples } = mark;
    return {
      ...{ number, state, revision, reason, examples },
      changedAt: mark.changed_at,
      author: { name: mark.author, self: mark.author_self },
      approver: mark.decided ? { name: mark.approver, self: mark.approver_self } : null,
      screening: mark.screening,
      suspected: mark.suspected as HighRiskUse[],
    };
  });
}

const MOST_VERSIONS = 200;
const markRow = z.object({
  number: z.number(),
  state: versionState,
  revision: z.number(),
  reason: z.string(),
  screening: z.nullable(screening),
  suspected: z.array(z.string()),
  examples: z.nullable(z.array(exampleReport)),
  decided: z.boolean(),
  changed_at: z.string(),
  author: z.string(),
  author_self: z.boolean(),
  approver: z.string(),
  approver_self: z.boolean(),
});

/** A version with its content: the newest that the scope sees, the approved one, or that of a number. */
export async function versionAt(
  db: Db,
  id: string,
  which: 'newest' | 'approved' | number,
): Promise<Version | null> {
  const chosen =
    which === 'newest'
      ? sql``
      : which === 'approved'
        ? sql`and state = 'approved'`
        : sql`and number = ${which}`;
  const { rows } = await db.execute<Record<string, unknown>>(sql`
    select number, state, revision, content, file from library_version where item = ${id} ${chosen}
    order by number desc limit 1`);
  const [row] = rows;
  if (row === undefined) return null;
  const { number, state, revision, content, file } = versionRow.parse(row);
  const read = contentOf(content, file);
  return read === null ? null : { number, state, revision, content: read };
}

const versionRow = z.object({
  number: z.number(),
  state: versionState,
  revision: z.number(),
  content: z.record(z.string(), z.unknown()),
  file: z.nullable(z.instanceof(Uint8Array)),
});

/** What lies in the two columns of a version. */
export function columnsOf(content: LibraryContent): { content: object; file: Uint8Array | null } {
  if (content.kind !== 'template') return { content, file: null };
  const { file, ...rest } = content;
  return { content: rest, file: Buffer.from(file, 'base64') };
}

/** Null for what this version of Amtsfeder does not know: it is as if it were not there. */
function contentOf(content: Record<string, unknown>, file: Uint8Array | null): LibraryContent | null {
  const read = libraryContent.safeParse(
    file === null ? content : { ...content, file: Buffer.from(file).toString('base64') },
  );
  return read.success ? read.data : null;
}

/** Something that those of a Kommune may use; an agent without its examples, a Vorlage without its file. */
export interface ApprovedRow {
  id: string;
  kommune: KommuneId | null;
  number: number;
  reviewOn: string | null;
  content: LibraryContent;
}

/**
 * What is approved, by name; what this version of Amtsfeder can't read any more is left out.
 * @param db in the scope of the Kommune
 * @param kommune null: of the Verbund alone
 */
export async function approvedRows(
  db: Db,
  kommune: KommuneId | null,
  which: { kind?: LibraryContent['kind']; id?: string } = {},
): Promise<ApprovedRow[]> {
  const { kind, id: only } = which;
  const { rows } = await db.execute<Record<string, unknown>>(sql`
    select v.item as id, v.kommune, v.number, v.review_on::text, ${withoutExamples(sql`v.content`)} as content
    from library_version v join library_item i on i.id = v.item
    where v.state = 'approved' and (v.kommune is null or v.kommune = ${kommune})
      ${kind === undefined ? sql`` : sql`and i.kind = ${kind}`} ${only === undefined ? sql`` : sql`and i.id = ${only}`}
    order by lower(${nameIn(sql`v.content`)}), v.item`);
  return rows.flatMap((row) => {
    const { id, kommune: owner, number, review_on: reviewOn, content: kept } = approvedRow.parse(row);
    const content = contentOf(kept, fileFor(kept));
    return content === null ? [] : [{ id, kommune: owner, number, reviewOn, content }];
  });
}

/** The place of a file that is not read. */
function fileFor({ kind }: Record<string, unknown>): Uint8Array | null {
  return kind === 'template' ? new Uint8Array() : null;
}

const approvedRow = z.object({
  id: z.string(),
  kommune: z.nullable(z.string()),
  number: z.number(),
  review_on: z.nullable(z.string()),
  content: z.record(z.string(), z.unknown()),
});
