-- Links that anybody who has them may open. One that was turned off stays, and stays off, also when its clip is gone: its
-- address says so, and is never given to another clip.
create table share_link (
  slug text primary key check (slug ~ '^[A-Za-z0-9_-]{22}$'),
  clip uuid references clip on delete set null,
  owner uuid not null references person,
  title text not null check (octet_length(title) between 1 and 70),
  is_indexed boolean not null default false,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create unique index share_link_of_clip on share_link (clip) where revoked_at is null;
