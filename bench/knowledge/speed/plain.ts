import type { OpenStore } from '../../../backend/store/open.ts';

const AT_ONCE = 2_000;

/**
 * What others do: PostgreSQL's own German analysis, any word of the question, `ts_rank_cd` (BärGPT's way). It stands in a
 * table of its own without row-level security, so it is asked at its best.
 */
export async function makePlain(store: OpenStore): Promise<void> {
  await store.query(
    `drop table if exists public.bench_plain; create table public.bench_plain (id bigint primary key, words tsvector)`,
  );
  for (let from = 0; ; from += AT_ONCE) {
    const { rows } = await store.query(
      `begin; set local amtsfeder.scope to 'verbund'; set local search_path to amtsfeder, public;
       insert into public.bench_plain select id, to_tsvector('german', array_to_string(path, ' ') || ' ' || text)
         from section where id > ${from} and id <= ${from + AT_ONCE};
       select max(id)::integer as last from section; commit`,
    );
    if (from + AT_ONCE >= Number(rows[0]?.last ?? 0)) break;
  }
  await store.query('create index on public.bench_plain using gin (words); analyze public.bench_plain');
}

/** @returns ids of the ten best sections */
export async function searchPlain(store: OpenStore, question: string): Promise<number[]> {
  const words = question.match(/[\p{L}\p{N}]+/gu) ?? [];
  const { rows } = await store.query(
    `select id from public.bench_plain, to_tsquery('german', $1) q where words @@ q
     order by ts_rank_cd(words, q) desc, id limit 10`,
    [words.join(' | ')],
  );
  return rows.map(({ id }) => Number(id));
}
