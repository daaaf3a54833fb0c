-- What a person has earned, each flair once. One that was taken away stays as a row, so that no rule gives it again.
create table customer_flairs (
  tenant_id    uuid        not null,
  id           uuid        not null,
  customer_id  uuid        not null,
  flair        text        not null,
  -- The rule that gave it; null: a person did.
  rule         text,
  earned_at    timestamptz not null,
  awarded_by   text        not null,
  removed_at   timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, customer_id, flair),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index customer_flairs_flair on customer_flairs (tenant_id, flair);
call protect('customer_flairs');

-- A look at all customers, in batches: where it has come to is committed with what it gave.
create table flair_runs (
  tenant_id    uuid        not null references tenants (tenant_id),
  id           uuid        not null,
  -- The day, of those on a schedule.
  day          text,
  asked_by     text        not null,
  at           timestamptz not null,
  -- The last customer that was looked at.
  reached      uuid,
  done         integer     not null default 0,
  awarded      integer     not null default 0,
  finished_at  timestamptz,
  primary key (tenant_id, id)
);
create unique index flair_runs_day on flair_runs (tenant_id, day) where day is not null;
create unique index flair_runs_under_way on flair_runs (tenant_id) where finished_at is null;
call protect('flair_runs');
grant select (tenant_id, finished_at) on flair_runs to kith_platform;
create policy platform_finds_unfinished on flair_runs for select to kith_platform using (finished_at is null);
