-- The points that a business owes, by the day on which they end, as differences that a job folds: told without looking at every award.
create table loyalty_owed (
  tenant_id  uuid    not null,
  id         uuid    not null,
  kind       text    not null check (kind in ('vested', 'pending', 'reserved', 'debt')),
  -- As 2028-03-14, in the time zone of the business; empty: without an end.
  day        text    collate "C" not null,
  points     bigint  not null,
  primary key (tenant_id, id)
);
create index loyalty_owed_day on loyalty_owed (tenant_id, kind, day) include (points);
call protect('loyalty_owed');

-- Row security binds the owner, too. What a server of the release before changes while this one is rolled out, and where the time
-- zone follows from the country, the check of the night puts right.
alter table tenants no force row level security;
alter table loyalty_awards no force row level security;
alter table loyalty_accounts no force row level security;
insert into loyalty_owed (tenant_id, id, kind, day, points)
  select tenant_id, gen_random_uuid(), kind, day, points
    from (select a.tenant_id, case when a.vested_at is null then 'pending' else 'vested' end as kind,
                 coalesce(to_char(a.expires_at at time zone coalesce(t.time_zone, 'UTC'), 'YYYY-MM-DD'), '') as day,
                 sum(a.remaining) as points
            from loyalty_awards a join tenants t on t.tenant_id = a.tenant_id
           where a.remaining > 0 group by 1, 2, 3
          union all
          select tenant_id, 'reserved', '', sum(reserved) from loyalty_accounts group by 1
          union all
          select tenant_id, 'debt', '', sum(debt) from loyalty_accounts group by 1) owed
   where points <> 0;
alter table tenants force row level security;
alter table loyalty_awards force row level security;
alter table loyalty_accounts force row level security;
