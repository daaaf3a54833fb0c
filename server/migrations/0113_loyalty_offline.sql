-- How many points of a customer a till may redeem while it is offline. Those that are good now add up, over all tills, to
-- what the tenant allows.
create table loyalty_offline_grants (
  tenant_id    uuid        not null,
  id           uuid        not null,
  customer_id  uuid        not null,
  till_id      uuid        not null,
  points       integer     not null check (points >= 0),
  used         integer     not null default 0 check (used >= 0),
  granted_at   timestamptz not null,
  expires_at   timestamptz not null,
  primary key (tenant_id, id)
);
create index loyalty_offline_grants_customer on loyalty_offline_grants (tenant_id, customer_id, expires_at);
call protect('loyalty_offline_grants');
