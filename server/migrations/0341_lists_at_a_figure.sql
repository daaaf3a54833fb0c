-- Since when someone counts as something, and what they counted as lately: the list behind a figure is of the moment of the figure.
-- By the transaction that wrote it, because the order of commits is no order of times. Of rows from before it is empty: for long.
alter table statistics_people add column came_at timestamptz, add column came_in xid8;
alter table statistics_people alter column came_at set default now(), alter column came_in set default pg_current_xact_id();

create table statistics_left (
  tenant_id    uuid         not null,
  id           uuid         not null,
  figure       text         not null,
  part         text         collate "C" not null,
  day          text         collate "C" not null,
  customer_id  uuid         not null,
  came_at      timestamptz,
  came_in      xid8,
  went_at      timestamptz  not null default now(),
  went_in      xid8         not null default pg_current_xact_id(),
  primary key (tenant_id, id)
);
create index statistics_left_figure on statistics_left (tenant_id, figure, part, day);
create index statistics_left_customer on statistics_left (tenant_id, customer_id);
create index statistics_left_went on statistics_left (tenant_id, went_at);
call protect('statistics_left');
