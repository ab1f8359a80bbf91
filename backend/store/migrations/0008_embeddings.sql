-- Vectors of sections for the search by meaning, each made by one model and of unit length. They go with their section.
create table section_embedding (
  section bigint not null references section on delete cascade,
  kommune text,
  collection uuid not null references collection on delete cascade,
  -- Id of the configured model that made it.
  model text not null,
  vector real[] not null check (cardinality(vector) between 1 and 4096),
  primary key (section, model)
);
--> statement-breakpoint
create index section_embedding_of on section_embedding (collection, model);
--> statement-breakpoint
alter table section_embedding enable row level security;
--> statement-breakpoint
alter table section_embedding force row level security;
--> statement-breakpoint
create policy readable on section_embedding for select using (kommune is null or may_see(kommune));
--> statement-breakpoint
create policy own on section_embedding using (may_see(kommune)) with check (may_see(kommune));
--> statement-breakpoint
grant select, insert, update, delete on section_embedding to amtsfeder;
--> statement-breakpoint
-- Makes the index for the vectors of one model, where the database has pgvector (0.8 or later) or may have it.
-- False: there is none, and vectors are compared one by one.
create function index_vectors(p_model text, p_dimensions integer) returns boolean
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_schema text;
  v_name text := 'section_embedding_' || left(md5(p_model), 16) || '_' || p_dimensions;
begin
  if to_regclass('amtsfeder.' || v_name) is not null then return true; end if;
  -- Its index takes no longer vectors.
  if p_dimensions not between 1 and 2000 then return false; end if;
  if not exists (select from pg_available_extensions where name = 'vector' and default_version >= '0.8') then return false; end if;
  create extension if not exists vector;
  select n.nspname into v_schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'vector';
  execute format(
    'create index %I on section_embedding using hnsw ((vector::%I.vector(%s)) %I.vector_cosine_ops)
       where model = %L and cardinality(vector) = %s',
    v_name, v_schema, p_dimensions, v_schema, p_model, p_dimensions);
  return true;
exception when insufficient_privilege or feature_not_supported or undefined_file or lock_not_available then
  return false;
end $$;
--> statement-breakpoint
-- The sections that are nearest to a vector, of those that the scope sees: row-level security holds here, and orders by an
-- index nevertheless, since it only keeps rows back that the index has found. None where there is no index.
create function nearest_sections(p_model text, p_dimensions integer, p_vector text, p_collections uuid[], p_limit integer)
returns table (section bigint, likeness double precision)
language plpgsql stable set search_path = amtsfeder, pg_temp
  set enable_seqscan = off set enable_sort = off as $$
declare
  v_schema text;
  v_name text := 'section_embedding_' || left(md5(p_model), 16) || '_' || p_dimensions;
begin
  if to_regclass('amtsfeder.' || v_name) is null then return; end if;
  select n.nspname into v_schema from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'vector';
  -- Of what is found first, others' rows fall away: then it goes on looking.
  perform set_config('hnsw.iterative_scan', 'strict_order', true);
  return query execute format(
    'select e.section, 1 - ((e.vector::%1$I.vector(%2$s)) operator(%1$I.<=>) $1::%1$I.vector(%2$s))
     from section_embedding e where e.model = %3$L and cardinality(e.vector) = %2$s and e.collection = any ($2)
     order by (e.vector::%1$I.vector(%2$s)) operator(%1$I.<=>) $1::%1$I.vector(%2$s) limit $3',
    v_schema, p_dimensions, p_model) using p_vector, p_collections, p_limit;
end $$;
