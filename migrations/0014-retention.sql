-- What was deleted is forgotten after a while: its texts at once, its files by somebody who looks into this list. A row stays, since
-- movements of credits and attempts point at it.

alter table clip add column forgotten_at timestamptz;
alter table picture add column forgotten_at timestamptz;
drop index clip_deleted;
create index clip_to_forget on clip (deleted_at) where deleted_at is not null and forgotten_at is null;
create index picture_to_forget on picture (deleted_at) where deleted_at is not null and forgotten_at is null;
create index gallery_item_favourites on favourite (item);
create index local_render_old on local_render (beat_at);

create table doomed_file (
  key text primary key,
  since timestamptz not null
);
