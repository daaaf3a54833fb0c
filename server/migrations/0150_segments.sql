-- Segments and tags of customers: rules that the business decides, and what follows from them.
alter table customers add column source text;

-- Each decision is a row of its own; the highest version holds.
create table segment_definitions (
  tenant_id   uuid        not null references tenants (tenant_id),
  version     integer     not null,
  decided     jsonb       not null,
  decided_at  timestamptz not null,
  decided_by  text        not null,
  -- The version that it takes back.
  undoes      integer,
  primary key (tenant_id, version)
);
call protect('segment_definitions', 'select, insert');

-- One row for each customer once there are rules: exactly one segment, any number of tags, and when to look again.
create table segment_members (
  tenant_id    uuid        not null,
  customer_id  uuid        not null,
  segment      text        not null,
  since        timestamptz not null,
  tags         text[]      not null default '{}',
  -- The earliest time at which a rule may decide otherwise although nothing happens.
  due_at       timestamptz,
  -- Derived from what is sealed: the age band, the purposes consented to, and keyed tokens of the cities.
  kept         jsonb       not null default '{}',
  tokens       bytea[]     not null default '{}',
  kept_until   timestamptz,
  primary key (tenant_id, customer_id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
) with (fillfactor = 80);
create index segment_members_of on segment_members (tenant_id, segment, customer_id);
create index segment_members_due on segment_members (tenant_id, due_at) where due_at is not null;
create index segment_members_tags on segment_members using gin (tags) where tags <> '{}';
call protect('segment_members');
grant select (tenant_id, due_at) on segment_members to kith_platform;
create policy platform_finds_due on segment_members for select to kith_platform using (due_at <= now());

create table segment_tags_by_hand (
  tenant_id    uuid        not null,
  customer_id  uuid        not null,
  tag          text        not null,
  given_at     timestamptz not null,
  given_by     text        not null,
  primary key (tenant_id, customer_id, tag),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index segment_tags_by_hand_tag on segment_tags_by_hand (tenant_id, tag);
call protect('segment_tags_by_hand');

-- Who was in what from when to when, and what led to it.
create table segment_history (
  tenant_id    uuid        not null,
  id           uuid        not null,
  customer_id  uuid        not null,
  key          text        not null,
  is_tag       boolean     not null,
  came_at      timestamptz not null,
  went_at      timestamptz,
  came_by      text        not null,
  went_by      text,
  -- Of the rules that decided.
  version      integer     not null,
  -- The segment before.
  moved_from   text,
  primary key (tenant_id, id)
);
create index segment_history_customer on segment_history (tenant_id, customer_id, came_at desc);
create index segment_history_of on segment_history (tenant_id, key, came_at);
create index segment_history_lately on segment_history (tenant_id, came_at desc, id desc);
create unique index segment_history_now on segment_history (tenant_id, key, customer_id) where went_at is null;
call protect('segment_history');

-- The rules applied to all customers, in batches: where it has come to is committed with what it changed.
create table segment_runs (
  tenant_id    uuid        not null references tenants (tenant_id),
  id           uuid        not null,
  version      integer     not null,
  -- Whether what is kept of each customer is derived anew.
  keeps        boolean     not null,
  asked_by     text        not null,
  at           timestamptz not null,
  reached      uuid,
  done         integer     not null default 0,
  total        integer     not null,
  changed      integer     not null default 0,
  finished_at  timestamptz,
  primary key (tenant_id, id)
);
create unique index segment_runs_under_way on segment_runs (tenant_id) where finished_at is null;
call protect('segment_runs', 'select, insert, update');
grant select (tenant_id, finished_at) on segment_runs to kith_platform;
create policy platform_finds_unfinished on segment_runs for select to kith_platform using (finished_at is null);
