-- Internal knowledge. A row whose kommune is null belongs to the Verbund: all its members read it, only the Verbund writes it.
create table collection (
  id uuid primary key,
  kommune text,
  name text not null check (length(name) between 1 and 120),
  revision integer not null default 1 check (revision > 0),
  -- See contract/knowledge.ts, `collectionFields`; what the search filters by stands in columns of its own.
  fields jsonb not null,
  valid_from date not null,
  valid_to date,
  keep_old_days integer not null check (keep_old_days >= 0),
  created_at timestamptz not null default now(),
  -- Since when it is being removed: nobody sees it from then on, while its rows go in steps.
  removed_at timestamptz
);
--> statement-breakpoint
create unique index collection_name on collection (coalesce(kommune, ''), lower(name));
--> statement-breakpoint
create table document (
  id uuid primary key,
  kommune text,
  collection uuid not null references collection on delete cascade,
  -- The file's name with its folders below the imported one: what tells it from others of its collection.
  name text not null check (length(name) between 1 and 1000),
  kind text not null,
  origin text not null,
  -- Where it comes from, for a folder or SharePoint; null for an upload.
  source_address text,
  -- Since when its source is gone.
  source_gone date,
  review_on date,
  revision integer not null default 1 check (revision > 0),
  -- As in collection.
  removed_at timestamptz,
  unique (collection, name)
);
--> statement-breakpoint
create table document_version (
  id uuid primary key,
  kommune text,
  collection uuid not null references collection on delete cascade,
  document uuid not null references document on delete cascade,
  number integer not null check (number > 0),
  title text not null,
  format text not null,
  -- SHA-256 of the file.
  hash bytea not null check (length(hash) = 32),
  bytes bigint not null check (bytes >= 0),
  valid_from date not null,
  -- Its last day; null while nothing replaces it.
  valid_to date,
  imported_at timestamptz not null default now(),
  pages integer,
  sections integer not null default 0,
  notices text[] not null default '{}',
  -- Addresses that stand in its text.
  addresses text[] not null default '{}',
  analyser integer not null,
  -- Nothing is found before all of it is there.
  ready boolean not null default false,
  unique (document, number)
);
--> statement-breakpoint
create index document_version_of on document_version (collection, ready);
--> statement-breakpoint
-- The file as it was, in pieces that a statement can carry.
create table original_piece (
  version uuid not null references document_version on delete cascade,
  piece integer not null check (piece >= 0),
  kommune text,
  data bytea not null,
  primary key (version, piece)
);
--> statement-breakpoint
create table section (
  id bigint generated always as identity primary key,
  kommune text,
  collection uuid not null references collection on delete cascade,
  version uuid not null references document_version on delete cascade,
  -- Its place in the document, from 0.
  number integer not null check (number >= 0),
  path text[] not null,
  text text not null,
  page_first integer,
  page_last integer,
  -- SHA-256 of its normal text, and keys that nearly equal texts have in common.
  same_key bytea not null check (length(same_key) = 32),
  near_keys integer[] not null,
  unique (version, number)
);
--> statement-breakpoint
create index section_same on section (collection, same_key);
--> statement-breakpoint
-- An import, and what becomes of each of its files. The bytes wait here until they are read.
create table import_run (
  id uuid primary key,
  kommune text,
  collection uuid not null references collection on delete cascade,
  origin text not null,
  kind text not null,
  valid_from date not null,
  -- Of the folder that it imports, where there is one.
  source_address text,
  -- open: files are being brought.
  state text not null default 'open' check (state in ('open', 'running', 'done')),
  started_at timestamptz not null default now(),
  -- Until then whoever brings files is believed to go on.
  lease timestamptz not null
);
--> statement-breakpoint
create index import_run_of on import_run (collection, started_at);
--> statement-breakpoint
create index import_run_at on import_run (state, lease) where state <> 'done';
--> statement-breakpoint
create table import_file (
  id bigint generated always as identity primary key,
  run uuid not null references import_run on delete cascade,
  collection uuid not null references collection on delete cascade,
  kommune text,
  name text not null check (length(name) between 1 and 1000),
  source_address text,
  -- SHA-256; null while its bytes are arriving.
  hash bytea check (length(hash) = 32),
  bytes bigint not null check (bytes >= 0),
  state text not null default 'waiting'
    check (state in ('arriving', 'waiting', 'reading', 'added', 'replaced', 'unchanged', 'failed')),
  -- Of the contract's errors, where it failed.
  code text,
  sections integer not null default 0,
  notices text[] not null default '{}',
  -- How often it was taken without anybody telling an end.
  attempts integer not null default 0,
  -- Whoever reads it holds it until then.
  lease timestamptz,
  holder uuid,
  unique (run, name)
);
--> statement-breakpoint
-- A document is read by one at a time, whatever imports name it.
create unique index import_file_reading on import_file (collection, name) where state = 'reading';
--> statement-breakpoint
create index import_file_due on import_file (attempts, id) where state in ('waiting', 'reading');
--> statement-breakpoint
create table import_piece (
  file bigint not null references import_file on delete cascade,
  piece integer not null check (piece >= 0),
  kommune text,
  data bytea not null,
  primary key (file, piece)
);
--> statement-breakpoint
do $$
declare
  name text;
begin
  foreach name in array array['collection', 'document', 'document_version', 'original_piece', 'section',
    'import_run', 'import_file', 'import_piece']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy readable on %I for select using (kommune is null or may_see(kommune))', name);
    execute format('create policy own on %I using (may_see(kommune)) with check (may_see(kommune))', name);
    execute format('grant select, insert, update, delete on %I to amtsfeder', name);
  end loop;
end
$$;
