-- Who is there, whom they talk to, and what was painted. Ids are UUIDs of version 7: newer rows have larger ids, so
-- lists are read by id, newest first, and a page begins after the last id of the page before.

create table person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 80),
  role text not null default 'member' check (role in ('member', 'operator')),
  settings jsonb not null default '{}',
  -- numbers the person's live events without a gap, in the order in which they were committed
  last_event bigint not null default 0,
  created_at timestamptz not null default now()
);

-- the same person may come from several places: a host's token, a password here, a demo button
create table person_login (
  provider text not null,
  subject text not null,
  person uuid not null references person,
  primary key (provider, subject)
);

create table api_key (
  id uuid primary key,
  person uuid not null references person,
  name text not null,
  -- shown in lists, so that a key can be told from others; the key itself is never kept
  prefix text not null,
  hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index api_key_of_person on api_key (person, id desc);

create table character (
  id uuid primary key,
  owner uuid not null references person,
  name text not null check (length(name) between 1 and 80),
  tagline text not null default '' check (length(tagline) <= 200),
  persona text not null default '' check (length(persona) <= 4000),
  greeting text not null default '' check (length(greeting) <= 2000),
  declared_age text not null check (declared_age in ('adult', 'minor')),
  visibility text not null default 'public' check (visibility in ('public', 'private')),
  avatar_picture uuid,
  avatar_clip uuid,
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
create index character_public on character (id desc) where visibility = 'public' and deleted_at is null;
create index character_of_owner on character (owner, id desc) where deleted_at is null;

create table picture (
  id uuid primary key,
  owner uuid not null references person,
  character uuid not null references character,
  visibility text not null check (visibility in ('public', 'private')),
  -- only pictures that were made for a character by a model can be animated
  origin text not null check (origin in ('ai_generated', 'uploaded')),
  made_by text not null default '',
  rating text not null default 'general' check (rating in ('general', 'suggestive')),
  description text not null default '' check (length(description) <= 1000),
  storage_key text not null,
  content_type text not null,
  width_pixels integer not null check (width_pixels > 0),
  height_pixels integer not null check (height_pixels > 0),
  size_bytes bigint not null check (size_bytes > 0),
  sha256 text not null,
  -- what was seen in it, once somebody asked
  facts jsonb,
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
alter table character add foreign key (avatar_picture) references picture;

create table chat (
  id uuid primary key,
  person uuid not null references person,
  character uuid not null references character,
  created_at timestamptz not null default now(),
  unique (person, character)
);
create index chat_of_person on chat (person, id desc);

create table message (
  id uuid primary key,
  chat uuid not null references chat,
  author text not null check (author in ('person', 'character')),
  body text not null check (length(body) <= 8000),
  created_at timestamptz not null default now()
);
create index message_of_chat on message (chat, id desc);

create table moment (
  id uuid primary key,
  author uuid not null references person,
  character uuid not null references character,
  body text not null check (length(body) <= 2000),
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
create index moment_feed on moment (id desc) where deleted_at is null;
