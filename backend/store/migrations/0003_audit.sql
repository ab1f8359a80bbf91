create table audit_line (
  kommune text not null,
  sequence bigint not null,
  at timestamptz not null,
  actor text not null,
  kind text not null,
  subject text not null check (length(subject) <= 1000),
  details text not null check (length(details) <= 20000),
  reason text not null check (length(reason) <= 1000),
  hash text not null,
  primary key (kommune, sequence)
);
--> statement-breakpoint
create index audit_line_kommune_at on audit_line (kommune, at);
--> statement-breakpoint
create table audit_head (
  kommune text primary key,
  length bigint not null,
  hash text not null
);
--> statement-breakpoint
create table audit_actor (
  kommune text not null,
  pseudonym text not null,
  person text not null,
  name text not null check (length(name) <= 1000),
  home text not null,
  primary key (kommune, pseudonym),
  unique (kommune, person)
);
--> statement-breakpoint
create index audit_actor_person on audit_actor (person);
--> statement-breakpoint
create index audit_line_kommune_actor on audit_line (kommune, actor);
--> statement-breakpoint
create table audit_checkpoint (
  kommune text not null,
  sequence bigint not null,
  hash text not null,
  signature text not null,
  primary key (kommune, sequence)
);
--> statement-breakpoint
alter table audit_line enable row level security;
--> statement-breakpoint
alter table audit_line force row level security;
--> statement-breakpoint
create policy own on audit_line using (may_see(kommune)) with check (may_see(kommune));
--> statement-breakpoint
create policy keeper on audit_line to current_user using (true) with check (true);
--> statement-breakpoint
alter table audit_head enable row level security;
--> statement-breakpoint
alter table audit_head force row level security;
--> statement-breakpoint
create policy own on audit_head using (may_see(kommune)) with check (may_see(kommune));
--> statement-breakpoint
create policy keeper on audit_head to current_user using (true) with check (true);
--> statement-breakpoint
alter table audit_actor enable row level security;
--> statement-breakpoint
alter table audit_actor force row level security;
--> statement-breakpoint
create policy own on audit_actor using (may_see(kommune)) with check (may_see(kommune));
--> statement-breakpoint
create policy keeper on audit_actor to current_user using (true) with check (true);
--> statement-breakpoint
alter table audit_checkpoint enable row level security;
--> statement-breakpoint
alter table audit_checkpoint force row level security;
--> statement-breakpoint
create policy own on audit_checkpoint using (may_see(kommune)) with check (may_see(kommune));
--> statement-breakpoint
create policy keeper on audit_checkpoint to current_user using (true) with check (true);
--> statement-breakpoint
-- Adding is all that the backend may do with the protocol; the head moves by the trigger alone.
grant select, insert on audit_line to amtsfeder;
--> statement-breakpoint
grant select on audit_head, audit_checkpoint to amtsfeder;
--> statement-breakpoint
grant select, insert, update (name, home) on audit_actor to amtsfeder;
--> statement-breakpoint
-- Locks a chain until the transaction ends and tells what the next line has to continue. The clock is read under the lock.
create function audit_begin(chain text)
returns table (next_sequence bigint, previous text, at timestamptz)
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  head audit_head;
begin
  -- The owner may be one whom row-level security does not bind.
  if not may_see(chain) then
    raise insufficient_privilege using message = 'this chain is not in the scope of the transaction';
  end if;
  insert into audit_head values (chain, 0, repeat('0', 64)) on conflict do nothing;
  select * into strict head from audit_head h where h.kommune = chain for update;
  return query select head.length + 1, head.hash, clock_timestamp();
end $$;
--> statement-breakpoint
revoke execute on function audit_begin(text) from public;
--> statement-breakpoint
grant execute on function audit_begin(text) to amtsfeder;
--> statement-breakpoint
-- True for the owner who puts a backup back or deletes after the legal time, and says so; never for the backend's role.
create function audit_unlocked() returns boolean
language sql stable as $$
  select coalesce(current_setting('amtsfeder.audit_unlocked', true), '') = 'on' and current_user <> 'amtsfeder'
$$;
--> statement-breakpoint
create function audit_advance() returns trigger
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
begin
  update audit_head set length = new.sequence, hash = new.hash
  where kommune = new.kommune and length = new.sequence - 1;
  if not found then
    raise exception 'a line must continue its chain';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger audit_advance before insert on audit_line
for each row when (not audit_unlocked()) execute function audit_advance();
--> statement-breakpoint
create function audit_refuse() returns trigger
language plpgsql as $$
begin
  raise exception 'the protocol is only ever added to';
end $$;
--> statement-breakpoint
create trigger audit_line_kept before update or delete on audit_line
for each row when (not audit_unlocked()) execute function audit_refuse();
--> statement-breakpoint
create trigger audit_line_not_emptied before truncate on audit_line
for each statement when (not audit_unlocked()) execute function audit_refuse();
--> statement-breakpoint
create trigger audit_head_kept before delete on audit_head
for each row when (not audit_unlocked()) execute function audit_refuse();
--> statement-breakpoint
create trigger audit_head_not_emptied before truncate on audit_head
for each statement when (not audit_unlocked()) execute function audit_refuse();
--> statement-breakpoint
create trigger audit_checkpoint_kept before insert or update or delete on audit_checkpoint
for each row when (not audit_unlocked()) execute function audit_refuse();
--> statement-breakpoint
create trigger audit_checkpoint_not_emptied before truncate on audit_checkpoint
for each statement when (not audit_unlocked()) execute function audit_refuse();
--> statement-breakpoint
-- Deletes the beginning of a chain after its time, and leaves a signed mark from where it goes on. For the owner alone.
create function audit_prune(p_kommune text, p_sequence bigint, p_hash text, p_signature text) returns bigint
language plpgsql set search_path = amtsfeder, pg_temp as $$
declare
  v_deleted bigint;
begin
  if exists (select from audit_checkpoint c where c.kommune = p_kommune and c.sequence >= p_sequence) then
    return 0;
  end if;
  perform from audit_line l
  where l.kommune = p_kommune and l.sequence = p_sequence and l.hash = p_hash and l.at < now() - interval '365 days';
  if not found then
    raise exception 'only a beginning that is older than a year may be deleted';
  end if;
  perform set_config('amtsfeder.audit_unlocked', 'on', true);
  -- Somebody else may be doing the same at this moment.
  insert into audit_checkpoint values (p_kommune, p_sequence, p_hash, p_signature) on conflict do nothing;
  delete from audit_line l where l.kommune = p_kommune and l.sequence <= p_sequence;
  get diagnostics v_deleted = row_count;
  perform set_config('amtsfeder.audit_unlocked', 'off', true);
  return v_deleted;
end $$;
--> statement-breakpoint
revoke execute on function audit_prune(text, bigint, text, text) from public;
--> statement-breakpoint
-- The lines of a person of this Kommune, in whatever chain: to be told to them.
create function audit_acts_of(p_home text, p_person text)
returns table (kommune text, sequence bigint, at timestamptz, kind text, subject text, reason text, name text)
language plpgsql stable security definer set search_path = amtsfeder, pg_temp as $$
begin
  if not may_see(p_home) then
    raise insufficient_privilege using message = 'not in the scope of the transaction';
  end if;
  return query
  select l.kommune, l.sequence, l.at, l.kind, l.subject, l.reason, a.name
  from audit_actor a join audit_line l on l.kommune = a.kommune and l.actor = a.pseudonym
  where a.home = p_home and a.person = p_person
  order by l.at, l.kommune, l.sequence;
end $$;
--> statement-breakpoint
-- Takes the name of a person of this Kommune from all chains: their lines stay, and nobody can tell any more whose they are.
create function audit_forget(p_home text, p_person text) returns bigint
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_count bigint;
begin
  if not may_see(p_home) then
    raise insufficient_privilege using message = 'not in the scope of the transaction';
  end if;
  delete from audit_actor a where a.home = p_home and a.person = p_person;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
--> statement-breakpoint
revoke execute on function audit_acts_of(text, text), audit_forget(text, text) from public;
--> statement-breakpoint
grant execute on function audit_acts_of(text, text), audit_forget(text, text) to amtsfeder;
--> statement-breakpoint
-- What is left of the account book after its time: what a Kommune used and owed in a month, by model.
create table ledger_month (
  kommune text not null,
  month date not null,
  model text not null,
  calls bigint not null,
  input_tokens numeric(30) not null,
  output_tokens numeric(30) not null,
  -- Pico-euro; charges without a known price are counted beside it.
  cost numeric(30) not null,
  unpriced bigint not null,
  primary key (kommune, month, model)
);
--> statement-breakpoint
alter table ledger_month enable row level security;
--> statement-breakpoint
alter table ledger_month force row level security;
--> statement-breakpoint
create policy own on ledger_month using (may_see(kommune)) with check (may_see(kommune));
--> statement-breakpoint
create policy keeper on ledger_month to current_user using (true) with check (true);
--> statement-breakpoint
grant select on ledger_month to amtsfeder;
--> statement-breakpoint
-- The oldest month in the account book of a Kommune, if all of it is older than so many days. A month in which a call is
-- still being made waits for the reaper: none is ever half in the book.
create function ledger_month_due(p_kommune text, p_days integer) returns date
language plpgsql stable security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_month date;
  v_next date;
begin
  if not (is_verbund() or may_see(p_kommune)) then
    raise insufficient_privilege using message = 'not in the scope of the transaction';
  end if;
  select date_trunc('month', least(
    (select min(c.day) from call c where c.kommune = p_kommune),
    (select min(h.month) from head h where h.kommune = p_kommune)
  )::timestamp)::date into v_month;
  v_next := (v_month + interval '1 month')::date;
  if p_days < 90 or v_next > berlin_day(now()) - p_days or exists (
    select from call c
    where c.kommune = p_kommune and c.day >= v_month and c.day < v_next and c.state = 'reserved'
  ) then
    return null;
  end if;
  return v_month;
end $$;
--> statement-breakpoint
-- Puts the sums of that month in the place of its calls and head counts. Tells what was deleted.
create function condense_ledger(p_kommune text, p_days integer)
returns table (calls bigint, charges bigint, heads bigint)
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_month date := ledger_month_due(p_kommune, p_days);
  v_next date := (v_month + interval '1 month')::date;
begin
  if v_month is null then
    return;
  end if;
  insert into ledger_month
  select p_kommune, v_month, u.model, sum(u.calls), sum(u.input_tokens), sum(u.output_tokens), sum(u.cost),
    sum(u.unpriced)
  from (
    select c.model, 1 as calls, 0::bigint as input_tokens, 0::bigint as output_tokens, 0::bigint as cost, 0 as unpriced
    from call c where c.kommune = p_kommune and c.day >= v_month and c.day < v_next
    union all
    select g.model, 0, g.input_tokens, g.output_tokens, coalesce(g.cost, 0), (g.cost is null)::int
    from call c join charge g on g.call = c.id
    where c.kommune = p_kommune and c.day >= v_month and c.day < v_next
  ) u
  group by u.model;
  select count(*) into charges from charge g join call c on c.id = g.call
  where c.kommune = p_kommune and c.day >= v_month and c.day < v_next;
  -- None of them is open, so no budget holds anything for them.
  delete from call c where c.kommune = p_kommune and c.day >= v_month and c.day < v_next;
  get diagnostics calls = row_count;
  delete from head h where h.kommune = p_kommune and h.month = v_month;
  get diagnostics heads = row_count;
  return next;
end $$;
--> statement-breakpoint
-- Deletes what budgets had spent, and the warnings, of periods that ended so many days ago. Null is the Verbund's own.
create function forget_budget_periods(p_kommune text, p_days integer) returns bigint
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_warnings bigint;
  v_states bigint;
begin
  if not (is_verbund() or may_see(p_kommune)) then
    raise insufficient_privilege using message = 'not in the scope of the transaction';
  end if;
  -- One row of `total` begins in 1970 and never ends.
  delete from budget_warning w using budget b
  where b.id = w.budget and w.kommune is not distinct from p_kommune and b.period in ('month', 'year')
    and w.begins + case b.period when 'month' then interval '1 month' else interval '1 year' end
      < berlin_day(now()) - p_days;
  get diagnostics v_warnings = row_count;
  delete from budget_state s using budget b
  where b.id = s.budget and s.kommune is not distinct from p_kommune and b.period in ('month', 'year')
    and s.begins + case b.period when 'month' then interval '1 month' else interval '1 year' end
      < berlin_day(now()) - p_days
    and s.reserved = 0;
  get diagnostics v_states = row_count;
  return v_warnings + v_states;
end $$;
--> statement-breakpoint
revoke execute on function ledger_month_due(text, integer), condense_ledger(text, integer),
  forget_budget_periods(text, integer) from public;
--> statement-breakpoint
grant execute on function ledger_month_due(text, integer), condense_ledger(text, integer),
  forget_budget_periods(text, integer) to amtsfeder;
