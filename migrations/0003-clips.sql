-- The life of a clip. A clip is what a person asked for; an attempt is one order to an engine for it.

create table clip (
  id uuid primary key,
  owner uuid not null references person,
  idempotency_key text not null,
  character uuid not null references character,
  picture uuid not null references picture,
  visibility text not null check (visibility in ('public', 'private')),
  motion text not null,
  custom_text text not null default '',
  length_seconds integer not null,
  strength text not null,
  engine text not null,
  model text not null,
  price_credits bigint not null check (price_credits >= 0),
  state text not null default 'queued' check (state in
    ('queued', 'submitting', 'rendering', 'storing', 'ready', 'failed', 'refused', 'cancelled')),
  -- orders that were made, and those of them that count against the limit
  attempt_count integer not null default 0,
  failed_attempts integer not null default 0,
  -- smaller is served first; between equals, the one whose owner had least
  priority integer not null default 0,
  fair_turn double precision not null default 0,
  progress_percent integer check (progress_percent between 0 and 100),
  cancel_asked_at timestamptz,
  -- while queued: not before; in all other living states: when somebody has to look at it at the latest
  next_at timestamptz not null,
  -- when the state has lasted too long
  deadline_at timestamptz not null,
  end_reason text,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  clip_key text,
  poster_key text,
  width_pixels integer,
  height_pixels integer,
  size_bytes bigint,
  sha256 text,
  deleted_at timestamptz,
  unique (owner, idempotency_key),
  check (state <> 'ready' or (clip_key is not null and poster_key is not null and ended_at is not null)),
  check ((state in ('ready', 'failed', 'refused', 'cancelled')) = (ended_at is not null))
);
create index clip_waiting on clip (engine, priority, fair_turn, id) where state = 'queued';
create index clip_living on clip (next_at) where state in ('submitting', 'rendering', 'storing');
create index clip_late on clip (deadline_at) where state in ('queued', 'submitting', 'rendering', 'storing');
create index clip_of_owner on clip (owner, id desc);
create index clip_history on clip (engine, model, length_seconds, ended_at desc) where state = 'ready';
create index clip_deleted on clip (deleted_at) where deleted_at is not null;
create index clip_troubled on clip (id desc) where state in ('failed', 'refused');
create index clip_of_picture on clip (picture);
alter table character add foreign key (avatar_clip) references clip;

create table attempt (
  id uuid primary key,
  clip uuid not null references clip,
  number integer not null check (number > 0),
  engine text not null,
  model text not null,
  seed bigint not null,
  -- intent: may be sent; sending: it may have arrived; working: the engine has it; the rest is over
  state text not null check (state in
    ('intent', 'sending', 'working', 'finished', 'rejected', 'failed', 'lost', 'cancelled', 'unknown')),
  ticket jsonb,
  result jsonb,
  -- when somebody has to look at it at the latest
  next_at timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,
  cancel_tried_at timestamptz,
  cost_micro_dollars bigint,
  trouble text,
  vendor_code text,
  vendor_message text,
  unique (clip, number)
);
create unique index attempt_one_alive on attempt (clip) where state in ('intent', 'sending', 'working');
create index attempt_due on attempt (next_at) where next_at is not null;

-- the account at an engine: how fast orders may be sent (GCRA), and until when nothing may be
create table engine_account (
  engine text primary key,
  next_free_at timestamptz not null default '-infinity',
  paused_until timestamptz not null default '-infinity',
  -- start-time fair queueing: the turn of the clip that was dispatched last
  fair_clock double precision not null default 0
);

-- the strict limit of orders at a time is the number of rows
create table engine_slot (
  engine text not null references engine_account,
  number integer not null,
  attempt uuid unique references attempt deferrable initially deferred,
  -- a limit that was lowered: this one is not filled again
  retired boolean not null default false,
  primary key (engine, number)
);
create index engine_slot_free on engine_slot (engine, number) where attempt is null and not retired;

create table fair_share (
  engine text not null,
  person uuid not null references person,
  turn double precision not null,
  primary key (engine, person)
);

-- what is being drawn by the machines of this service themselves
create table local_render (
  attempt uuid primary key,
  machine text not null,
  state text not null check (state in ('drawing', 'finished', 'failed', 'cancelled')),
  frames_done integer not null default 0,
  frame_count integer not null default 0,
  result jsonb,
  trouble text,
  message text,
  beat_at timestamptz not null
);

create table attachment (
  id uuid primary key,
  picture uuid references picture,
  clip uuid references clip,
  message uuid references message,
  moment uuid references moment,
  created_at timestamptz not null default now(),
  check (num_nonnulls(picture, clip) = 1),
  check (num_nonnulls(message, moment) = 1)
);
create index attachment_of_message on attachment (message) where message is not null;
create index attachment_of_moment on attachment (moment) where moment is not null;
create index attachment_of_clip on attachment (clip) where clip is not null;

-- what a character's gallery shows, newest first by id
create table gallery_item (
  id uuid primary key,
  character uuid not null references character,
  owner uuid not null references person,
  visibility text not null check (visibility in ('public', 'private')),
  kind text not null check (kind in ('picture', 'clip')),
  picture uuid unique references picture,
  clip uuid unique references clip,
  deleted_at timestamptz,
  check (num_nonnulls(picture, clip) = 1),
  check ((kind = 'clip') = (clip is not null))
);
create index gallery_public on gallery_item (character, id desc) where visibility = 'public' and deleted_at is null;
create index gallery_public_kind on gallery_item (character, kind, id desc) where visibility = 'public' and deleted_at is null;
create index gallery_private on gallery_item (character, owner, id desc) where visibility = 'private' and deleted_at is null;
create index gallery_private_kind on gallery_item (character, owner, kind, id desc) where visibility = 'private' and deleted_at is null;

create table favourite (
  person uuid not null references person,
  character uuid not null references character,
  item uuid not null references gallery_item,
  primary key (person, item)
);
create index favourite_of_person on favourite (person, character, item desc);

create table notification (
  id uuid primary key,
  person uuid not null references person,
  kind text not null,
  clip uuid references clip,
  sentence text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  unique (person, kind, clip)
);
create index notification_of_person on notification (person, id desc);
create index notification_unread on notification (person) where read_at is null;

create table live_event (
  person uuid not null references person,
  number bigint not null,
  kind text not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (person, number)
);
create index live_event_old on live_event (at);
