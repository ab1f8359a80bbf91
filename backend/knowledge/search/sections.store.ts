import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { type DocumentPart, documentPart } from '../../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { Db } from '../../store/store.ts';
import type { ReadableCollection } from '../collections/collection.ts';

/** Sections of a document that are shown at once. */
const MOST = 40;
/** Of those, before the one that they are shown around. */
const BEFORE = 15;
const LARGEST = 2_147_483_647;

/** Where in a document to begin: around one of its sections, or at a number. */
export type Place = { around: number } | { from: number };

interface Row extends Record<string, unknown> {
  part: unknown;
}

/**
 * Sections of a version of a document.
 * @param db in the scope of the person's Kommune
 * @param version any text; what is no id leads nowhere
 * @param collections that the person may read
 * @returns null where there is no such version or section, it is not for this person, or its time is over
 */
export async function partOfDocument(
  db: Db,
  version: string,
  place: Place,
  collections: readonly ReadableCollection[],
): Promise<DocumentPart | null> {
  if (!z.uuid().safeParse(version).success || collections.length === 0) return null;
  const given = 'around' in place ? place.around : place.from;
  if (!Number.isSafeInteger(given) || given < 0 || ('from' in place && given > LARGEST)) return null;
  const start =
    'around' in place
      ? sql`(select greatest(0, s.number - ${BEFORE}) from section s where s.version = v.id and s.id = ${given})`
      : sql`${given}::integer`;
  const { rows } = await db.execute<Row>(
    sql`select jsonb_build_object(
          'collection', v.collection,
          'document', jsonb_build_object('id', d.id, 'version', v.id, 'name', d.name, 'title', v.title, 'kind', d.kind,
            'validFrom', v.valid_from, 'validTo', v.valid_to, 'old', coalesce(v.valid_to < berlin_day(now()), false)),
          'format', case when exists (select from original_piece p where p.version = v.id) then v.format end,
          'total', v.sections,
          'sections', (select coalesce(jsonb_agg(jsonb_build_object('section', s.id, 'number', s.number, 'path', s.path,
            'text', s.text, 'pages', case when s.page_first is not null then
              jsonb_build_object('first', s.page_first, 'last', coalesce(s.page_last, s.page_first)) end) order by s.number), '[]')
            from section s where s.version = v.id and s.number >= f.start and s.number < f.start + ${MOST})
        ) as part
        from document_version v join document d on d.id = v.document join collection c on c.id = v.collection,
          lateral (select ${start} as start) f
        where v.id = ${version}::uuid and v.ready and d.removed_at is null and c.removed_at is null and f.start is not null
          and v.collection = any(${sql.param(collections.map(({ id }) => id))}::uuid[])
          and (v.valid_to is null or v.valid_to + c.keep_old_days >= berlin_day(now()))`,
  );
  const stored = z.looseObject({ collection: z.string() }).safeParse(rows[0]?.part);
  const collection = collections.find(({ id }) => id === stored.data?.collection);
  if (stored.data === undefined || collection === undefined) return null;
  return documentPart.parse({
    ...stored.data,
    version: CONTRACT_VERSION,
    collection: { id: collection.id, name: collection.name, verbund: collection.verbund },
  });
}
