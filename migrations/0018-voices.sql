-- Recordings that people let pictures speak, for their owners alone, and the clips that speak them.

create table voice (
  id uuid primary key,
  owner uuid not null references person,
  storage_key text not null,
  content_type text not null,
  length_seconds double precision not null check (length_seconds > 0),
  size_bytes bigint not null check (size_bytes > 0),
  sha256 text not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  forgotten_at timestamptz
);
create index voice_of_owner on voice (owner, id desc) where deleted_at is null;
create index voice_to_forget on voice (deleted_at) where deleted_at is not null and forgotten_at is null;

alter table clip add column voice uuid references voice;
alter table clip add column has_sound boolean not null default false;
alter table clip add check ((motion = 'speak') = (voice is not null));
alter table clip add check (voice is not null or not has_sound);
