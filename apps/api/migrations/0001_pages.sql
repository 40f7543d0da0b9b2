-- People, spaces, pages, revisions, and what is derived from them.
-- Full text is the truth (`content`, `revision`); every table under "derived" can be rebuilt by `stet rebuild`.

-- A human who did something here: the holder of an account, or an author known only from an import.
create table person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  email text,
  user_id text unique,
  role text not null default 'MEMBER' check (role in ('MEMBER', 'ADMIN')),
  created_at timestamptz not null default now()
);
create unique index person_imported_email on person (lower(email)) where user_id is null;

create table space (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  name text not null check (length(name) between 1 and 200),
  description text not null default '',
  visibility text not null check (visibility in ('PUBLIC', 'MEMBERS')),
  default_locale text not null,
  created_at timestamptz not null default now()
);

create table space_role (
  space_id uuid not null references space on delete cascade,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('READER', 'WRITER', 'REVIEWER', 'ADMIN')),
  primary key (space_id, person_id)
);
create index space_role_person on space_role (person_id);

-- Exact bytes of a text, named by their SHA-256. Never updated, never deleted.
create table content (
  hash bytea primary key check (length(hash) = 32),
  markdown text not null,
  size integer not null
);

create table page (
  id uuid primary key,
  space_id uuid not null references space,
  locale text not null,
  path text not null check (length(path) between 1 and 500),
  kind text not null check (kind in ('PAGE', 'GUIDE', 'POST')),
  title text not null,
  description text not null default '',
  tags text[] not null default '{}',
  nav_order double precision,
  translation_of uuid references page,
  head_id uuid not null,
  head_number integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid references person
);
create unique index page_address on page (space_id, locale, path) where deleted_at is null;
create index page_address_prefix on page (space_id, locale, path text_pattern_ops);
create index page_updated on page (space_id, updated_at desc, id desc) where deleted_at is null;
create index page_translation on page (translation_of) where translation_of is not null;

-- Where a page used to live. For ever, unless another page takes the address.
create table redirect (
  space_id uuid not null references space,
  locale text not null,
  path text not null,
  page_id uuid not null references page,
  created_at timestamptz not null default now(),
  primary key (space_id, locale, path)
);
create index redirect_page on redirect (page_id);

create table revision (
  id uuid primary key,
  page_id uuid not null references page deferrable initially deferred,
  number integer not null check (number > 0),
  kind text not null check (kind in ('CREATE', 'EDIT', 'MOVE', 'REVERT', 'RESTORE', 'MERGE')),
  parent_ids uuid[] not null default '{}',
  author_id uuid not null references person,
  created_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  message text not null default '',
  is_minor boolean not null default false,
  title text not null,
  path text not null,
  file_path text not null,
  front_matter jsonb not null default '{}',
  content_hash bytea not null references content,
  size integer not null,
  lines_added integer not null,
  lines_removed integer not null,
  unique (page_id, number)
);
alter table page add constraint page_head foreign key (head_id) references revision deferrable initially deferred;
create index revision_author on revision (author_id, created_at desc, id desc);
create index revision_recent on revision (created_at desc, id desc);

-- Append-only log of everything that happened; whoever follows changes follows this.
-- Readers order by (transaction, position) and stop below the oldest transaction still running,
-- so that a slow transaction is never skipped.
create table change (
  position bigint generated always as identity primary key,
  transaction xid8 not null default pg_current_xact_id(),
  type text not null,
  space_id uuid references space,
  page_id uuid,
  revision_id uuid,
  person_id uuid references person,
  data jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index change_order on change (transaction, position);
create index change_page on change (page_id, position);

-- Stored answers of writes, so that a repeated request has one effect. Kept for 24 hours.
create table idempotency (
  person_id uuid not null references person on delete cascade,
  key text not null check (length(key) between 1 and 200),
  request_hash bytea not null,
  result jsonb not null,
  created_at timestamptz not null default now(),
  primary key (person_id, key)
);
create index idempotency_age on idempotency (created_at);

create table setting (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);

-- Media -------------------------------------------------------------------

create table blob (
  hash bytea primary key check (length(hash) = 32),
  size bigint not null,
  type text not null,
  width integer,
  height integer,
  created_at timestamptz not null default now()
);

create table media (
  id uuid primary key,
  space_id uuid not null references space,
  path text not null check (length(path) between 1 and 500),
  head_number integer not null,
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
create unique index media_address on media (space_id, path) where deleted_at is null;

create table media_version (
  id uuid primary key,
  media_id uuid not null references media,
  number integer not null check (number > 0),
  blob_hash bytea not null references blob,
  author_id uuid not null references person,
  created_at timestamptz not null,
  unique (media_id, number)
);

-- Imports -----------------------------------------------------------------

create table import_source (
  id uuid primary key,
  space_id uuid not null references space,
  kind text not null check (kind in ('GIT')),
  folder text not null default '',
  branch text not null,
  -- The commit the space shows, and the position of the newest commit behind that; null and -1 until an import has finished.
  tip text,
  shown integer not null default -1,
  created_at timestamptz not null default now(),
  unique (space_id, kind, folder, branch)
);

-- A commit that was imported: `raw` is the commit object as git has it, `parents` those that were imported too.
create table import_commit (
  source_id uuid not null references import_source on delete cascade,
  sha text not null,
  position integer not null,
  parents text[] not null,
  raw bytea not null,
  primary key (source_id, sha),
  unique (source_id, position)
);

-- What a commit changed against its first parent. Neither revision nor media version: the file was removed.
-- `blob` is git's name of the bytes.
create table import_entry (
  source_id uuid not null,
  sha text not null,
  file_path text not null,
  page_id uuid references page,
  revision_id uuid references revision,
  media_version_id uuid references media_version,
  mode text not null default '100644',
  blob text not null default '',
  primary key (source_id, sha, file_path),
  foreign key (source_id, sha) references import_commit on delete cascade
);
create index import_entry_revision on import_entry (revision_id);
create index import_entry_page on import_entry (page_id);

create table import_problem (
  source_id uuid not null references import_source on delete cascade,
  sha text not null,
  file_path text not null,
  line integer not null default 0,
  code text not null,
  message text not null,
  primary key (source_id, sha, file_path, line, code)
);

-- Derived -----------------------------------------------------------------

create table revision_html (
  revision_id uuid primary key references revision,
  page_id uuid not null,
  render_version integer not null,
  html text not null,
  toc jsonb not null,
  problems jsonb not null
);

create table revision_blocks (
  revision_id uuid primary key references revision,
  page_id uuid not null,
  algorithm_version integer not null,
  blocks jsonb not null
);

create table revision_blame (
  revision_id uuid primary key references revision,
  page_id uuid not null,
  algorithm_version integer not null,
  owners jsonb not null
);

-- Links of the head revision. A link may mean one of several addresses; the first that exists wins.
create table link (
  page_id uuid not null references page,
  href text not null,
  rank smallint not null,
  target_space text not null,
  target_locale text not null,
  target_path text not null,
  text text not null default '',
  line integer not null,
  primary key (page_id, href, rank)
);
create index link_target on link (target_space, target_locale, target_path);

create table page_search (
  page_id uuid primary key references page,
  space_id uuid not null,
  title text not null,
  body text not null,
  document tsvector not null
);
create index page_search_document on page_search using gin (document);
