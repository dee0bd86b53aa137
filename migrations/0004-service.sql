-- What the service itself remembers.

-- the answer to a request that carried an Idempotency-Key: the same key gets the same answer
create table idempotent_answer (
  person uuid not null references person,
  route text not null,
  key text not null,
  request_hash text not null,
  status integer,
  body jsonb,
  created_at timestamptz not null default now(),
  primary key (person, route, key)
);
create index idempotent_answer_old on idempotent_answer (created_at);

-- not worth a log: after a crash everybody starts anew
create unlogged table rate_limit (
  key text primary key,
  next_free_at timestamptz not null
);

create table service_setting (
  key text primary key,
  value jsonb not null,
  changed_by uuid references person,
  changed_at timestamptz not null default now()
);
insert into service_setting (key, value) values ('stage', '"labs"');

insert into engine_account (engine) values ('local');
