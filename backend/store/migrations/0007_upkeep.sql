-- What keeps the knowledge in order: the words of a Kommune, FAQ entries, what was asked in vain, and links that are dead.

-- The dictionary of a Kommune, or of the Verbund for all (kommune null), and how often it was changed.
create table synonym_list (
  id uuid primary key default gen_random_uuid(),
  kommune text,
  revision integer not null check (revision > 0)
);
--> statement-breakpoint
create unique index synonym_list_of on synonym_list (coalesce(kommune, ''));
--> statement-breakpoint
create table synonym (
  id bigint generated always as identity primary key,
  kommune text,
  word text not null check (length(word) between 2 and 80),
  means text[] not null,
  -- Stems of the word, one after the other. A question is looked up by the first one.
  stems text[] not null,
  first_stem text not null
);
--> statement-breakpoint
create index synonym_by_stem on synonym (first_stem);
--> statement-breakpoint
-- Questions with answers that somebody proposed for a collection; nobody keeps who.
create table faq_entry (
  id uuid primary key,
  kommune text,
  collection uuid not null references collection on delete cascade,
  title text not null check (length(title) between 1 and 1000),
  -- See contract/knowledge.ts, `faqEntry`.
  entry jsonb not null,
  state text not null default 'proposed' check (state in ('proposed', 'approved', 'declined')),
  day date not null default berlin_day(now())
);
--> statement-breakpoint
create index faq_entry_of on faq_entry (collection, state);
--> statement-breakpoint
-- Masked questions that found nothing, by day: neither who asked nor when on that day.
create table unanswered (
  kommune text not null,
  -- SHA-256 of its normal text: what tells whether it is the same question.
  key bytea not null check (length(key) = 32),
  day date not null,
  question text not null check (length(question) <= 4000),
  times integer not null default 1 check (times > 0),
  -- Those that were searched.
  collections uuid[] not null,
  primary key (kommune, key, day)
);
--> statement-breakpoint
create index unanswered_day on unanswered (day);
--> statement-breakpoint
-- When a search of a Kommune last led to a section.
create table section_found (
  section bigint not null references section on delete cascade,
  kommune text not null,
  day date not null,
  primary key (section, kommune)
);
--> statement-breakpoint
-- Addresses in texts that no longer answer.
create table dead_link (
  version uuid not null references document_version on delete cascade,
  address text not null check (length(address) <= 2000),
  kommune text,
  since date not null,
  primary key (version, address)
);
--> statement-breakpoint
do $$
declare
  name text;
begin
  foreach name in array array['synonym_list', 'synonym', 'faq_entry', 'unanswered', 'section_found', 'dead_link']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy own on %I using (may_see(kommune)) with check (may_see(kommune))', name);
    execute format('grant select, insert, update, delete on %I to amtsfeder', name);
  end loop;
  -- The words of the Verbund are everybody's; what is proposed to it, or asked in vain, is not.
  foreach name in array array['synonym_list', 'synonym']
  loop
    execute format('create policy readable on %I for select using (kommune is null or may_see(kommune))', name);
  end loop;
end
$$;
