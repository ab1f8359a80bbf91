import { sql } from 'drizzle-orm';
import type { CollectionCard, CollectionReport } from '../../../contract/knowledge.ts';
import type { Db } from '../../store/store.ts';
import type { Collection, ReadableCollection } from './collection.ts';
import { mayEdit, type Reader } from './rights.ts';

interface Counts {
  documents: number;
  sections: number;
  overdue: number;
}

/**
 * Collections as they are administered.
 * @param person whose rights are told
 */
export async function reportsOf(
  db: Db,
  person: Reader,
  collections: readonly Collection[],
): Promise<CollectionReport[]> {
  const counts = await countsOf(db, collections);
  return collections.map((collection) => {
    const { id, kommune, revision, fields } = collection;
    const { documents, sections, overdue } = counts(id);
    return {
      id,
      kommune,
      revision,
      fields,
      documents,
      sections,
      overdue,
      mayEdit: mayEdit(person, collection),
    };
  });
}

/** Collections as those who search see them. */
export async function cardsOf(db: Db, collections: readonly ReadableCollection[]): Promise<CollectionCard[]> {
  const counts = await countsOf(db, collections);
  return collections.map(({ id, name, description, verbund, dataClass, contact }) => {
    const { documents } = counts(id);
    return { id, name, description, verbund, documents, dataClass, contact };
  });
}

/** What is in collections: documents that are whole, sections that count today, documents whose review is due. */
async function countsOf(db: Db, collections: readonly { id: string }[]): Promise<(id: string) => Counts> {
  const none = { documents: 0, sections: 0, overdue: 0 };
  if (collections.length === 0) return () => none;
  const ids = sql.join(
    collections.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  );
  const { rows } = await db.execute<Counts & { collection: string } & Record<string, unknown>>(sql`
    select v.collection, count(distinct v.document)::integer as documents,
      coalesce(sum(v.sections) filter (where v.valid_from <= berlin_day(now())
        and coalesce(v.valid_to, 'infinity') >= berlin_day(now())), 0)::integer as sections,
      count(distinct v.document) filter (where d.review_on < berlin_day(now()))::integer as overdue
    from document_version v join document d on d.id = v.document
    where v.ready and d.removed_at is null and v.collection in (${ids}) group by v.collection`);
  const byId = new Map(rows.map((row) => [row.collection, row]));
  return (id) => byId.get(id) ?? none;
}
