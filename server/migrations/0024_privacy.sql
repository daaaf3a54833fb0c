-- Whom a stored answer may tell of, so that it goes with them.
alter table idempotency_keys add column about uuid[] not null default '{}';

-- What a person asked for, with the clock of the law. The texts go with the person, the row stays as the proof that it was answered.
create table privacy_requests (
  tenant_id       uuid        not null references tenants (tenant_id),
  id              uuid        not null,
  customer_id     uuid        not null,
  kind            text        not null check (kind in ('access', 'rectification', 'erasure', 'restriction', 'objection')),
  status          text        not null check (status in ('open', 'completed', 'refused', 'obsolete')),
  clock           text        not null check (clock in ('in_time', 'due_soon', 'overdue')),
  pack            text        not null,
  received_at     timestamptz not null,
  due_at          timestamptz not null,
  extended_at     timestamptz,
  identity_proof  text,
  -- Asked in their own screens, not told to the staff.
  by_person       boolean     not null default false,
  assignee        text,
  created_by      text        not null,
  closed_at       timestamptz,
  closed_by       text,
  -- What was asked, noted and answered, sealed with the customer's key.
  sealed          bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  check ((closed_at is null) = (status = 'open'))
);
create index privacy_requests_list on privacy_requests (tenant_id, received_at, id);
create index privacy_requests_open on privacy_requests (tenant_id, due_at) where status = 'open';
create index privacy_requests_customer on privacy_requests (tenant_id, customer_id);
call protect('privacy_requests', 'select, insert, update');

-- A copy of everything that is held of a person, sealed with their key, for some days.
create table privacy_exports (
  tenant_id      uuid        not null references tenants (tenant_id),
  id             uuid        not null,
  customer_id    uuid        not null,
  request_id     uuid,
  status         text        not null check (status in ('waiting', 'ready', 'failed', 'expired')),
  language       text        not null check (language in ('en', 'ar')),
  parts_done     integer     not null default 0,
  parts          integer     not null,
  attempts       integer     not null default 0,
  -- The next attempt, or the end of the lease of whoever is building. Null when it is over.
  due_at         timestamptz,
  failure        text,
  archive        bytea,
  bytes          integer,
  created_at     timestamptz not null,
  created_by     text        not null,
  ready_at       timestamptz,
  delete_at      timestamptz,
  link           bytea,
  link_until     timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  foreign key (tenant_id, request_id) references privacy_requests (tenant_id, id),
  check ((due_at is not null) = (status = 'waiting')),
  check ((archive is not null) = (status = 'ready')),
  check ((link is null) = (link_until is null))
);
create index privacy_exports_customer on privacy_exports (tenant_id, customer_id, created_at);
create unique index privacy_exports_link on privacy_exports (tenant_id, link) where link is not null;
call protect('privacy_exports');
grant select (tenant_id, due_at) on privacy_exports to kith_platform;
create policy platform_finds_due on privacy_exports for select to kith_platform using (due_at is not null);
-- Compressed already.
alter table privacy_exports alter column archive set storage external;

-- Somebody must not be erased for now. Why is sealed with the customer's key.
create table legal_holds (
  tenant_id    uuid        not null references tenants (tenant_id),
  id           uuid        not null,
  customer_id  uuid        not null,
  placed_at    timestamptz not null,
  placed_by    text        not null,
  lifted_at    timestamptz,
  lifted_by    text,
  reason       bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  check ((lifted_at is null) = (lifted_by is null))
);
create index legal_holds_customer on legal_holds (tenant_id, customer_id);
call protect('legal_holds', 'select, insert, update');

-- Signs certificates of erasure; the private half is sealed with the tenant's own key.
create table certificate_keys (
  tenant_id    uuid        not null references tenants (tenant_id),
  -- The SHA-256 thumbprint of the public key (RFC 7638).
  id           text        not null,
  public_jwk   jsonb       not null,
  private_jwk  bytea       not null,
  created_at   timestamptz not null,
  primary key (tenant_id, id)
);
call protect('certificate_keys', 'select, insert');

-- That somebody was erased: why, by whom, how much, and the signed certificate of it. Nothing says who it was but the id.
create table erasures (
  tenant_id    uuid        not null references tenants (tenant_id),
  id           uuid        not null,
  customer_id  uuid        not null,
  request_id   uuid,
  reason       text        not null,
  erased_at    timestamptz not null,
  erased_by    text        not null,
  -- [{ table, rows, fate }]
  counts       jsonb       not null,
  -- Whoever must acknowledge, as it was decided at the time.
  consumers    text[]      not null,
  certificate  text,
  key_id       text,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  foreign key (tenant_id, request_id) references privacy_requests (tenant_id, id),
  foreign key (tenant_id, key_id) references certificate_keys (tenant_id, id),
  check ((certificate is null) = (key_id is null))
);
create unique index erasures_customer on erasures (tenant_id, customer_id);
create index erasures_uncertified on erasures (tenant_id) where certificate is null;
call protect('erasures', 'select, insert, update (certificate, key_id)');
grant select (tenant_id, certificate) on erasures to kith_platform;
create policy platform_finds_uncertified on erasures for select to kith_platform using (certificate is null);

create table erasure_acknowledgements (
  tenant_id        uuid        not null,
  erasure_id       uuid        not null,
  consumer         text        not null,
  acknowledged_at  timestamptz not null,
  acknowledged_by  text        not null,
  primary key (tenant_id, erasure_id, consumer),
  foreign key (tenant_id, erasure_id) references erasures (tenant_id, id)
);
call protect('erasure_acknowledgements', 'select, insert');

-- People who were silent for so long that somebody must decide about them.
create table retention_reviews (
  tenant_id      uuid        not null references tenants (tenant_id),
  id             uuid        not null,
  customer_id    uuid        not null,
  flagged_at     timestamptz not null,
  last_seen_at   timestamptz not null,
  decision       text        check (decision in ('keep', 'deactivate', 'erase', 'came_back')),
  decided_at     timestamptz,
  decided_by     text,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  check ((decision is null) = (decided_at is null))
);
create index retention_reviews_open on retention_reviews (tenant_id, id) where decision is null;
create index retention_reviews_customer on retention_reviews (tenant_id, customer_id);
call protect('retention_reviews', 'select, insert, update');

-- What went wrong, for whom (as counts), and when it was told. The text is sealed with the tenant's own key.
create table breaches (
  tenant_id               uuid        not null references tenants (tenant_id),
  id                      uuid        not null,
  noticed_at              timestamptz not null,
  -- Null where the pack knows no clock.
  due_at                  timestamptz,
  clock                   text        not null check (clock in ('in_time', 'due_soon', 'overdue')),
  pack                    text        not null,
  people                  integer     not null check (people >= 0),
  records                 integer     not null check (records >= 0),
  data_kinds              text[]      not null,
  authority_notified_at   timestamptz,
  people_notified_at      timestamptz,
  created_at              timestamptz not null,
  created_by              text        not null,
  version                 integer     not null default 1,
  sealed                  bytea       not null,
  primary key (tenant_id, id)
);
create index breaches_list on breaches (tenant_id, noticed_at, id);
create index breaches_waiting on breaches (tenant_id, due_at) where authority_notified_at is null;
call protect('breaches', 'select, insert, update');

-- Since when the person is only stored (GDPR, article 18): staff change nothing, and no list or export shows them.
alter table customers add column restricted_at timestamptz;
create index customers_restricted on customers (tenant_id) where restricted_at is not null;

-- Whoever objects takes every yes to marketing back.
alter table consent_events drop constraint consent_events_source_check;
alter table consent_events add constraint consent_events_source_check
  check (source in ('till', 'web', 'spoken', 'import', 'confirmation', 'unsubscribe', 'objection', 'erasure'));

-- Whoever was silent for long, and guests who never came back.
create index customers_last_seen on customers (tenant_id, last_seen_at, id) where status not in ('merged', 'erased');
