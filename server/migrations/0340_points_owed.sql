-- The points that a business owes, by the day on which they end, as differences that a job folds: told without looking at every award.
create table loyalty_owed (
  tenant_id  uuid    not null,
  id         uuid    not null,
  -- 'counted': all awards of the tenant were counted once. Until then nothing here adds up, and what is told is counted from them.
  -- The check of the night does it tenant by tenant: counting here would hold up every server of the release before.
  kind       text    not null check (kind in ('vested', 'pending', 'reserved', 'debt', 'counted')),
  -- As 2028-03-14, in the time zone of the business; empty: without an end.
  day        text    collate "C" not null,
  points     bigint  not null,
  primary key (tenant_id, id)
);
create index loyalty_owed_day on loyalty_owed (tenant_id, kind, day) include (points);
call protect('loyalty_owed');
