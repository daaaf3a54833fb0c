-- A merge is a row: who, when, and, sealed with the survivor's key, why, the choices, and what each module moved.
create table merges (
  tenant_id      uuid        not null references tenants (tenant_id),
  id             uuid        not null,
  from_id        uuid        not null,
  into_id        uuid        not null,
  -- Grows along the merges of one person; clocks of several processes would not.
  ordinal        integer     not null,
  merged_at      timestamptz not null,
  merged_by      text        not null,
  -- Null once one of the two was erased.
  sealed         bytea,
  undone_at      timestamptz,
  undone_by      text,
  undone_sealed  bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_id) references customers (tenant_id, id),
  foreign key (tenant_id, into_id) references customers (tenant_id, id),
  check (from_id <> into_id),
  check ((undone_at is null) = (undone_by is null))
);
-- Nobody is merged twice at a time.
create unique index merges_standing on merges (tenant_id, from_id) where undone_at is null;
create index merges_from on merges (tenant_id, from_id, ordinal);
create index merges_into on merges (tenant_id, into_id, ordinal);
call protect('merges', 'select, insert, update');
