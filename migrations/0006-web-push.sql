-- A browser that wants to be told when no window is open. The endpoint is an address at the browser's own push service.
create table push_subscription (
  endpoint text primary key check (length(endpoint) <= 2048),
  person uuid not null references person,
  p256dh text not null,
  auth text not null,
  created_at timestamptz not null
);
create index push_subscription_of_person on push_subscription (person);

-- when it was decided whether to push it: once, by one machine
alter table notification add column pushed_at timestamptz;
create index notification_to_push on notification (created_at) where pushed_at is null;

-- windows that listen to live events now; not worth a log
create unlogged table open_window (
  id uuid primary key,
  person uuid not null,
  seen_at timestamptz not null
);
create index open_window_of_person on open_window (person, seen_at);
