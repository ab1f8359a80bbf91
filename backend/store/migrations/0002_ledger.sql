-- The account book: calls, what they cost, budgets; head counts without persons; limits of requests.
-- Money in pico-euro: a price in micro-euro per million tokens is one in pico-euro per token, so every sum is exact.
-- The backend reads these tables and changes them only through the functions below, which run as their owner. Where a
-- transaction locks more than its own call it does so in one order: call, budgets by id. So none waits in a circle.

create function berlin_day(moment timestamptz) returns date language sql immutable parallel safe
  return (moment at time zone 'Europe/Berlin')::date;
--> statement-breakpoint
create function period_begins(period text, day date) returns date language sql immutable parallel safe
  return case period
    when 'month' then date_trunc('month', day::timestamp)::date
    when 'year' then date_trunc('year', day::timestamp)::date
    else date '1970-01-01'
  end;
--> statement-breakpoint
create table call (
  id uuid primary key,
  kommune text not null,
  department text not null check (length(department) <= 200),
  task text not null check (task ~ '^[a-z][a-z-]{0,39}$'),
  -- The one that answered; until then the chosen one; empty where none was asked.
  model text not null check (length(model) <= 200),
  at timestamptz not null default now(),
  day date not null default berlin_day(now()),
  duration_ms bigint check (duration_ms >= 0),
  outcome text check (outcome ~ '^[a-z][a-z_]{0,39}$'),
  data_class text check (data_class in ('public', 'internal', 'personal', 'social', 'restricted')),
  suggested_class text check (suggested_class in ('public', 'internal', 'personal', 'social', 'restricted')),
  treatment text check (treatment in ('plain', 'masked', 'refused')),
  state text not null check (state in ('reserved', 'settled', 'lost')),
  -- What it is charged where it gets lost: the chosen model with all tokens that were reserved.
  quoted_input_tokens bigint not null default 0 check (quoted_input_tokens >= 0),
  quoted_output_tokens bigint not null default 0 check (quoted_output_tokens >= 0),
  quoted_input_price bigint check (quoted_input_price >= 0),
  quoted_output_price bigint check (quoted_output_price >= 0),
  lease timestamptz,
  check ((state = 'reserved') = (lease is not null)),
  check ((state = 'settled') = (outcome is not null))
);
--> statement-breakpoint
create index call_kommune_day on call (kommune, day);
--> statement-breakpoint
create index call_open on call (lease) where state = 'reserved';
--> statement-breakpoint
create table charge (
  call uuid not null references call on delete cascade,
  kommune text not null,
  model text not null check (length(model) <= 200),
  input_tokens bigint not null check (input_tokens >= 0),
  output_tokens bigint not null check (output_tokens >= 0),
  estimated boolean not null,
  -- Micro-euro per million tokens at the time of the call; null where no price was known.
  input_price bigint check (input_price >= 0),
  output_price bigint check (output_price >= 0),
  -- Pico-euro.
  cost bigint,
  primary key (call, model),
  check ((input_price is null) = (output_price is null)),
  check (cost is not distinct from input_tokens * input_price + output_tokens * output_price)
);
--> statement-breakpoint
create table budget (
  id uuid primary key default gen_random_uuid(),
  -- Null is the Verbund, or every Fachbereich, or every model.
  kommune text,
  -- Who set it: what the Verbund set the Kommune cannot change.
  owner text not null check (owner in ('verbund', 'kommune')),
  department text check (department <> '' and length(department) <= 200),
  model text check (model <> '' and length(model) <= 200),
  period text not null check (period in ('month', 'year', 'total')),
  amount_cents bigint not null check (amount_cents between 0 and 100000000000),
  on_exhausted text not null check (on_exhausted in ('stop', 'warn')),
  version integer not null default 1,
  changed timestamptz not null default now(),
  check (kommune is not null or (department is null and owner = 'verbund'))
);
--> statement-breakpoint
create unique index budget_once
  on budget (coalesce(kommune, ''), owner, coalesce(department, ''), coalesce(model, ''), period);
--> statement-breakpoint
-- Pico-euro of one period. Every call rewrites its rows, so that they are given room to stay in their page.
create table budget_state (
  budget uuid not null references budget on delete cascade,
  kommune text,
  begins date not null,
  spent numeric(30) not null default 0 check (spent >= 0),
  reserved numeric(30) not null default 0 check (reserved >= 0),
  primary key (budget, begins)
) with (fillfactor = 30);
--> statement-breakpoint
create table budget_warning (
  budget uuid not null references budget on delete cascade,
  kommune text,
  begins date not null,
  level smallint not null check (level in (80, 100)),
  at timestamptz not null default now(),
  primary key (budget, begins, level)
);
--> statement-breakpoint
-- What an open call holds of a budget.
create table reservation (
  call uuid not null references call on delete cascade,
  budget uuid not null references budget on delete cascade,
  kommune text not null,
  begins date not null,
  amount bigint not null check (amount > 0),
  primary key (call, budget)
);
--> statement-breakpoint
create index reservation_budget on reservation (budget, begins);
--> statement-breakpoint
-- Who used what in a month, as numbers that tell nobody who it was once the salt of the month is gone.
create table head (
  month date not null,
  kommune text not null,
  department text not null,
  task text not null,
  model text not null,
  pseudonym bytea not null,
  primary key (kommune, month, department, task, model, pseudonym)
);
--> statement-breakpoint
create table head_salt (
  month date primary key,
  salt bytea not null check (length(salt) = 32)
);
--> statement-breakpoint
-- Requests of the last minute. Unlogged: after a crash of the database counting may begin anew, and no commit waits for it.
create unlogged table request_window (
  kommune text not null,
  key text not null,
  points integer not null,
  ends timestamptz not null,
  primary key (kommune, key)
);
--> statement-breakpoint
create index request_window_ends on request_window (ends);
--> statement-breakpoint
alter table call enable row level security;
--> statement-breakpoint
alter table call force row level security;
--> statement-breakpoint
create policy own on call using (may_see(kommune)) with check (may_see(kommune));
--> statement-breakpoint
create policy keeper on call to current_user using (true) with check (true);
--> statement-breakpoint
alter table charge enable row level security;
--> statement-breakpoint
alter table charge force row level security;
--> statement-breakpoint
create policy own on charge using (may_see(kommune)) with check (may_see(kommune));
--> statement-breakpoint
create policy keeper on charge to current_user using (true) with check (true);
--> statement-breakpoint
-- Budgets of the Verbund are seen by the Verbund alone: from its total and one's own, the others' could be worked out.
alter table budget enable row level security;
--> statement-breakpoint
alter table budget force row level security;
--> statement-breakpoint
create policy own on budget using (is_verbund() or may_see(kommune)) with check (is_verbund() or may_see(kommune));
--> statement-breakpoint
create policy keeper on budget to current_user using (true) with check (true);
--> statement-breakpoint
alter table budget_state enable row level security;
--> statement-breakpoint
alter table budget_state force row level security;
--> statement-breakpoint
create policy own on budget_state using (is_verbund() or may_see(kommune)) with check (is_verbund() or may_see(kommune));
--> statement-breakpoint
create policy keeper on budget_state to current_user using (true) with check (true);
--> statement-breakpoint
alter table budget_warning enable row level security;
--> statement-breakpoint
alter table budget_warning force row level security;
--> statement-breakpoint
create policy own on budget_warning using (is_verbund() or may_see(kommune)) with check (is_verbund() or may_see(kommune));
--> statement-breakpoint
create policy keeper on budget_warning to current_user using (true) with check (true);
--> statement-breakpoint
alter table reservation enable row level security;
--> statement-breakpoint
alter table reservation force row level security;
--> statement-breakpoint
create policy own on reservation using (may_see(kommune)) with check (may_see(kommune));
--> statement-breakpoint
create policy keeper on reservation to current_user using (true) with check (true);
--> statement-breakpoint
alter table head enable row level security;
--> statement-breakpoint
alter table head force row level security;
--> statement-breakpoint
create policy own on head using (may_see(kommune)) with check (may_see(kommune));
--> statement-breakpoint
create policy keeper on head to current_user using (true) with check (true);
--> statement-breakpoint
alter table request_window enable row level security;
--> statement-breakpoint
alter table request_window force row level security;
--> statement-breakpoint
create policy own on request_window using (may_see(kommune)) with check (may_see(kommune));
--> statement-breakpoint
create policy keeper on request_window to current_user using (true) with check (true);
--> statement-breakpoint
-- Nothing on head_salt: nobody but count_head reads it.
grant select on call, charge, budget, budget_state, budget_warning, reservation, head to amtsfeder;
--> statement-breakpoint
grant select, insert, update, delete on request_window to amtsfeder;
--> statement-breakpoint
-- The functions run as an owner whom row-level security does not bind, so they ask themselves.
create function demand_scope(p_kommune text) returns void language plpgsql stable as $$
begin
  if not (is_verbund() or may_see(p_kommune)) then
    raise insufficient_privilege using message = 'not in the scope of the transaction';
  end if;
end $$;
--> statement-breakpoint
-- Budgets are changed alone, calls go side by side: a new budget begins with what its period has spent, to the pico-euro.
create function share_budgets() returns void language sql as $$
  select pg_advisory_xact_lock_shared(815, 2)
$$;
--> statement-breakpoint
create function hold_budgets() returns void language sql as $$
  select pg_advisory_xact_lock(815, 2)
$$;
--> statement-breakpoint
-- The budgets that watch calls to any of these models.
create function watching(p_kommune text, p_department text, p_models text[], p_day date)
returns table (budget uuid, kommune text, model text, on_exhausted text, amount numeric, begins date)
language sql stable as $$
  select b.id, b.kommune, b.model, b.on_exhausted, b.amount_cents::numeric * 10000000000, period_begins(b.period, p_day)
  from budget b
  where (b.kommune is null or b.kommune = p_kommune)
    and (b.department is null or b.department = p_department)
    and (b.model is null or b.model = any (p_models))
    and cardinality(p_models) > 0
$$;
--> statement-breakpoint
-- Locks what these budgets have spent in the period of the day, and what a call holds of any budget.
create function lock_states(p_call uuid, p_kommune text, p_department text, p_models text[], p_day date)
returns void language plpgsql as $$
begin
  insert into budget_state (budget, kommune, begins)
  select w.budget, w.kommune, w.begins from watching(p_kommune, p_department, p_models, p_day) w
  where not exists (select from budget_state s where s.budget = w.budget and s.begins = w.begins)
  order by w.budget
  on conflict do nothing;
  perform from budget_state s
  where (s.budget, s.begins) in (
    select w.budget, w.begins from watching(p_kommune, p_department, p_models, p_day) w
    union all
    select r.budget, r.begins from reservation r where r.call = p_call
  )
  order by s.budget, s.begins
  for update;
end $$;
--> statement-breakpoint
-- Enters that budgets have reached a level, the first time, and tells which.
create function warn_budgets(p_kommune text, p_department text, p_models text[], p_day date)
returns jsonb language plpgsql as $$
declare
  v_told jsonb;
begin
  with told as (
    insert into budget_warning (budget, kommune, begins, level)
    select w.budget, w.kommune, w.begins, l.level
    from watching(p_kommune, p_department, p_models, p_day) w
    join budget_state s on s.budget = w.budget and s.begins = w.begins
    cross join (values (80), (100)) l (level)
    where s.spent * 100 >= w.amount * l.level
    on conflict do nothing
    returning budget, kommune, level
  )
  select coalesce(jsonb_agg(to_jsonb(told)), '[]') into v_told from told;
  return v_told;
end $$;
--> statement-breakpoint
-- Counts a person once for a month, as a number that needs the month's salt to be made. p_person is a keyed hash already,
-- so that the database never gets to know the person; of a month whose salt is gone nobody is counted any more.
create function count_head(p_day date, p_kommune text, p_department text, p_task text, p_model text, p_person bytea)
returns void language plpgsql as $$
declare
  v_month date := date_trunc('month', p_day::timestamp)::date;
  v_salt bytea;
begin
  select s.salt into v_salt from head_salt s where s.month = v_month;
  if v_salt is null then
    if v_month < date_trunc('month', berlin_day(now())::timestamp)::date then
      return;
    end if;
    -- Another replica that is making one is waited for.
    insert into head_salt values
      (v_month, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
    on conflict do nothing;
    if found then
      -- A backup brings back no salt: with another one its rows would count the same persons a second time.
      delete from head h where h.month = v_month;
    end if;
    select s.salt into strict v_salt from head_salt s where s.month = v_month;
  end if;
  insert into head values
    (v_month, p_kommune, p_department, p_task, p_model, sha256(v_salt || sha256(v_salt || p_person)))
  on conflict do nothing;
end $$;
--> statement-breakpoint
-- Enters a call and reserves the dearest of those models that fit every budget that stops. p_costs: pico-euro that each
-- model may cost, null where its price is not known. Tells `models` that fit, or null where the first does not.
create function open_call(
  p_id uuid, p_kommune text, p_department text, p_task text, p_models text[], p_costs bigint[],
  p_input_tokens bigint, p_output_tokens bigint, p_input_price bigint, p_output_price bigint,
  p_person bytea, p_lease interval
) returns jsonb language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_day date := berlin_day(now());
  v_paid text[];
  v_fit text[];
  v_warnings jsonb := '[]';
begin
  perform demand_scope(p_kommune);
  v_paid := array(select m.model from unnest(p_models, p_costs) m (model, cost) where m.cost is distinct from 0);
  v_fit := p_models;
  if cardinality(v_paid) > 0 then
    perform share_budgets();
    perform lock_states(p_id, p_kommune, p_department, v_paid, v_day);
    v_fit := array(
      select m.model from unnest(p_models, p_costs) with ordinality m (model, cost, place)
      where m.cost is not distinct from 0 or not exists (
        select from watching(p_kommune, p_department, array[m.model], v_day) w
        join budget_state s on s.budget = w.budget and s.begins = w.begins
        where w.on_exhausted = 'stop' and (m.cost is null or s.spent + s.reserved + m.cost > w.amount)
      )
      order by m.place
    );
    if not p_models[1] = any (v_fit) then
      -- Used up, or so nearly that this call did not fit even if all that are being made cost nothing.
      with told as (
        insert into budget_warning (budget, kommune, begins, level)
        select w.budget, w.kommune, w.begins, 100
        from watching(p_kommune, p_department, array[p_models[1]], v_day) w
        join budget_state s on s.budget = w.budget and s.begins = w.begins
        where w.on_exhausted = 'stop' and s.spent * 100 >= w.amount * 80 and s.spent + p_costs[1] > w.amount
        on conflict do nothing
        returning budget, kommune, level
      )
      select coalesce(jsonb_agg(to_jsonb(told)), '[]') into v_warnings from told;
      return jsonb_build_object('models', null, 'warnings', v_warnings);
    end if;
  end if;

  insert into call (id, kommune, department, task, model, state, lease,
    quoted_input_tokens, quoted_output_tokens, quoted_input_price, quoted_output_price)
  values (p_id, p_kommune, p_department, p_task, p_models[1], 'reserved', now() + p_lease,
    p_input_tokens, p_output_tokens, p_input_price, p_output_price);
  if cardinality(v_paid) > 0 then
    insert into reservation (call, budget, kommune, begins, amount)
    select p_id, w.budget, p_kommune, w.begins, max(m.cost)
    from watching(p_kommune, p_department, v_fit, v_day) w
    join unnest(p_models, p_costs) m (model, cost)
      on m.model = any (v_fit) and m.cost > 0 and (w.model is null or w.model = m.model)
    group by w.budget, w.begins;
    update budget_state s set reserved = s.reserved + r.amount
    from reservation r where r.call = p_id and s.budget = r.budget and s.begins = r.begins;
  end if;
  return jsonb_build_object('models', to_jsonb(v_fit), 'warnings', v_warnings);
end $$;
--> statement-breakpoint
-- Gives back what a call holds of budgets.
create function release_call(p_call uuid) returns void language plpgsql as $$
begin
  update budget_state s set reserved = s.reserved - r.amount
  from reservation r where r.call = p_call and s.budget = r.budget and s.begins = r.begins;
  delete from reservation r where r.call = p_call;
end $$;
--> statement-breakpoint
-- Adds what a call cost to its budgets, or takes it out again.
create function count_charges(p_call uuid, p_sign integer) returns void language plpgsql as $$
begin
  update budget_state s set spent = s.spent + p_sign * d.cost
  from (
    select w.budget, w.begins, sum(c.cost) as cost
    from call k
    join charge c on c.call = k.id and c.cost > 0
    cross join lateral watching(k.kommune, k.department, array[c.model], k.day) w
    where k.id = p_call
    group by w.budget, w.begins
  ) d
  where s.budget = d.budget and s.begins = d.begins;
end $$;
--> statement-breakpoint
-- Settles a call with what it did use. Once settled it stays as it is; one that was given up as lost is put right.
-- p_charges: [{model, inputTokens, outputTokens, estimated, inputPrice, outputPrice}]. Tells the warnings that are due.
create function settle_call(
  p_id uuid, p_kommune text, p_model text, p_duration_ms bigint, p_outcome text,
  p_data_class text, p_suggested_class text, p_treatment text, p_charges jsonb, p_person bytea
) returns jsonb language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_call call;
  v_paid text[];
begin
  perform demand_scope(p_kommune);
  perform share_budgets();
  select * into v_call from call k where k.id = p_id and k.kommune = p_kommune for update;
  if not found or v_call.state = 'settled' then
    return '[]';
  end if;
  v_paid := array(
    select c.model
    from jsonb_to_recordset(p_charges) c (
      model text, "inputTokens" bigint, "outputTokens" bigint, "inputPrice" bigint, "outputPrice" bigint
    )
    where c."inputTokens" * c."inputPrice" + c."outputTokens" * c."outputPrice" > 0
    union
    select c.model from charge c where c.call = p_id and c.cost > 0
  );
  perform lock_states(p_id, v_call.kommune, v_call.department, v_paid, v_call.day);
  perform release_call(p_id);
  perform count_charges(p_id, -1);
  delete from charge c where c.call = p_id;
  insert into charge (call, kommune, model, input_tokens, output_tokens, estimated, input_price, output_price, cost)
  select p_id, p_kommune, c.model, c."inputTokens", c."outputTokens", c.estimated, c."inputPrice", c."outputPrice",
    c."inputTokens" * c."inputPrice" + c."outputTokens" * c."outputPrice"
  from jsonb_to_recordset(p_charges) c (
    model text, "inputTokens" bigint, "outputTokens" bigint, estimated boolean, "inputPrice" bigint, "outputPrice" bigint
  );
  perform count_charges(p_id, 1);
  update call k set model = p_model, duration_ms = p_duration_ms, outcome = p_outcome, data_class = p_data_class,
    suggested_class = p_suggested_class, treatment = p_treatment, state = 'settled', lease = null
  where k.id = p_id;
  -- Not before: a cell must not count a person whose call is in another one after all.
  perform count_head(v_call.day, p_kommune, v_call.department, v_call.task, p_model, p_person);
  return warn_budgets(v_call.kommune, v_call.department, v_paid, v_call.day);
end $$;
--> statement-breakpoint
-- Enters a call that no model was asked for.
create function refuse_call(
  p_id uuid, p_kommune text, p_department text, p_task text, p_model text, p_duration_ms bigint, p_outcome text,
  p_data_class text, p_suggested_class text, p_treatment text, p_person bytea
) returns void language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
begin
  perform demand_scope(p_kommune);
  insert into call (id, kommune, department, task, model, duration_ms, outcome, data_class, suggested_class, treatment, state)
  values (p_id, p_kommune, p_department, p_task, p_model, p_duration_ms, p_outcome, p_data_class, p_suggested_class,
    p_treatment, 'settled')
  on conflict do nothing;
  if found then
    perform count_head(berlin_day(now()), p_kommune, p_department, p_task, p_model, p_person);
  end if;
end $$;
--> statement-breakpoint
-- Takes a call out again whose opening nobody got to know: its model was never asked. Where the opening is still being
-- committed, entering another one under the same id waits for that.
create function discard_call(p_id uuid, p_kommune text) returns void
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
begin
  perform demand_scope(p_kommune);
  perform share_budgets();
  insert into call (id, kommune, department, task, model, state, lease)
  values (p_id, p_kommune, '', 'none', '', 'reserved', now())
  on conflict do nothing;
  perform from call k where k.id = p_id and k.kommune = p_kommune and k.state = 'reserved' for update;
  if found then
    perform lock_states(p_id, p_kommune, '', '{}', current_date);
    perform release_call(p_id);
    delete from call k where k.id = p_id;
  end if;
end $$;
--> statement-breakpoint
create function renew_calls(p_ids uuid[], p_lease interval) returns void
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
begin
  perform demand_scope(null);
  update call k set lease = now() + p_lease where k.id = any (p_ids) and k.state = 'reserved';
end $$;
--> statement-breakpoint
-- Gives up one call whose replica is gone: a model may have been asked, so it is charged what was reserved for the chosen
-- one. Tells the warnings that are due, or null where there is no such call.
create function reap_call() returns jsonb
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_call call;
begin
  perform demand_scope(null);
  perform share_budgets();
  select * into v_call from call k where k.state = 'reserved' and k.lease < now()
  order by k.lease limit 1 for update skip locked;
  if not found then
    return null;
  end if;
  perform lock_states(v_call.id, v_call.kommune, v_call.department, array[v_call.model], v_call.day);
  perform release_call(v_call.id);
  insert into charge (call, kommune, model, input_tokens, output_tokens, estimated, input_price, output_price, cost)
  values (v_call.id, v_call.kommune, v_call.model, v_call.quoted_input_tokens, v_call.quoted_output_tokens, true,
    v_call.quoted_input_price, v_call.quoted_output_price,
    v_call.quoted_input_tokens * v_call.quoted_input_price + v_call.quoted_output_tokens * v_call.quoted_output_price);
  perform count_charges(v_call.id, 1);
  update call k set state = 'lost', lease = null where k.id = v_call.id;
  return warn_budgets(v_call.kommune, v_call.department, array[v_call.model], v_call.day);
end $$;
--> statement-breakpoint
-- Sets a budget, that of the Verbund for a Kommune under its scope. p_expected: the version that was seen, 0 where there was
-- none. Tells `id`, `version` and the amount `before`, or null where somebody was faster.
create function set_budget(
  p_kommune text, p_department text, p_model text, p_period text, p_amount_cents bigint, p_on_exhausted text,
  p_expected integer
) returns jsonb language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_before budget;
  v_after budget;
  v_begins date;
  v_owner text := case when is_verbund() then 'verbund' else 'kommune' end;
begin
  perform demand_scope(p_kommune);
  perform hold_budgets();
  select * into v_before from budget b
  where b.kommune is not distinct from p_kommune and b.owner = v_owner
    and b.department is not distinct from p_department and b.model is not distinct from p_model and b.period = p_period;
  if coalesce(v_before.version, 0) <> p_expected then
    return null;
  end if;
  v_begins := period_begins(p_period, berlin_day(now()));
  if v_before.id is null then
    insert into budget (kommune, owner, department, model, period, amount_cents, on_exhausted)
    values (p_kommune, v_owner, p_department, p_model, p_period, p_amount_cents, p_on_exhausted)
    returning * into v_after;
    -- What the calls that are being made were reserved goes with them, whatever the amount.
    insert into reservation (call, budget, kommune, begins, amount)
    select k.id, v_after.id, k.kommune, period_begins(p_period, k.day), q.cost
    from call k
    cross join lateral (
      select k.quoted_input_tokens * k.quoted_input_price + k.quoted_output_tokens * k.quoted_output_price as cost
    ) q
    where k.state = 'reserved' and q.cost > 0 and (p_kommune is null or k.kommune = p_kommune)
      and (p_department is null or k.department = p_department) and (p_model is null or k.model = p_model);
    insert into budget_state (budget, kommune, begins, spent, reserved)
    select v_after.id, p_kommune, t.begins, sum(t.spent), sum(t.reserved)
    from (
      select v_begins as begins, 0::numeric as spent, 0::numeric as reserved
      union all
      select period_begins(p_period, k.day), c.cost, 0
      from call k join charge c on c.call = k.id
      where c.cost > 0 and (p_kommune is null or k.kommune = p_kommune)
        and (p_department is null or k.department = p_department) and (p_model is null or c.model = p_model)
      union all
      -- Months whose calls were deleted by their time; of a Fachbereich nothing is left of them.
      select period_begins(p_period, m.month), m.cost, 0
      from ledger_month m
      where m.cost > 0 and p_department is null and (p_kommune is null or m.kommune = p_kommune)
        and (p_model is null or m.model = p_model)
      union all
      select r.begins, 0, r.amount from reservation r where r.budget = v_after.id
    ) t
    group by t.begins;
  else
    update budget b
    set amount_cents = p_amount_cents, on_exhausted = p_on_exhausted, version = b.version + 1, changed = now()
    where b.id = v_before.id
    returning * into v_after;
    -- With another amount the levels lie elsewhere.
    delete from budget_warning w using budget_state s
    where w.budget = v_after.id and w.begins = v_begins and s.budget = w.budget and s.begins = w.begins
      and s.spent < v_after.amount_cents::numeric * 100000000 * w.level;
  end if;
  insert into budget_warning (budget, kommune, begins, level)
  select s.budget, s.kommune, s.begins, l.level
  from budget_state s cross join (values (80), (100)) l (level)
  where s.budget = v_after.id and s.begins = v_begins
    and s.spent >= v_after.amount_cents::numeric * 100000000 * l.level
  on conflict do nothing;
  return jsonb_build_object('id', v_after.id, 'version', v_after.version, 'before', v_before.amount_cents);
end $$;
--> statement-breakpoint
-- Takes a budget away. Tells it as it was, or null where it is not there or somebody was faster.
create function remove_budget(p_id uuid, p_kommune text, p_expected integer) returns jsonb
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_before budget;
begin
  perform demand_scope(p_kommune);
  perform hold_budgets();
  delete from budget b
  where b.id = p_id and b.kommune is not distinct from p_kommune and b.version = p_expected
    and (is_verbund() or b.owner = 'kommune')
  returning * into v_before;
  return case when v_before.id is not null then to_jsonb(v_before) end;
end $$;
--> statement-breakpoint
-- Throws away the salts of the months that are over. Tells how many.
create function discard_salts() returns integer
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
declare
  v_count integer;
begin
  perform demand_scope(null);
  delete from head_salt s where s.month < date_trunc('month', berlin_day(now())::timestamp)::date;
  get diagnostics v_count = row_count;
  return v_count;
end $$;
--> statement-breakpoint
-- The rows of a person in the months whose salt is still there: to be told to them, or to be erased.
create function heads_of(p_kommune text, p_person bytea, p_erase boolean) returns setof head
language plpgsql security definer set search_path = amtsfeder, pg_temp as $$
begin
  perform demand_scope(p_kommune);
  if p_erase then
    return query delete from head h using head_salt s
    where h.kommune = p_kommune and h.month = s.month and h.pseudonym = sha256(s.salt || sha256(s.salt || p_person))
    returning h.*;
  else
    return query select h.* from head h join head_salt s on h.month = s.month
    where h.kommune = p_kommune and h.pseudonym = sha256(s.salt || sha256(s.salt || p_person));
  end if;
end $$;
--> statement-breakpoint
do $$
declare
  v_function regprocedure;
begin
  for v_function in
    select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'amtsfeder'::regnamespace and p.proname in (
      'watching', 'lock_states', 'warn_budgets', 'count_head', 'release_call', 'count_charges', 'share_budgets',
      'hold_budgets', 'demand_scope', 'open_call', 'settle_call', 'refuse_call', 'discard_call', 'renew_calls',
      'reap_call', 'set_budget', 'remove_budget', 'discard_salts', 'heads_of'
    )
  loop
    execute format('revoke execute on function %s from public', v_function);
  end loop;
end $$;
--> statement-breakpoint
grant execute on function open_call, settle_call, refuse_call, discard_call, renew_calls, reap_call, set_budget,
  remove_budget, discard_salts, heads_of to amtsfeder;
