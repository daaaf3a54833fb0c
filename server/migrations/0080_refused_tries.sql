-- How often registering, signing in and codes were refused, by quarters of an hour: for statistics, nothing of who it was.
create table refused_tries (
  tenant_id uuid        not null references tenants (tenant_id),
  -- The beginning of the quarter; every time zone begins its days with one.
  at        timestamptz not null,
  way       text        not null,
  reason    text        not null,
  tries     int         not null check (tries > 0),
  primary key (tenant_id, at, way, reason)
);
call protect('refused_tries');
