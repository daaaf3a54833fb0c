-- Where a customer lives or wants something brought. Only what does not identify the place stands in columns.
create table addresses (
  tenant_id     uuid        not null,
  id            uuid        not null,
  customer_id   uuid        not null,
  type          text        not null check (type in ('home', 'work', 'other')),
  country       char(2)     not null,
  is_default    boolean     not null,
  verification  text        not null check (verification in ('verified', 'unverified', 'rejected')),
  -- When the provider gave its opinion of the address as it is now.
  checked_at    timestamptz,
  -- When the provider is asked again; null: there is nothing to ask.
  check_at      timestamptz,
  check_tries   integer     not null default 0,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  deleted_at    timestamptz,
  version       integer     not null default 1,
  -- The place, labels, notes, coordinates and the provider's reasons: one JSON document, sealed with the data key of the
  -- customer who had the address first. A merge hands over key and address together.
  sealed        bytea       not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create unique index addresses_default on addresses (tenant_id, customer_id) where is_default and deleted_at is null;
create index addresses_customer on addresses (tenant_id, customer_id, created_at, id);
create index addresses_to_check on addresses (tenant_id, check_at) where check_at is not null;
call protect('addresses');
grant select (tenant_id, check_at) on addresses to kith_platform;
create policy platform_finds_unchecked on addresses for select to kith_platform using (check_at is not null);
