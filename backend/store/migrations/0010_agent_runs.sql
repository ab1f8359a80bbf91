-- Runs of agents: what a person began, and what each step came to. Everything that anybody wrote or read is sealed
-- (AES-256-GCM, the key lies outside of the database); in clear stands only what the house needs to carry on and to delete.
create table agent_run (
  id uuid primary key,
  kommune text not null,
  -- A pseudonym for this purpose alone.
  person text not null check (length(person) between 1 and 100),
  -- Of the library; null for a trial of what is not saved.
  agent text check (length(agent) between 1 and 100),
  number integer check (number > 0),
  state text not null check (state in ('running', 'waiting', 'done', 'failed', 'stopped')),
  started_at timestamptz not null default now(),
  -- Days of the policy at its beginning; 0: it goes once it has ended.
  kept_days integer not null check (kept_days >= 0),
  kept_until timestamptz not null,
  -- Counts up with each change, so that another process sees that there was one.
  revision integer not null default 1,
  -- The process that carries it on, and until when nobody else may.
  holder uuid,
  lease timestamptz,
  stop_asked boolean not null default false,
  -- Why it failed, where that belongs to no step.
  fault text check (fault ~ '^[a-z][a-z_]{0,39}$'),
  -- Millionths of a euro that steps cost which are gone or came to nothing.
  spent_micro_euro bigint not null default 0 check (spent_micro_euro >= 0),
  sealed_name bytea not null,
  sealed_terms bytea not null,
  check ((holder is null) = (lease is null)),
  check (holder is null or state = 'running'),
  check ((agent is null) = (number is null))
);
--> statement-breakpoint
create index agent_run_of on agent_run (person, started_at);
--> statement-breakpoint
create index agent_run_over on agent_run (kept_until);
--> statement-breakpoint
create index agent_run_held on agent_run (holder) where holder is not null;
--> statement-breakpoint
create table agent_step (
  run uuid not null references agent_run on delete cascade,
  -- Unique in its run, and the same each time.
  path text not null check (length(path) between 1 and 500),
  kommune text not null,
  -- In the order in which they were begun.
  sequence integer not null,
  state text not null check (state in ('begun', 'waiting', 'done', 'failed')),
  cost_micro_euro bigint not null default 0 check (cost_micro_euro >= 0),
  sealed bytea not null,
  primary key (run, path),
  unique (run, sequence)
);
--> statement-breakpoint
do $$
declare
  name text;
begin
  foreach name in array array['agent_run', 'agent_step']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own on %I using (may_see(kommune)) with check (may_see(kommune))', name);
    execute format('grant select, insert, update, delete on %I to amtsfeder', name);
  end loop;
end
$$;
