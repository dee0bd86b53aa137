-- A free draft of a clip, which plays in its place while it is being made.
alter table clip add column draft_of uuid references clip;
create index clip_draft on clip (draft_of) where draft_of is not null;
