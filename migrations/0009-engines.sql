-- Choosing among engines: which ones are away, and who made a clip in place of whom.

-- troubles in a row; from some number on the circuit is open and one order at a time finds out whether it is over
alter table engine_account add column troubles integer not null default 0;

-- the engine that was asked first, when another one took over
alter table clip add column asked_engine text;
