-- Who did what with the powers of an operator. Nothing is ever changed or removed.
create table admin_action (
  id uuid primary key,
  actor uuid not null references person,
  -- 'session', 'key', 'token': an operator at a screen, a program, the platform
  via text not null,
  action text not null,
  -- whom or what it was done to
  subject text not null,
  detail jsonb not null,
  at timestamptz not null
);

create function admin_action_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'what operators did is append only' using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete or truncate on admin_action
  for each statement execute function admin_action_is_append_only();
