import { sql } from 'drizzle-orm';
import type { UpkeepReport } from '../../../contract/knowledge.ts';
import type { Db } from '../../store/store.ts';

/** Entries of one list. */
export const MOST_LISTED = 100;
/** Days without a find after which a section is told: a quarter has most of the questions of a year. */
const UNFOUND_DAYS = 90;

type Rows<T> = T & Record<string, unknown>;

/** Versions of documents of collections that count today. */
export const CURRENT = sql`v.ready and v.valid_from <= berlin_day(now())
  and coalesce(v.valid_to, 'infinity') >= berlin_day(now()) and d.removed_at is null`;

/** Documents by the day on which they want to be looked at, those without one by their age. */
export async function reviewsIn(db: Db, collection: string): Promise<UpkeepReport['reviews']> {
  const { rows } = await db.execute<Rows<UpkeepReport['reviews'][number]>>(sql`
    select d.id, d.name, v.title, d.review_on::text as "reviewOn", v.valid_from::text as "validFrom",
      coalesce(d.review_on < berlin_day(now()), false) as overdue
    from document d join lateral (
      select title, valid_from from document_version n where n.document = d.id and n.ready order by number desc limit 1
    ) v on true
    where d.collection = ${collection}::uuid and d.removed_at is null
    order by d.review_on nulls last, v.valid_from, d.id limit ${MOST_LISTED}`);
  return rows;
}

/**
 * Sections that no search has led to for three months, of documents that were there all that time.
 * @param db in the scope of the collection: for one of the Verbund what all Kommunen found counts
 */
export async function neverFoundIn(db: Db, collection: string): Promise<UpkeepReport['neverFound']> {
  const { rows: days } = await db.execute<{ since: string }>(
    sql`select (berlin_day(now()) - ${UNFOUND_DAYS}::integer)::text as since`,
  );
  const since = days[0]?.since ?? '';
  const { rows } = await db.execute<Rows<UpkeepReport['neverFound']['sections'][number]>>(sql`
    select d.id, d.name, v.title, s.id::integer as section, s.path
    from section s join document_version v on v.id = s.version join document d on d.id = v.document
    where s.collection = ${collection}::uuid and ${CURRENT} and berlin_day(v.imported_at) <= ${since}::date
      and not exists (select from section_found f where f.section = s.id and f.day >= ${since}::date)
    order by s.id limit ${MOST_LISTED}`);
  return { since, sections: rows };
}

/** Documents whose source is gone, and addresses in texts that did not answer when they were last tried. */
export async function deadLinksIn(db: Db, collection: string): Promise<UpkeepReport['deadLinks']> {
  const { rows } = await db.execute<Rows<UpkeepReport['deadLinks'][number]>>(sql`
    select d.id, d.name, v.title, l.address, l.since::text as since
    from document d join lateral (
      select id, title from document_version n where n.document = d.id and n.ready order by number desc limit 1
    ) v on true
    join lateral (
      select null as address, d.source_gone as since where d.source_gone is not null
      union all
      select x.address, x.since from dead_link x where x.version = v.id
    ) l on true
    where d.collection = ${collection}::uuid and d.removed_at is null
    order by l.since, d.id, l.address nulls first limit ${MOST_LISTED}`);
  return rows;
}
