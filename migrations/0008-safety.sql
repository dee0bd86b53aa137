-- What the safety check decided and why, what people said about it, and what was taken down.

-- Nothing is changed; what is older than 180 days goes.
create table safety_decision (
  id uuid primary key,
  -- who asked; null when nobody did
  person uuid references person,
  character_id uuid references character,
  picture uuid references picture,
  clip uuid references clip,
  -- 'wish' before the charge, 'frames' before the first look, 'engine': the engine's own refusal
  step text not null check (step in ('wish', 'frames', 'engine')),
  action text not null check (action in ('allow', 'retry', 'refuse')),
  code text not null,
  strikes integer not null,
  policy_version text not null,
  surface text not null,
  engine text,
  picture_sha256 text not null,
  -- of the motion and the words for it; the words themselves only sealed, and only where there are any
  motion_sha256 text not null,
  motion text not null,
  sealed_text bytea,
  -- checkers with their versions and hashes, scores, categories, flags, troubles
  evidence jsonb not null,
  at timestamptz not null
);
create index safety_decision_of_person on safety_decision (person, id desc) where action = 'refuse';
create index safety_decision_old on safety_decision (at);

create function safety_decision_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '180 days' then
    return old;
  end if;
  raise exception 'decisions of the safety check are append only' using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete on safety_decision
  for each row execute function safety_decision_is_append_only();

-- one word of objection for each refusal; a person decides about it
create table safety_appeal (
  decision uuid primary key references safety_decision on delete cascade,
  person uuid not null references person,
  words text not null,
  asked_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'upheld', 'overturned')),
  decided_by uuid references person,
  decided_at timestamptz,
  note text not null default '',
  check ((state = 'open') = (decided_at is null))
);
create index safety_appeal_open on safety_appeal (decision) where state = 'open';

-- what an operator allowed after an appeal: exactly this picture with this motion, at this step, under this policy
create table safety_allowance (
  picture_sha256 text not null,
  motion_sha256 text not null,
  step text not null,
  policy_version text not null,
  allowed_by uuid not null references person,
  at timestamptz not null,
  primary key (picture_sha256, motion_sha256, step, policy_version)
);

create table safety_report (
  id uuid primary key,
  -- 'takedown': somebody says that it shows them, or is theirs; answered within 48 hours
  kind text not null check (kind in ('report', 'takedown')),
  reporter uuid references person,
  -- how to reach somebody who has no account
  contact text not null,
  -- 'picture' or 'clip', and its id
  subject_kind text not null check (subject_kind in ('picture', 'clip')),
  subject uuid not null,
  words text not null,
  received_at timestamptz not null,
  due_at timestamptz,
  state text not null default 'open' check (state in ('open', 'rejected', 'taken-down')),
  decided_by uuid references person,
  decided_at timestamptz,
  note text not null default '',
  check ((state = 'open') = (decided_at is null))
);
create index safety_report_open on safety_report (id) where state = 'open';

-- files of which no copy is shown or animated any more
create table taken_down_file (
  sha256 text primary key,
  report uuid not null references safety_report,
  at timestamptz not null
);
