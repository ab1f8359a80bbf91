-- What the Verbund and each Kommune decide, and which models there are. Only ever added to: the last version counts.
create table verbund_policy (
  number integer primary key check (number > 0),
  at timestamptz not null default now(),
  actor text not null,
  reason text not null check (length(reason) between 10 and 500),
  value jsonb not null
);
--> statement-breakpoint
create table kommune_policy (
  kommune text not null,
  number integer not null check (number > 0),
  at timestamptz not null default now(),
  actor text not null,
  reason text not null check (length(reason) between 10 and 500),
  value jsonb not null,
  primary key (kommune, number)
);
--> statement-breakpoint
create table model_register (
  model text not null check (length(model) between 1 and 64),
  number integer not null check (number > 0),
  at timestamptz not null default now(),
  actor text not null,
  reason text not null check (length(reason) between 10 and 500),
  facts jsonb not null,
  approval jsonb not null,
  primary key (model, number)
);
--> statement-breakpoint
alter table verbund_policy enable row level security;
--> statement-breakpoint
alter table verbund_policy force row level security;
--> statement-breakpoint
create policy readable on verbund_policy for select using (true);
--> statement-breakpoint
create policy writable on verbund_policy for insert with check (is_verbund());
--> statement-breakpoint
alter table kommune_policy enable row level security;
--> statement-breakpoint
alter table kommune_policy force row level security;
--> statement-breakpoint
create policy own on kommune_policy using (may_see(kommune)) with check (may_see(kommune));
--> statement-breakpoint
alter table model_register enable row level security;
--> statement-breakpoint
alter table model_register force row level security;
--> statement-breakpoint
create policy readable on model_register for select using (true);
--> statement-breakpoint
create policy writable on model_register for insert with check (is_verbund());
--> statement-breakpoint
-- Adding is all: a version that could be changed would prove nothing.
grant select, insert on verbund_policy, kommune_policy, model_register to amtsfeder;
