-- The counters of a tenant: customer numbers (no gaps, never reused) and display names (each ordinal is one name).
-- Its row is the one lock that creating a customer takes, and takes last.
create table customer_counters (
  tenant_id     uuid    not null primary key references tenants (tenant_id),
  last_number   integer not null default 0,
  last_name     bigint  not null default 0
);
call protect('customer_counters');

create table customers (
  tenant_id       uuid        not null references tenants (tenant_id),
  id              uuid        not null,
  number          integer     not null,
  type            text        not null default 'guest' check (type in ('guest', 'stub', 'full')),
  status          text        not null default 'active'
                  check (status in ('active', 'deactivated', 'suspended', 'cancelled', 'merged', 'erased')),
  display_name    text,
  tier            text        not null default 'free' check (tier in ('free', 'basic', 'premium', 'enterprise')),
  loyalty_tier    text,
  segment         text,
  plan            text,
  locale          text        not null check (locale in ('en', 'ar')),
  country         char(2)     not null,
  phone_verified  boolean     not null default false,
  email_verified  boolean     not null default false,
  total_orders    integer     not null default 0,
  -- Thousandths of the currency (a rial has 1,000 baisa). An integer, because numeric's comparison is not leakproof
  -- and row security would keep it out of the index when paging by it.
  total_spent     bigint      not null default 0,
  loyalty_points  integer     not null default 0,
  last_seen_at    timestamptz not null,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  version         integer     not null default 1,
  merged_into     uuid,
  -- Names, contacts, notes, free keys: one JSON document, sealed with the customer's own key.
  sealed          bytea,
  -- Keyed hashes of everything the customer can be searched by.
  tokens          integer[]   not null,
  primary key (tenant_id, id),
  -- Foreign keys ignore row security, so the tenant is part of every one of them.
  foreign key (tenant_id, merged_into) references customers (tenant_id, id)
);
create unique index customers_number on customers (tenant_id, number);
create unique index customers_display_name on customers (tenant_id, lower(display_name));
create index customers_created on customers (tenant_id, created_at, id);
create index customers_updated on customers (tenant_id, updated_at, id);
create index customers_tokens on customers using gin (tokens);
call protect('customers');

-- A phone or an e-mail of a customer, with its history. A value has one current holder per tenant.
create table customer_identifiers (
  tenant_id    uuid        not null,
  id           uuid        not null,
  customer_id  uuid        not null,
  type         text        not null check (type in ('phone', 'email')),
  digest       bytea       not null,
  sealed       bytea       not null,
  verified_at  timestamptz,
  valid_from   timestamptz not null,
  valid_to     timestamptz,
  primary key (tenant_id, id),
  -- Checked at commit: the identifier is claimed first, so that a taken phone is known before the number is drawn.
  foreign key (tenant_id, customer_id) references customers (tenant_id, id) deferrable initially deferred
);
create unique index identifiers_holder on customer_identifiers (tenant_id, type, digest) where valid_to is null;
create index identifiers_customer on customer_identifiers (tenant_id, customer_id);
call protect('customer_identifiers');

create table customer_former_names (
  tenant_id     uuid        not null,
  id            uuid        not null,
  customer_id   uuid        not null,
  display_name  text        not null,
  given_up_at   timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index former_names_customer on customer_former_names (tenant_id, customer_id, given_up_at);
call protect('customer_former_names');

-- How many customers of each kind there are, as differences: every change adds rows, a job folds them together,
-- the sum is always exact. A counter per kind would be a lock that every create waits for.
create table customer_tally (
  tenant_id       uuid    not null,
  id              uuid    not null,
  type            text    not null,
  status          text    not null,
  tier            text    not null,
  phone_verified  boolean not null,
  count           integer not null,
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenants (tenant_id)
);
call protect('customer_tally');

-- Row security keeps operators that are not leakproof out of index scans, and array overlap is one: under the policy a
-- search would read the whole tenant. This view runs with the rights of kith_search, whose own policy has no condition
-- to wait for. It shows tokens and what does not identify a person, of the current tenant only; rows are then opened
-- from the table itself, under the caller's policy.
create policy search_by_token on customers for select to kith_search using (true);
grant select (tenant_id, id, tokens, updated_at) on customers to kith_search;
grant execute on function current_tenant() to kith_search;
create view customer_tokens with (security_invoker = false) as
  select tenant_id, id, tokens, updated_at from customers where tenant_id = current_tenant();
-- Only a role that may create here can be given something here.
grant create on schema public to kith_search;
alter view customer_tokens owner to kith_search;
revoke create on schema public from kith_search;
grant select on customer_tokens to kith_app;
