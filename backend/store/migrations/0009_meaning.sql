-- Sections that an order by meaning names, with what the ranking needs of them: of what the scope may read, is ready and
-- counts on the day, as `find_sections` does.
create function sections_by_id(
  p_collections uuid[], p_sections bigint[], p_kinds text[], p_on date, p_old boolean
) returns table (
  section bigint, version uuid, document uuid, collection uuid, name text, title text, kind text, valid_from date,
  valid_to date, over boolean, old boolean, path text[], body text, page_first integer, page_last integer, words integer,
  keys text, counts text
) language sql stable security definer set search_path = amtsfeder, pg_temp as $$
  select s.id, v.id, d.id, s.collection, d.name, v.title, d.kind, v.valid_from, v.valid_to,
    coalesce(v.valid_to < day.asked, false), coalesce(v.valid_to < day.today, false), s.path, s.text, s.page_first,
    s.page_last, i.words, i.keys::text, i.counts::text
  from (select berlin_day(now()) as today, coalesce(p_on, berlin_day(now())) as asked) day,
    unnest(p_sections) b (id)
    join section s on s.id = b.id and s.collection = any (p_collections)
    join section_index i on i.section = s.id
    join document_version v on v.id = i.version
    join document d on d.id = v.document
    join collection c on c.id = s.collection
  where (c.kommune is null or may_see(c.kommune)) and c.removed_at is null and c.valid_from <= day.asked
    and coalesce(c.valid_to, 'infinity') >= day.asked
    and v.ready and v.valid_from <= day.asked and d.removed_at is null and (p_kinds is null or d.kind = any (p_kinds))
    and (v.valid_to is null or (v.valid_to >= day.asked or p_old) and v.valid_to + c.keep_old_days >= day.today)
$$;
--> statement-breakpoint
revoke execute on function sections_by_id(uuid[], bigint[], text[], date, boolean) from public;
--> statement-breakpoint
grant execute on function sections_by_id(uuid[], bigint[], text[], date, boolean) to amtsfeder;
