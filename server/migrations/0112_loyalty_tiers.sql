-- Each change of a tier with the numbers that were compared.
create table loyalty_tier_changes (
  tenant_id    uuid        not null,
  id           uuid        not null,
  customer_id  uuid        not null,
  at           timestamptz not null,
  from_tier    text,
  to_tier      text,
  -- Minor units of the reporting currency, of the twelve months before.
  spent        bigint      not null,
  version      integer     not null,
  -- The review of all customers, or null for one customer alone and for merges.
  run_id       uuid,
  primary key (tenant_id, id)
);
create index loyalty_tier_changes_customer on loyalty_tier_changes (tenant_id, customer_id, at);
call protect('loyalty_tier_changes', 'select, insert');

-- A review of all customers, in batches: where it has come to is committed with what it changed.
create table loyalty_reviews (
  tenant_id    uuid        not null references tenants (tenant_id),
  id           uuid        not null,
  -- The month, of those by the clock.
  month        text,
  asked_by     text        not null,
  at           timestamptz not null,
  -- The last customer that was reviewed.
  reached      uuid,
  done         integer     not null default 0,
  total        integer     not null,
  raised       integer     not null default 0,
  lowered      integer     not null default 0,
  warned       integer     not null default 0,
  finished_at  timestamptz,
  primary key (tenant_id, id)
);
create unique index loyalty_reviews_month on loyalty_reviews (tenant_id, month) where month is not null;
create unique index loyalty_reviews_under_way on loyalty_reviews (tenant_id) where finished_at is null;
call protect('loyalty_reviews', 'select, insert, update');
grant select (tenant_id, finished_at) on loyalty_reviews to kith_platform;
create policy platform_finds_unfinished on loyalty_reviews for select to kith_platform using (finished_at is null);
