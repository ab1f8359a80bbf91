-- What reports tell of a month, made once and kept as it is: a second making from other rows would tell the difference.
create table report_month (
  kommune text not null,
  month text not null check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  at timestamptz not null default now(),
  -- All that is owed.
  pico_euro numeric(30) not null check (pico_euro >= 0),
  -- Cells of five persons at least; see backend/reports/cube.ts.
  cube jsonb not null,
  primary key (kommune, month)
);
--> statement-breakpoint
-- How costs are divided and what they are compared with. Only ever added to: the last version counts.
create table report_plan (
  number integer primary key check (number > 0),
  at timestamptz not null default now(),
  actor text not null,
  reason text not null check (length(reason) between 10 and 500),
  plan jsonb not null
);
--> statement-breakpoint
alter table report_month enable row level security;
--> statement-breakpoint
alter table report_month force row level security;
--> statement-breakpoint
create policy own on report_month using (may_see(kommune)) with check (may_see(kommune));
--> statement-breakpoint
alter table report_plan enable row level security;
--> statement-breakpoint
alter table report_plan force row level security;
--> statement-breakpoint
create policy readable on report_plan for select using (true);
--> statement-breakpoint
create policy writable on report_plan for insert with check (is_verbund());
--> statement-breakpoint
grant select, insert on report_month, report_plan to amtsfeder;
