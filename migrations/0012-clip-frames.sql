-- Which part of the picture a clip is made of: all of it, closer to the face, or the shape that another app wants.
alter table clip add column frame text not null default 'as-is' check (frame in ('as-is', 'closer', '9:16', '1:1'));
