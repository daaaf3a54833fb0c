-- An event is written once. Its place in the order of the commits is in a batch: one row for many, with their ids.
-- docs/decisions/0020-events-by-position.md
create table event_lanes (
  tenant_id    uuid        not null primary key,
  position     bigint      not null default 0,
  -- Every event before this time has its place. The mark says when it may move on; it counts on its own server only.
  low          timestamptz not null default '-infinity',
  mark_at      timestamptz,
  mark_xid     xid8,
  mark_server  timestamptz
);
-- The position is that of the last id.
create table event_batches (
  tenant_id  uuid        not null,
  position   bigint      not null,
  ids        uuid[]      not null,
  newest     timestamptz not null,
  at         timestamptz not null default clock_timestamp(),
  primary key (tenant_id, position)
);
create index event_batches_newest on event_batches (tenant_id, newest);
create table event_subscribers (
  tenant_id   uuid        not null,
  subscriber  text        not null,
  position    bigint      not null,
  moved_at    timestamptz not null default now(),
  primary key (tenant_id, subscriber)
);
-- An event that a subscriber could not take, and the later ones of that customer behind it.
create table event_holds (
  tenant_id        uuid        not null,
  subscriber       text        not null,
  position         bigint      not null,
  event_id         uuid        not null,
  customer_id      uuid,
  held_at          timestamptz not null default now(),
  attempts         integer     not null default 0,
  next_attempt_at  timestamptz,
  parked_at        timestamptz,
  primary key (tenant_id, subscriber, position)
);
create index event_holds_customer on event_holds (tenant_id, subscriber, customer_id, position) where parked_at is null;

-- The owner must see all tenants while what is stored gets its places. Nothing is being written meanwhile.
alter table events no force row level security;
insert into event_batches (tenant_id, position, ids, newest, at)
select tenant_id, max(n), array_agg(id order by n), max(at), max(coalesce(delivered_at, parked_at, now()))
  from (select *, row_number() over (partition by tenant_id order by (delivered_at is null and parked_at is null), at, id) as n
          from events) as numbered
 group by tenant_id, (n - 1) / 500;
insert into event_lanes (tenant_id, position, low)
select tenant_id, max(position), clock_timestamp() - interval '1 second' from event_batches group by tenant_id;
-- The one subscriber there was goes on behind what it has heard.
insert into event_subscribers (tenant_id, subscriber, position)
select tenant_id, 'tell-officers-of-deadlines', count(*) filter (where delivered_at is not null or parked_at is not null)
  from events group by tenant_id;
insert into event_holds (tenant_id, subscriber, position, event_id, customer_id, held_at, attempts, parked_at)
select e.tenant_id, 'tell-officers-of-deadlines', b.position - cardinality(b.ids) + o.n, e.id, e.customer_id, e.at, e.attempts, e.parked_at
  from event_batches b cross join unnest(b.ids) with ordinality as o (id, n)
  join events e on e.tenant_id = b.tenant_id and e.id = o.id
 where e.parked_at is not null;
-- A relay of the release before finds nothing to hand on, now or later: it reads what has no such time.
update events set delivered_at = now() where delivered_at is null and parked_at is null;
alter table events alter column delivered_at set default clock_timestamp();
alter table events force row level security;
-- The number of the transaction is there before the clock is read; see kit/lanes.ts.
alter table events alter column at set default (case when pg_current_xact_id() is not null then clock_timestamp() end);

call protect('event_lanes', 'select, insert, update');
call protect('event_batches', 'select, insert, delete');
call protect('event_subscribers', 'select, insert, update');
call protect('event_holds');
revoke update on events from kith_app;
drop table event_receipts;
drop index events_done;
create index events_time on events (tenant_id, at, id);

drop policy platform_finds_waiting on events;
drop policy platform_counts_parked on events;
create policy platform_finds_new on events for select to kith_platform
  using (at >= coalesce((select low from event_lanes l where l.tenant_id = events.tenant_id), '-infinity'));
grant select (id) on events to kith_platform;
create policy platform_measures on event_lanes for select to kith_platform using (true);
grant select (tenant_id, position, low, mark_at, mark_server) on event_lanes to kith_platform;
create policy platform_measures on event_batches for select to kith_platform using (true);
grant select (tenant_id, position, ids, newest, at) on event_batches to kith_platform;
create policy platform_measures on event_subscribers for select to kith_platform using (true);
grant select (tenant_id, subscriber, position) on event_subscribers to kith_platform;
create policy platform_measures on event_holds for select to kith_platform using (true);
grant select (tenant_id, subscriber, position, customer_id, held_at, next_attempt_at, parked_at) on event_holds to kith_platform;
