-- Which records probably are one person. What agreement says was learned from the customers of the tenant: the weights, and
-- keyed hashes of values that many have. Sealed with the key of the tenant.
create table duplicate_models (
  tenant_id  uuid        not null references tenants (tenant_id),
  version    integer     not null,
  made_at    timestamptz not null,
  customers  integer     not null,
  threshold  real        not null,
  active     boolean     not null,
  sealed     bytea       not null,
  primary key (tenant_id, version)
);
create unique index duplicate_models_active on duplicate_models (tenant_id) where active;
call protect('duplicate_models');

-- One row per customer that is compared; outdated until it was looked at since its last change.
create table duplicate_people (
  tenant_id    uuid    not null,
  customer_id  uuid    not null,
  outdated     boolean not null default true,
  primary key (tenant_id, customer_id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index duplicate_people_outdated on duplicate_people (tenant_id, customer_id) where outdated;
call protect('duplicate_people');

-- In what two records of one person may meet, as keyed hashes of 32 bits. Deleted with the person.
create table duplicate_tokens (
  tenant_id    uuid    not null,
  token        integer not null,
  customer_id  uuid    not null,
  primary key (tenant_id, token, customer_id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index duplicate_tokens_customer on duplicate_tokens (tenant_id, customer_id);
call protect('duplicate_tokens');

-- Two customers and what was decided about them. The same two keep their id.
create table duplicate_suggestions (
  tenant_id   uuid        not null,
  id          uuid        not null,
  one_id      uuid        not null,
  other_id    uuid        not null,
  score       real        not null,
  vetoed      boolean     not null,
  -- One of the two is merged or restricted: not shown until both are back.
  gone        boolean     not null default false,
  state       text        not null check (state in ('open', 'put_off', 'accepted', 'rejected', 'family')),
  found_at    timestamptz not null,
  put_off_to  timestamptz,
  decided_at  timestamptz,
  decided_by  text,
  -- Keyed hash of what was compared: the decision counts until one of the two changes.
  decided_on  bytea,
  merge_id    uuid,
  batch_id    uuid,
  -- Merged once and undone: never merged by itself again.
  undone      boolean     not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, one_id) references customers (tenant_id, id),
  foreign key (tenant_id, other_id) references customers (tenant_id, id),
  check (one_id < other_id)
);
create unique index duplicate_suggestions_pair on duplicate_suggestions (tenant_id, one_id, other_id);
create index duplicate_suggestions_other on duplicate_suggestions (tenant_id, other_id);
create index duplicate_suggestions_open on duplicate_suggestions (tenant_id, state, score, id) where not gone;
create index duplicate_suggestions_merge on duplicate_suggestions (tenant_id, merge_id) where merge_id is not null;
create index duplicate_suggestions_batch on duplicate_suggestions (tenant_id, batch_id) where batch_id is not null;
call protect('duplicate_suggestions');

create table duplicate_batches (
  tenant_id  uuid        not null references tenants (tenant_id),
  id         uuid        not null,
  made_at    timestamptz not null,
  made_by    text        not null,
  least      real        not null,
  undone_at  timestamptz,
  undone_by  text,
  primary key (tenant_id, id)
);
call protect('duplicate_batches');

-- The errand asks first which tenants have work.
create policy platform_finds_outdated on duplicate_people for select to kith_platform using (outdated);
grant select (tenant_id, outdated) on duplicate_people to kith_platform;

-- Those who are there already. Row security binds the owner, too.
alter table customers no force row level security;
alter table duplicate_people no force row level security;
insert into duplicate_people (tenant_id, customer_id)
  select tenant_id, id from customers where sealed is not null and merged_into is null;
alter table customers force row level security;
alter table duplicate_people force row level security;
