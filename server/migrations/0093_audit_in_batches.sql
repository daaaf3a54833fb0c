-- An audit entry is written once. Its link is in a batch: one row for many, chained and verified as the entries were.
-- docs/decisions/0021-audit-in-batches.md
lock table audit_heads, audit_entries in access exclusive mode;

-- Of what the row is about, where that is evidence itself: a decision about a consent.
alter table audit_entries add column digest bytea;
-- The number of the transaction is there before the clock is read; see kit/lanes.ts.
alter table audit_entries alter column at set default (case when pg_current_xact_id() is not null then clock_timestamp() end);

create table audit_batches (
  tenant_id  uuid        not null,
  seq        bigint      not null,
  -- That of the last id.
  position   bigint      not null,
  ids        uuid[]      not null,
  -- 16 bytes for each id.
  digests    bytea       not null,
  newest     timestamptz not null,
  at         timestamptz not null,
  hash       bytea       not null,
  primary key (tenant_id, seq)
);
create index audit_batches_newest on audit_batches (tenant_id, newest);

-- The head of each chain, with a MAC of its own. Its chain stands on the row of audit_heads, which stays as it is.
create table audit_chains (
  tenant_id    uuid        not null primary key,
  seq          bigint      not null default 0,
  position     bigint      not null,
  hash         bytea       not null,
  at           timestamptz,
  mac          bytea,
  low          timestamptz not null default '-infinity',
  mark_at      timestamptz,
  mark_xid     xid8,
  mark_server  timestamptz
);
call protect('audit_batches', 'select, insert');
call protect('audit_chains', 'select, insert, update');

-- A sealer of the release before locks a head for update: it gets none, and leaves the entries to a server of this one.
create policy stays_as_it_is on audit_heads as restrictive for update to kith_app using (false);
drop policy linked_once on audit_entries;
revoke update (seq, hash) on audit_entries from kith_app;
drop index audit_unsealed;

drop policy platform_finds_unsealed on audit_entries;
create policy platform_finds_new on audit_entries for select to kith_platform
  using (seq is null and at >= coalesce((select low from audit_chains c where c.tenant_id = audit_entries.tenant_id), '-infinity'));
grant select (id) on audit_entries to kith_platform;
create policy platform_measures on audit_chains for select to kith_platform using (true);
grant select (tenant_id, seq, position, low, mark_at, mark_server) on audit_chains to kith_platform;
create policy platform_measures on audit_batches for select to kith_platform using (true);
grant select (tenant_id, ids, newest) on audit_batches to kith_platform;
