-- Every request runs as the role kith_app, inside one transaction that names its tenant with SET LOCAL.
-- Without a tenant the cast fails, so a forgotten tenant is an error, never everyone's rows.
create function current_tenant() returns uuid language sql stable
  as $$ select current_setting('app.tenant')::uuid $$;

-- Call once per table. A table without this call is caught by test/catalogue.test.ts.
create procedure protect(tbl regclass, rights text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('create policy tenant on %s to kith_app using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', tbl);
  execute format('grant %s on %s to kith_app', rights, tbl);
end $$;

create table tenants (
  tenant_id   uuid        not null primary key,
  slug        text        not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) between 2 and 63),
  name        text        not null,
  name2       text,
  country     char(2)     not null default 'OM',
  locale      text        not null default 'en' check (locale in ('en', 'ar')),
  created_at  timestamptz not null default now()
);
call protect('tenants');
-- Work across tenants (relay, jobs, `kith tenant list`) first asks which tenants there are, under this role and nothing more.
create policy platform_lists on tenants for select to kith_platform using (true);
grant select (tenant_id, slug, name, created_at) on tenants to kith_platform;

-- purpose 'wrap': wraps the data keys, rotates. purpose 'root': source of the index, seal and audit keys, stays.
create table tenant_keys (
  tenant_id   uuid        not null references tenants (tenant_id),
  purpose     text        not null check (purpose in ('wrap', 'root')),
  version     integer     not null,
  wrapped     bytea       not null,
  created_at  timestamptz not null default now(),
  primary key (tenant_id, purpose, version)
);
call protect('tenant_keys');

-- One data key per customer. Erasing the customer deletes the row; what was sealed with it is noise from then on.
create table data_keys (
  tenant_id    uuid        not null,
  id           uuid        not null,
  customer_id  uuid        not null,
  wrapped      bytea       not null,
  created_at   timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id) references tenants (tenant_id)
);
create index data_keys_customer on data_keys (tenant_id, customer_id);
call protect('data_keys');

create table api_keys (
  tenant_id    uuid        not null references tenants (tenant_id),
  id           bytea       not null,
  name         text        not null,
  digest       bytea       not null,
  scopes       text[]      not null,
  per_minute   integer     not null check (per_minute >= 0),
  created_at   timestamptz not null default now(),
  created_by   text        not null,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  primary key (tenant_id, id)
);
call protect('api_keys');

-- seq, prev_hash and hash are empty until the sealer has linked the entry into its tenant's chain.
create table audit_entries (
  tenant_id    uuid        not null references tenants (tenant_id),
  id           uuid        not null,
  at           timestamptz not null default clock_timestamp(),
  actor        text        not null,
  request_id   text        not null,
  action       text        not null,
  customer_id  uuid,
  fields       text[]      not null,
  sealed       bytea,
  origin       bytea,
  seq          bigint,
  hash         bytea,
  primary key (tenant_id, id),
  check ((seq is null) = (hash is null))
);
create unique index audit_chain on audit_entries (tenant_id, seq) where seq is not null;
create index audit_unsealed on audit_entries (tenant_id, at, id) where seq is null;
create index audit_customer on audit_entries (tenant_id, customer_id, at desc, id desc);
call protect('audit_entries', 'select, insert, update (seq, hash)');
-- A linked entry is never touched again, and nothing is ever deleted.
create policy linked_once on audit_entries as restrictive for update to kith_app using (seq is null) with check (true);
grant select (tenant_id, seq, at) on audit_entries to kith_platform;
create policy platform_finds_unsealed on audit_entries for select to kith_platform using (seq is null);

-- The end of each tenant's chain, so that a cut tail is noticed.
create table audit_heads (
  tenant_id  uuid   not null primary key references tenants (tenant_id),
  seq        bigint not null,
  hash       bytea  not null
);
call protect('audit_heads', 'select, insert, update');

-- The outbox. `xid` tells the relay which rows are still behind an open transaction.
create table events (
  tenant_id        uuid        not null references tenants (tenant_id),
  id               uuid        not null,
  type             text        not null,
  customer_id      uuid,
  data             jsonb       not null,
  actor            text        not null,
  at               timestamptz not null default clock_timestamp(),
  xid              xid8        not null default pg_current_xact_id(),
  attempts         integer     not null default 0,
  next_attempt_at  timestamptz,
  delivered_at     timestamptz,
  parked_at        timestamptz,
  primary key (tenant_id, id)
);
create index events_waiting on events (tenant_id, at, id) where delivered_at is null and parked_at is null;
create index events_done on events (tenant_id, delivered_at) where delivered_at is not null;
call protect('events');
grant select (tenant_id, delivered_at, parked_at) on events to kith_platform;
create policy platform_finds_waiting on events for select to kith_platform using (delivered_at is null and parked_at is null);

-- Written only when one subscriber of an event failed and another did not: the retry must not repeat the other.
create table event_receipts (
  tenant_id   uuid not null,
  event_id    uuid not null,
  subscriber  text not null,
  primary key (tenant_id, event_id, subscriber),
  foreign key (tenant_id, event_id) references events (tenant_id, id) on delete cascade
);
call protect('event_receipts');

-- The answer is sealed: it may hold a person. The key and the request are digests: a client may put anything into them.
create table idempotency_keys (
  tenant_id   uuid        not null references tenants (tenant_id),
  caller      text        not null,
  key_digest  bytea       not null,
  request     bytea       not null,
  status      integer,
  answer      bytea,
  created_at  timestamptz not null default now(),
  primary key (tenant_id, caller, key_digest)
);
create index idempotency_age on idempotency_keys (tenant_id, created_at);
call protect('idempotency_keys');
