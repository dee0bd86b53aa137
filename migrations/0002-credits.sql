-- Whole credits, double entry: an entry is a list of postings that adds up to zero. Nothing is ever changed or removed.

create table ledger_account (
  id text primary key,
  kind text not null check (kind in ('wallet', 'held', 'mint', 'spent', 'expired')),
  person uuid references person,
  -- only wallets and holds have a balance: the others belong to everybody and would be one row for all to wait for
  balance bigint not null default 0 check (balance >= 0),
  check ((person is null) = (kind in ('mint', 'spent', 'expired')))
);
insert into ledger_account (id, kind) values ('mint', 'mint'), ('spent', 'spent'), ('expired', 'expired');

create table ledger_entry (
  id uuid primary key,
  -- what happened, once: 'grant:<business fact>', 'hold:<clip>', 'capture:<clip>', 'release:<clip>', 'expire:<grant>'
  idempotency_key text not null unique,
  kind text not null check (kind in ('grant', 'hold', 'capture', 'release', 'expire', 'revoke')),
  person uuid not null references person,
  clip uuid,
  note text not null default '',
  at timestamptz not null
);
create index ledger_entry_of_person on ledger_entry (person, id desc);

create table ledger_posting (
  entry uuid not null references ledger_entry,
  account text not null references ledger_account,
  amount bigint not null check (amount <> 0),
  primary key (entry, account)
);
create index ledger_posting_of_account on ledger_posting (account);

create function ledger_posting_moves_balance() returns trigger language plpgsql as $$
begin
  update ledger_account set balance = balance + new.amount
    where id = new.account and kind in ('wallet', 'held');
  return null;
end $$;
create trigger moves_balance after insert on ledger_posting
  for each row execute function ledger_posting_moves_balance();

create function ledger_entry_adds_up() returns trigger language plpgsql as $$
begin
  if (select coalesce(sum(amount), 1) from ledger_posting where entry = new.id) <> 0 then
    raise exception 'ledger entry % does not add up to zero', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
-- at the end of the transaction, when all postings of the entry are there
create constraint trigger adds_up after insert on ledger_entry deferrable initially deferred
  for each row execute function ledger_entry_adds_up();

-- a posting that comes later than its entry would pass by the check above
create function ledger_posting_comes_with_entry() returns trigger language plpgsql as $$
begin
  if (select sum(amount) from ledger_posting where entry = new.entry) <> 0 then
    raise exception 'ledger entry % does not add up to zero', new.entry using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger comes_with_entry after insert on ledger_posting deferrable initially deferred
  for each row execute function ledger_posting_comes_with_entry();

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append only' using errcode = 'restrict_violation';
end $$;
create trigger append_only before update or delete or truncate on ledger_entry
  for each statement execute function ledger_is_append_only();
create trigger append_only before update or delete or truncate on ledger_posting
  for each statement execute function ledger_is_append_only();

-- What a wallet is made of. Credits of the grant that expires first are spent first.
create table credit_grant (
  id uuid primary key,
  person uuid not null references person,
  source text not null check (source in ('plan', 'pack', 'promo', 'refund', 'admin')),
  -- the fact it was given for, once: a period of a subscription, a payment, a host's key
  business_key text not null unique,
  amount bigint not null check (amount > 0),
  remaining bigint not null check (remaining between 0 and amount),
  expires_at timestamptz,
  created_at timestamptz not null default now()
);
create index credit_grant_spendable on credit_grant (person, expires_at nulls last, id) where remaining > 0;
create index credit_grant_expiring on credit_grant (expires_at) where remaining > 0 and expires_at is not null;

create table credit_hold (
  clip uuid primary key,
  person uuid not null references person,
  amount bigint not null check (amount > 0),
  state text not null default 'held' check (state in ('held', 'captured', 'released')),
  created_at timestamptz not null default now(),
  decided_at timestamptz
);

-- which grants a hold was taken from, so that each gets its own back
create table credit_hold_part (
  clip uuid not null references credit_hold,
  credit_grant uuid not null references credit_grant,
  amount bigint not null check (amount > 0),
  primary key (clip, credit_grant)
);

create table price (
  id uuid primary key,
  engine text not null,
  -- '*' for every model of the engine
  model text not null,
  length_seconds integer not null check (length_seconds between 1 and 60),
  credits bigint not null check (credits >= 0),
  effective_from timestamptz not null,
  set_by uuid references person,
  unique (engine, model, length_seconds, effective_from)
);

create table quote (
  id uuid primary key,
  person uuid not null references person,
  engine text not null,
  model text not null,
  length_seconds integer not null,
  credits bigint not null check (credits >= 0),
  expires_at timestamptz not null
);
create index quote_expired on quote (expires_at);

create table entitlement (
  person uuid primary key references person,
  plan text not null,
  status text not null check (status in ('active', 'past_due', 'ended')),
  period_end timestamptz,
  source text not null check (source in ('host', 'stripe', 'operator', 'demo')),
  -- news that is older than what is known is not taken
  source_at timestamptz not null,
  updated_at timestamptz not null default now()
);

create table billing_event (
  id text primary key,
  type text not null,
  created_at timestamptz not null,
  payload jsonb not null,
  received_at timestamptz not null default now(),
  outcome text not null
);
create table billing_customer (
  customer text primary key,
  person uuid not null references person
);
