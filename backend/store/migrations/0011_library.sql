-- The library: agents, Vorlagen, Textbausteine and Anweisungen with their versions, and what persons keep of it.
create table library_item (
  id uuid primary key,
  -- Null: of the Verbund, for all its members.
  kommune text,
  kind text not null check (kind in ('agent', 'template', 'textblock', 'prompt')),
  -- A UUID of the Verbund's, or the short name of an agent that is shipped, and the version that was copied.
  copied_from text check (length(copied_from) <= 64),
  copied_number integer,
  created_at timestamptz not null default now(),
  check ((copied_from is null) = (copied_number is null))
);
--> statement-breakpoint
create index library_item_of on library_item (kommune);
--> statement-breakpoint
create table library_version (
  item uuid not null references library_item on delete cascade,
  number integer not null check (number > 0),
  kommune text,
  state text not null check (state in ('draft', 'submitted', 'approved', 'replaced', 'withdrawn')),
  -- Grows with each change, so that nobody overwrites or approves what they have not seen.
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null default now(),
  -- As in the protocol: pseudonyms that lose their names with audit_actor. All who wrote at it may not approve it.
  author text not null,
  authors text[] not null,
  approver text,
  reason text not null check (length(reason) <= 500),
  -- See contract/agents/library.ts; null before it is handed in.
  screening jsonb,
  suspected text[] not null default '{}',
  examples jsonb,
  review_on date,
  content jsonb not null,
  -- The DOCX of a Vorlage, which is not in its content.
  file bytea check (length(file) <= 2097152),
  primary key (item, number)
);
--> statement-breakpoint
create unique index library_version_approved on library_version (item) where state = 'approved';
--> statement-breakpoint
create unique index library_version_open on library_version (item) where state in ('draft', 'submitted');
--> statement-breakpoint
-- Agents that are shipped and were withdrawn, or brought back: by the Verbund for all (kommune null), or by a Kommune.
create table library_shipped (
  id uuid primary key default gen_random_uuid(),
  kommune text,
  agent text not null check (length(agent) <= 64),
  withdrawn boolean not null,
  revision integer not null default 1 check (revision > 0),
  changed_at timestamptz not null default now(),
  actor text not null,
  reason text not null check (length(reason) <= 500)
);
--> statement-breakpoint
create unique index library_shipped_of on library_shipped (coalesce(kommune, ''), agent);
--> statement-breakpoint
create table library_favourite (
  kommune text not null,
  -- A keyed hash.
  person text not null,
  item text not null check (length(item) <= 64),
  primary key (kommune, person, item)
);
--> statement-breakpoint
create table library_prompt (
  id uuid primary key,
  kommune text not null,
  person text not null,
  -- Sealed with a key that only the installation can make.
  content bytea not null,
  changed_at timestamptz not null default now()
);
--> statement-breakpoint
create index library_prompt_of on library_prompt (kommune, person);
--> statement-breakpoint
-- How often something was used in a month, and how many persons they were: see `head`.
create table library_use (
  kommune text not null,
  month date not null,
  item text not null check (length(item) <= 64),
  uses integer not null check (uses > 0),
  primary key (kommune, month, item)
);
--> statement-breakpoint
create table library_head (
  kommune text not null,
  month date not null,
  item text not null check (length(item) <= 64),
  pseudonym bytea not null,
  primary key (kommune, month, item, pseudonym)
);
--> statement-breakpoint
do $$
declare
  name text;
begin
  foreach name in array array['library_item', 'library_version', 'library_shipped', 'library_favourite', 'library_prompt',
    'library_use', 'library_head']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own on %I using (may_see(kommune)) with check (may_see(kommune))', name);
  end loop;
  foreach name in array array['library_use', 'library_head']
  loop
    execute format('create policy keeper on %I to current_user using (true) with check (true)', name);
  end loop;
  foreach name in array array['library_item', 'library_shipped']
  loop
    execute format('create policy readable on %I for select using (kommune is null or may_see(kommune))', name);
  end loop;
end
$$;
--> statement-breakpoint
-- What the Verbund has not approved is nobody else's.
create policy readable on library_version for select
  using (kommune is null and state in ('approved', 'replaced') or may_see(kommune));
--> statement-breakpoint
grant select, insert, update, delete on library_item, library_version, library_shipped, library_favourite, library_prompt
  to amtsfeder;
--> statement-breakpoint
grant select on library_use, library_head to amtsfeder;
--> statement-breakpoint
-- The salt of a month, made where there is none yet; null for a month that is over and has lost it.
create function month_salt(p_month date) returns bytea language plpgsql as $$
declare
  v_salt bytea;
begin
  select s.salt into v_salt from head_salt s where s.month = p_month;
  if v_salt is not null or p_month < date_trunc('month', berlin_day(now())::timestamp)::date then
    return v_salt;
  end if;
  -- Another replica that is making one is waited for.
  insert into head_salt values
    (p_month, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
  on conflict do nothing;
  if found then
    -- A backup brings back no salt: with another one its rows would count the same persons a second time.
    delete from head h where h.month = p_month;
    delete from library_head h where h.month = p_month;
  end if;
  select s.salt into strict v_salt from head_salt s where s.month = p_month;
  return v_salt;
end $$;
--> statement-breakpoint
create or replace function count_head(p_day date, p_kommune text, p_department text, p_task text, p_model text, p_person bytea)
returns void language plpgsql as $$
declare
  v_month date := date_trunc('month', p_day::timestamp)::date;
  v_salt bytea := month_salt(v_month);
begin
  if v_salt is null then return; end if;
  insert into head values
    (v_month, p_kommune, p_department, p_task, p_model, sha256(v_salt || sha256(v_salt || p_person)))
  on conflict do nothing;
end $$;
--> statement-breakpoint
-- Counts a use. p_person is a keyed hash already. What is older than the last full month goes.
create function note_library_use(p_kommune text, p_item text, p_person bytea) returns void
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_month date := date_trunc('month', berlin_day(now())::timestamp)::date;
  v_salt bytea;
begin
  perform demand_scope(p_kommune);
  v_salt := month_salt(v_month);
  insert into library_use values (p_kommune, v_month, p_item, 1)
  on conflict (kommune, month, item) do update set uses = library_use.uses + 1;
  insert into library_head values (p_kommune, v_month, p_item, sha256(v_salt || sha256(v_salt || p_person)))
  on conflict do nothing;
  delete from library_use u where u.kommune = p_kommune and u.month < v_month - interval '1 month';
  delete from library_head h where h.kommune = p_kommune and h.month < v_month - interval '1 month';
end $$;
--> statement-breakpoint
-- The rows of a person in the months whose salt is still there: to be told to them, or to be erased.
create function library_heads_of(p_kommune text, p_person bytea, p_erase boolean) returns setof library_head
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
begin
  perform demand_scope(p_kommune);
  if p_erase then
    return query delete from library_head h using head_salt s
    where h.kommune = p_kommune and h.month = s.month and h.pseudonym = sha256(s.salt || sha256(s.salt || p_person))
    returning h.*;
  else
    return query select h.* from library_head h join head_salt s on h.month = s.month
    where h.kommune = p_kommune and h.pseudonym = sha256(s.salt || sha256(s.salt || p_person));
  end if;
end $$;
--> statement-breakpoint
revoke execute on function month_salt(date), note_library_use(text, text, bytea), library_heads_of(text, bytea, boolean)
  from public;
--> statement-breakpoint
grant execute on function note_library_use(text, text, bytea), library_heads_of(text, bytea, boolean) to amtsfeder;
