-- What each customer counts as, and how many count as what on which day. Both are written in the transaction of the change.
create table statistics_people (
  tenant_id    uuid  not null,
  figure       text  not null,
  -- The part of the figure: `full.web`, `F3M2`, `2026-03`.
  part         text  collate "C" not null,
  -- As 2026-03-14, in the time zone of the business.
  day          text  collate "C" not null,
  customer_id  uuid  not null,
  primary key (tenant_id, figure, part, day, customer_id)
);
create index statistics_people_customer on statistics_people (tenant_id, customer_id);
call protect('statistics_people');

-- Differences, without locks; a job folds them into one row for each figure, part and day.
create table statistics_days (
  tenant_id  uuid    not null,
  id         uuid    not null,
  figure     text    not null,
  part       text    collate "C" not null,
  day        text    collate "C" not null,
  count      bigint  not null,
  primary key (tenant_id, id)
);
create index statistics_days_figure on statistics_days (tenant_id, figure, day) include (part, count);
call protect('statistics_days');

-- Up to which customer a business from before there were figures is counted; without a row, or with an end, all are.
create table statistics_counting (
  tenant_id    uuid        not null references tenants (tenant_id),
  reached      uuid,
  finished_at  timestamptz,
  -- Up to which day what is only ever added to is counted by day.
  closed_to    text,
  primary key (tenant_id)
);
-- Reads every tenant with the rights of kith_backup, as 0084 does.
create view tenants_of_all with (security_invoker = false) as select tenant_id from tenants;
grant create on schema public to kith_backup;
alter view tenants_of_all owner to kith_backup;
revoke create on schema public from kith_backup;
insert into statistics_counting (tenant_id) select tenant_id from tenants_of_all;
drop view tenants_of_all;
call protect('statistics_counting');
grant select (tenant_id, finished_at) on statistics_counting to kith_platform;
create policy platform_finds_uncounted on statistics_counting for select to kith_platform using (finished_at is null);
