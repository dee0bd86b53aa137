-- Accounts with a password and the sessions of browsers: the tables of better-auth 1.7, by our names. An account's id is
-- its person's id. Their sizes are held by the API.

create table identity_user (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table identity_session (
  id uuid primary key,
  user_id uuid not null references identity_user on delete cascade,
  -- a cookie carries it with a signature, without which it is worth nothing
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
create index identity_session_of_user on identity_session (user_id);
create index identity_session_expired on identity_session (expires_at);

create table identity_account (
  id uuid primary key,
  user_id uuid not null references identity_user on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
create index identity_account_of_user on identity_account (user_id);

create table identity_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index identity_verification_of on identity_verification (identifier);

-- rows that say nothing any more are swept by this
create index rate_limit_over on rate_limit (next_free_at);
