-- Addresses of other systems that hear of events. Address, description and secrets are sealed with the tenant's key.
create table webhook_endpoints (
  tenant_id         uuid        not null references tenants (tenant_id),
  id                uuid        not null,
  sealed            bytea       not null,
  -- Null for every type.
  types             text[],
  payload           text        not null check (payload in ('thin', 'full')),
  version           integer     not null default 1,
  created_at        timestamptz not null,
  created_by        text        not null,
  disabled_at       timestamptz,
  disabled_because  text        check (disabled_because in ('by_hand', 'failing', 'gone')),
  -- Since the first failure after the last success.
  failing_since     timestamptz,
  -- Its owner was told that it fails, and will be told when it does not.
  told_at           timestamptz,
  primary key (tenant_id, id),
  check ((disabled_at is null) = (disabled_because is null))
);
call protect('webhook_endpoints');

-- One event for one endpoint. It is due only when no earlier event of the same customer is unfinished there.
create table webhook_deliveries (
  tenant_id    uuid        not null,
  endpoint_id  uuid        not null,
  event_id     uuid        not null,
  position     bigint      not null,
  type         text        not null,
  customer_id  uuid,
  status       text        not null default 'waiting' check (status in ('waiting', 'sending', 'delivered', 'dead')),
  attempts     integer     not null default 0,
  due_at       timestamptz,
  created_at   timestamptz not null default now(),
  finished_at  timestamptz,
  primary key (tenant_id, endpoint_id, event_id),
  foreign key (tenant_id, endpoint_id) references webhook_endpoints (tenant_id, id) on delete cascade,
  check ((finished_at is null) = (status in ('waiting', 'sending')))
);
create index webhook_deliveries_due on webhook_deliveries (tenant_id, endpoint_id, due_at) where due_at is not null;
create index webhook_deliveries_unfinished on webhook_deliveries (tenant_id, endpoint_id, customer_id, position) where finished_at is null;
create index webhook_deliveries_position on webhook_deliveries (tenant_id, endpoint_id, position);
create index webhook_deliveries_customer on webhook_deliveries (tenant_id, customer_id) where customer_id is not null;
create index webhook_deliveries_finished on webhook_deliveries (tenant_id, finished_at) where finished_at is not null;
create index webhook_deliveries_dead on webhook_deliveries (tenant_id, endpoint_id) where status = 'dead';
call protect('webhook_deliveries');

-- What was sent and answered, sealed with the key of the person it is about.
create table webhook_attempts (
  tenant_id    uuid        not null,
  id           uuid        not null,
  endpoint_id  uuid        not null,
  event_id     uuid        not null,
  customer_id  uuid,
  at           timestamptz not null,
  took_ms      integer     not null,
  outcome      text        not null,
  http_status  integer,
  -- What was sent described the customer.
  was_full     boolean     not null,
  test         boolean     not null,
  sealed       bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, endpoint_id) references webhook_endpoints (tenant_id, id) on delete cascade
);
create index webhook_attempts_event on webhook_attempts (tenant_id, endpoint_id, event_id, at);
create index webhook_attempts_customer on webhook_attempts (tenant_id, customer_id) where customer_id is not null;
create index webhook_attempts_time on webhook_attempts (tenant_id, at);
call protect('webhook_attempts');

create policy platform_finds_enabled on webhook_endpoints for select to kith_platform using (disabled_at is null);
grant select (tenant_id, id, disabled_at) on webhook_endpoints to kith_platform;
create policy platform_finds_due on webhook_deliveries for select to kith_platform using (finished_at is null);
grant select (tenant_id, endpoint_id, due_at, created_at, finished_at) on webhook_deliveries to kith_platform;
