-- What a tenant decided about plans and about flairs: each decision a row, the newest is in force.
create table membership_catalogues (
  tenant_id   uuid        not null references tenants (tenant_id),
  subject     text        not null check (subject in ('plans', 'flairs')),
  version     integer     not null,
  decided     jsonb       not null,
  decided_at  timestamptz not null,
  decided_by  text        not null,
  primary key (tenant_id, subject, version)
);
call protect('membership_catalogues', 'select, insert');

-- The plans of a person, also former ones. Without any row a customer has the free plan, since they were created.
create table subscriptions (
  tenant_id     uuid        not null,
  id            uuid        not null,
  customer_id   uuid        not null,
  plan          text        not null,
  status        text        not null check (status in ('pending', 'active', 'paused', 'cancelled', 'expired')),
  cycle         text        not null check (cycle in ('monthly', 'yearly', 'lifetime')),
  -- The day of the month on which periods begin; null: that of the start.
  anchor_day    integer     check (anchor_day between 1 and 31),
  starts_at     timestamptz not null,
  ends_at       timestamptz,
  cancelled_at  timestamptz,
  paused_at     timestamptz,
  resumes_at    timestamptz,
  -- What becomes of it at the end of the period, until that is revoked: another plan, or null for its end.
  next_plan     text,
  next_cycle    text        check (next_cycle in ('monthly', 'yearly', 'lifetime')),
  next_at       timestamptz,
  -- When time alone changes it next.
  due_at        timestamptz,
  -- Free keys of the caller, as one JSON document sealed with the key of the customer who had it first.
  sealed        bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  check ((next_plan is null) = (next_cycle is null))
) with (fillfactor = 80);
create index subscriptions_customer on subscriptions (tenant_id, customer_id, starts_at);
create index subscriptions_plan on subscriptions (tenant_id, plan, status);
create index subscriptions_due on subscriptions (tenant_id, due_at) where due_at is not null;

-- Tiers that were imported with a plan keep it: reads every tenant through a view with the rights of kith_backup.
create view customers_of_all with (security_invoker = false) as
  select tenant_id, id, tier, status, created_at from customers;
grant create on schema public to kith_backup;
alter view customers_of_all owner to kith_backup;
revoke create on schema public from kith_backup;
insert into subscriptions (tenant_id, id, customer_id, plan, status, cycle, starts_at)
  select tenant_id, id, id, tier, 'active', 'monthly', created_at from customers_of_all
   where tier <> 'free' and status <> 'erased';
drop view customers_of_all;

call protect('subscriptions');
grant select (tenant_id, due_at) on subscriptions to kith_platform;
create policy platform_finds_due on subscriptions for select to kith_platform using (due_at is not null);
