import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { KommuneId } from '../../../contract/identity.ts';
import type { UpkeepReport } from '../../../contract/knowledge.ts';
import type { Db } from '../../store/store.ts';
import { lettersOf } from '../analysis/letters.ts';

/**
 * Askings from which on it is told when a question was asked last. We keep nobody who asks, so we cannot count persons; and a
 * masked question may still tell by its words who asked. Of rarer ones therefore neither day nor order is told, and of those
 * of other Kommunen nothing at all.
 */
export const OFTEN = 5;
/** Different questions of a Kommune and day that are kept: whoever floods it fills no disk. */
const MOST_A_DAY = 1_000;
const MOST_TOLD = 100;
const MAX_CHARS = 2_000;
/** Questions that are looked through for words. */
const LOOKED_THROUGH = 2_000;

/** A question that found nothing. */
export interface Unanswered {
  /** With placeholders in the place of everything that was masked. */
  question: string;
  /** Ids of those that were searched. */
  collections: readonly string[];
}

/**
 * Keeps a question that found nothing: its masked words and the day.
 * @param db in the scope of the Kommune
 * @param keptDays `retentionDays.searches` of the policy; with 0 nothing is kept
 */
export async function noteUnanswered(
  db: Db,
  kommune: KommuneId,
  { question, collections }: Unanswered,
  keptDays: number,
): Promise<void> {
  const text = question.trim().slice(0, MAX_CHARS).toWellFormed().replaceAll('\0', '');
  const normal = lettersOf(text).trim();
  if (keptDays <= 0 || normal === '' || collections.length === 0) return;
  const key = createHash('sha256').update(normal).digest();
  await db.execute(sql`
    insert into unanswered (kommune, key, day, question, collections)
    select ${kommune}, ${key}::bytea, berlin_day(now()), ${text}, ${sql.param([...collections])}::uuid[]
    where (select count(*) from unanswered where kommune = ${kommune} and day = berlin_day(now())) < ${MOST_A_DAY}
    on conflict (kommune, key, day) do update set times = unanswered.times + 1,
      collections = array(select distinct unnest(unanswered.collections || excluded.collections))`);
}

/**
 * Questions that found nothing in a collection: those asked often first, the others by their words.
 * @param db in the scope of the Kommune; for a collection of the Verbund in the Verbund's, where rare ones are left out, and
 * those of a single Kommune: their words may tell of its own matters
 */
export async function unansweredIn(
  db: Db,
  collection: { id: string; kommune: KommuneId | null },
): Promise<UpkeepReport['unanswered']> {
  const { rows } = await db.execute<UpkeepReport['unanswered'][number] & Record<string, unknown>>(sql`
    with asked as (
      select min(question) as question, sum(times)::integer as times, max(day) as day,
        count(distinct kommune) as kommunen from unanswered
      where ${collection.id}::uuid = any(collections)
        ${collection.kommune === null ? sql`` : sql`and kommune = ${collection.kommune}`}
      group by key
    )
    select question, times, case when times >= ${OFTEN} then day::text end as last from asked
    ${collection.kommune === null ? sql`where times >= ${OFTEN} and kommunen > 1` : sql``}
    order by case when times >= ${OFTEN} then times else 0 end desc, question collate "C" limit ${MOST_TOLD}`);
  return rows;
}

/** All questions of a Kommune that found nothing, each with how often, for what they have in common. */
export async function unansweredOf(
  db: Db,
  kommune: KommuneId,
): Promise<{ question: string; times: number }[]> {
  const { rows } = await db.execute<{ question: string; times: number }>(sql`
    select min(question) as question, sum(times)::integer as times from unanswered where kommune = ${kommune}
    group by key order by sum(times) desc, min(question) collate "C" limit ${LOOKED_THROUGH}`);
  return rows;
}

/**
 * Deletes questions whose time is over.
 * @param days that they are kept; 0: none is
 * @returns the number of rows
 */
export async function forgetUnanswered(db: Db, kommune: KommuneId, days: number): Promise<number> {
  const { rowCount } = await db.execute(sql`
    delete from unanswered where kommune = ${kommune} and (${days} <= 0 or day < berlin_day(now()) - ${days}::integer)`);
  return rowCount ?? 0;
}
