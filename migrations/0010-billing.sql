-- A person may have several subscriptions, one after the other or by mistake at the same time: the best one counts.
create table billing_subscription (
  id text primary key,
  person uuid not null references person,
  plan text not null,
  status text not null check (status in ('active', 'past_due', 'ended')),
  period_end timestamptz,
  -- news that is older than what is known is not taken
  source_at timestamptz not null
);
create index billing_subscription_of_person on billing_subscription (person);
create index billing_customer_of_person on billing_customer (person);

-- how much of a grant goes back because its payment did, and how much of that could be found in the wallet
alter table credit_grant
  add column claimed_back bigint not null default 0 check (claimed_back between 0 and amount),
  add column taken_back bigint not null default 0 check (taken_back between 0 and claimed_back);
create index credit_grant_claimed on credit_grant (id) where claimed_back > taken_back and remaining > 0;
