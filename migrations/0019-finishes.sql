-- What is laid over a clip's motion; `plain` shows the picture as it is.

alter table clip add column finish text not null default 'plain';
