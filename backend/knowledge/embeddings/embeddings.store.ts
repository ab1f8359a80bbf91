import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { dataClass as dataClassOf } from '../../../contract/privacy.ts';
import type { DataClass } from '../../../contract/privacy.ts';
import type { Db } from '../../store/store.ts';

/** A collection whose sections are to have vectors. */
export interface EmbeddedCollection {
  id: string;
  kommune: string | null;
  model: string;
  dataClass: DataClass;
}

/** A section without a vector. */
export interface Unembedded {
  section: number;
  title: string;
  path: readonly string[];
  text: string;
}

export interface SectionVector {
  section: number;
  vector: Float32Array;
}

const fields = z.object({ embeddingModel: z.string(), dataClass: dataClassOf });

/** Collections that name a model, of all that the scope sees. */
export async function embeddedCollections(db: Db): Promise<EmbeddedCollection[]> {
  const { rows } = await db.execute<{ id: string; kommune: string | null; fields: unknown }>(
    sql`select id, kommune, fields from collection
        where removed_at is null and fields->>'embeddingModel' is not null order by id`,
  );
  return rows.map(({ id, kommune, fields: decided }) => {
    const { embeddingModel: model, dataClass } = fields.parse(decided);
    return { id, kommune, model, dataClass };
  });
}

/** The next sections without a vector of the model, of versions that can be found, in the order of their ids. */
export async function unembedded(
  db: Db,
  { id, model }: Pick<EmbeddedCollection, 'id' | 'model'>,
  after: number,
  limit: number,
): Promise<Unembedded[]> {
  const { rows } = await db.execute<{ id: string; title: string; path: string[]; text: string }>(
    sql`select s.id, v.title, s.path, s.text from section s join document_version v on v.id = s.version and v.ready
        where s.collection = ${id} and s.id > ${after}
          and not exists (select from section_embedding e where e.section = s.id and e.model = ${model})
        order by s.id limit ${limit}`,
  );
  return rows.map(({ id: section, ...row }) => ({ ...row, section: Number(section) }));
}

/** Enters vectors; of sections that are gone in the meantime nothing is kept. */
export async function enterVectors(
  db: Db,
  model: string,
  vectors: readonly SectionVector[],
): Promise<number> {
  if (vectors.length === 0) return 0;
  const { rowCount } = await db.execute(
    sql`insert into section_embedding (section, kommune, collection, model, vector)
        select s.id, s.kommune, s.collection, ${model}, n.vector::real[]
        from unnest(${sql.param(vectors.map(({ section }) => section))}::bigint[],
          ${sql.param(vectors.map(({ vector }) => `{${vector.join(',')}}`))}::text[]) n (id, vector)
          join section s on s.id = n.id
        on conflict do nothing`,
  );
  return rowCount ?? 0;
}

/**
 * Takes away vectors that nobody wants any more, since their collection names another model or none.
 * @returns how many; at most `limit` at once
 */
export async function dropUnwanted(db: Db, limit: number): Promise<number> {
  const { rowCount } = await db.execute(
    sql`delete from section_embedding where (section, model) in (
          select e.section, e.model from section_embedding e join collection c on c.id = e.collection
          where c.fields->>'embeddingModel' is distinct from e.model limit ${limit})`,
  );
  return rowCount ?? 0;
}

/** The vectors that a model has made of some sections of some collections, as far as the scope sees them. */
export async function vectorsOf(
  db: Db,
  model: string,
  collections: readonly string[],
  sections: readonly number[],
): Promise<SectionVector[]> {
  const { rows } = await db.execute<{ section: string; vector: string }>(
    sql`select section, vector::text from section_embedding
        where model = ${model} and section = any (${sql.param([...sections])}::bigint[])
          and collection = any (${sql.param([...collections])}::uuid[])`,
  );
  return rows.map(({ section, vector }) => ({
    section: Number(section),
    vector: Float32Array.from(vector.slice(1, -1).split(','), Number),
  }));
}

/**
 * Makes the index over the vectors of a model, where the database can.
 * @returns whether there is one now
 */
export async function indexVectors(db: Db, model: string, dimensions: number): Promise<boolean> {
  const { rows } = await db.execute<{ made: boolean }>(
    sql`select index_vectors(${model}, ${dimensions}::integer) as made`,
  );
  return rows[0]?.made === true;
}

/** The sections nearest to a vector of the model, of those that the scope sees; none where there is no index. */
export async function nearestVectors(
  db: Db,
  model: string,
  vector: Float32Array,
  collections: readonly string[],
  limit: number,
): Promise<{ section: number; likeness: number }[]> {
  const { rows } = await db.execute<{ section: string; likeness: number }>(
    sql`select section, likeness from nearest_sections(${model}, ${vector.length}::integer, ${`[${vector.join(',')}]`},
          ${sql.param([...collections])}::uuid[], ${limit}::integer)`,
  );
  return rows.map(({ section, likeness }) => ({ section: Number(section), likeness: Number(likeness) }));
}
