-- The index of the search: which term stands in which section, and how heavily.

-- Sums over a collection. Whoever changes its index locks this row first, so that two imports never wait for each other.
create table search_collection (
  collection uuid primary key references collection on delete cascade,
  kommune text,
  sections integer not null default 0,
  words bigint not null default 0
);
--> statement-breakpoint
-- In how many sections of a collection a term stands, by how heavily it does there (see search/key.ts). Counted for each
-- collection, so that nobody's results depend on what others have.
create table term_count (
  id integer primary key generated always as identity,
  kommune text,
  collection uuid not null references collection on delete cascade,
  term text collate "C" not null,
  -- Finds words that differ in their first half.
  reversed text collate "C" generated always as (reverse(term)) stored,
  level_0 integer not null default 0,
  level_1 integer not null default 0,
  level_2 integer not null default 0,
  level_3 integer not null default 0,
  unique (collection, term)
) with (fillfactor = 70);
--> statement-breakpoint
create index term_count_reversed on term_count (collection, reversed);
--> statement-breakpoint
-- The operators of arrays are not leakproof, so behind row-level security the index over `keys` would never be used: the
-- ordinary role has no right to this table, and functions that ask for the scope themselves read and write it. It does not
-- refer to section, whose rows go one by one: the rows of a version go at once, and with them their counts.
create table section_index (
  section bigint primary key,
  kommune text,
  collection uuid not null,
  version uuid not null references document_version on delete cascade,
  -- One for each term: four times its id in term_count, and how heavily it stands here (0 to 3); ascending.
  keys integer[] not null,
  -- How often it stands in title, headings and text, packed, in the same order.
  counts smallint[] not null,
  words integer not null
);
--> statement-breakpoint
create index section_index_version on section_index (version);
--> statement-breakpoint
create index section_index_collection on section_index (collection, section);
--> statement-breakpoint
create index section_index_keys on section_index using gin (keys) with (fastupdate = off);
--> statement-breakpoint
do $$
declare
  name text;
begin
  foreach name in array array['search_collection', 'term_count']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy readable on %I for select using (kommune is null or may_see(kommune))', name);
    execute format('create policy own on %I using (may_see(kommune)) with check (may_see(kommune))', name);
    execute format('grant select, insert, update, delete on %I to amtsfeder', name);
  end loop;
end
$$;
--> statement-breakpoint
-- Enters sections of one version into the index; their terms are counted by the caller. Each text is an array.
create function index_sections(
  p_version uuid, p_sections bigint[], p_keys text[], p_counts text[], p_words integer[]
) returns integer language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_entered integer;
begin
  insert into section_index (section, kommune, collection, version, keys, counts, words)
  select s.id, v.kommune, v.collection, v.id, n.keys::integer[], n.counts::smallint[], n.words
  from unnest(p_sections, p_keys, p_counts, p_words) n (section, keys, counts, words)
    join section s on s.id = n.section and s.version = p_version
    join document_version v on v.id = s.version
  where may_see(v.kommune);
  get diagnostics v_entered = row_count;
  return v_entered;
end $$;
--> statement-breakpoint
-- Takes sections of a version out of the index, all of them where none are named. Where the version is deleted, its rows
-- go by themselves.
create function unindex_sections(p_version uuid, p_sections bigint[]) returns void
language sql security definer set search_path = amtsfeder, pg_temp as $$
  delete from section_index where version = p_version and may_see(kommune)
    and (p_sections is null or section = any (p_sections));
$$;
--> statement-breakpoint
-- What leaves the index leaves the counts, and terms that stand nowhere any more are forgotten.
create function uncount_sections() returns trigger
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_ids integer[];
begin
  -- With a whole collection its counts go too.
  perform from search_collection
    where collection in (select g.collection from gone g) order by collection for update;
  if not found then return null; end if;
  with lost as (
    select k >> 2 as id, count(*) filter (where k & 3 = 0)::integer as l0, count(*) filter (where k & 3 = 1)::integer as l1,
      count(*) filter (where k & 3 = 2)::integer as l2, count(*) filter (where k & 3 = 3)::integer as l3
    from gone g, unnest(g.keys) k group by k >> 2
  ), less as (
    update term_count t set level_0 = t.level_0 - l0, level_1 = t.level_1 - l1, level_2 = t.level_2 - l2,
      level_3 = t.level_3 - l3
    from lost where t.id = lost.id
    returning t.id, t.level_0 + t.level_1 + t.level_2 + t.level_3 as rest
  )
  select array_agg(id) into v_ids from less where rest <= 0;
  delete from term_count where id = any (v_ids);
  update search_collection c set sections = c.sections - g.sections, words = c.words - g.words
    from (select collection, count(*) as sections, sum(words) as words from gone group by collection) g
    where c.collection = g.collection;
  return null;
end $$;
--> statement-breakpoint
create trigger uncount after delete on section_index referencing old table as gone
  for each statement execute function uncount_sections();
--> statement-breakpoint
-- The sections that bear the given keys most heavily, of what the scope may read, is ready and counts on the day.
-- p_common: keys that too many sections have; of those the first sections of each collection are looked through.
-- Each step is a statement of its own, so that no step is planned for more rows than it has.
create function find_sections(
  p_collections uuid[], p_keys integer[], p_weights integer[], p_common integer[], p_kinds text[], p_on date, p_old boolean,
  p_limit integer
) returns table (
  section bigint, version uuid, document uuid, collection uuid, name text, title text, kind text, valid_from date,
  valid_to date, over boolean, old boolean, path text[], body text, page_first integer, page_last integer, words integer,
  keys text, counts text
) language plpgsql stable security definer set search_path = amtsfeder, pg_temp
  -- Without statistics the planner may think that reading everything is quicker; and planning takes as long as finding.
  set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  v_today date := berlin_day(now());
  v_day date := coalesce(p_on, v_today);
  v_all boolean := is_verbund();
  v_own text := nullif(current_setting('amtsfeder.kommune', true), '');
  v_collections uuid[];
  v_sections bigint[];
  v_versions uuid[];
  v_counting uuid[];
  v_best bigint[];
  v_take integer := 2 * p_limit;
begin
  v_collections := array(
    select c.id from collection c where c.id = any (p_collections) and (c.kommune is null or may_see(c.kommune))
      and c.removed_at is null and c.valid_from <= v_day and coalesce(c.valid_to, 'infinity') >= v_day
  );
  select array_agg(f.section order by f.score desc, f.section), array_agg(f.version order by f.score desc, f.section)
  into v_sections, v_versions
  from (
    select i.section, i.version, sum(k.weight) as score
    from unnest(p_keys, p_weights) k (key, weight) join section_index i on i.keys && array[k.key]
    where i.collection = any (v_collections) and (i.kommune is null or i.kommune = v_own or v_all)
    group by i.section
  ) f;
  if cardinality(p_common) > 0 then
    select coalesce(v_sections, '{}') || array_agg(f.section order by f.section),
      coalesce(v_versions, '{}') || array_agg(f.version order by f.section)
    into v_sections, v_versions
    from unnest(v_collections) c (id), lateral (
      select s.* from section_index s where s.collection = c.id order by s.section limit 10000
    ) f
    where f.keys && p_common and (f.kommune is null or f.kommune = v_own or v_all)
      and f.section <> all (coalesce(v_sections, '{}'));
  end if;
  -- Mostly nearly all of them count, so the first few are looked at first.
  loop
    v_counting := array(
      select v.id from (select distinct u.id from unnest(v_versions[:v_take]) u (id)) u
        join document_version v on v.id = u.id join collection c on c.id = v.collection join document d on d.id = v.document
      where v.ready and v.valid_from <= v_day and d.removed_at is null and (p_kinds is null or d.kind = any (p_kinds))
        and (v.valid_to is null or (v.valid_to >= v_day or p_old) and v.valid_to + c.keep_old_days >= v_today)
    );
    v_best := array(
      select u.section from unnest(v_sections[:v_take], v_versions[:v_take]) with ordinality u (section, version, place)
        join unnest(v_counting) a (id) on a.id = u.version
      order by u.place limit p_limit
    );
    exit when cardinality(v_best) >= p_limit or v_take >= coalesce(cardinality(v_sections), 0);
    v_take := cardinality(v_sections);
  end loop;
  return query
  select s.id, v.id, d.id, s.collection, d.name, v.title, d.kind, v.valid_from, v.valid_to,
    coalesce(v.valid_to < v_day, false), coalesce(v.valid_to < v_today, false), s.path, s.text, s.page_first, s.page_last,
    i.words, i.keys::text, i.counts::text
  from unnest(v_best) b (id) join section s on s.id = b.id join section_index i on i.section = b.id
    join document_version v on v.id = i.version join document d on d.id = v.document;
end $$;
--> statement-breakpoint
revoke execute on function index_sections(uuid, bigint[], text[], text[], integer[]), unindex_sections(uuid, bigint[]),
  uncount_sections(), find_sections(uuid[], integer[], integer[], integer[], text[], date, boolean, integer) from public;
--> statement-breakpoint
grant execute on function index_sections(uuid, bigint[], text[], text[], integer[]), unindex_sections(uuid, bigint[]),
  find_sections(uuid[], integer[], integer[], integer[], text[], date, boolean, integer) to amtsfeder;
