-- Where the audit chain of a tenant begins: what was before it was released, batch by batch, each together with this row.
-- docs/decisions/0032-released-in-batches.md
create table audit_checkpoints (
  tenant_id  uuid        not null primary key,
  -- The last batch that was released, how many entries were, the last link, and the time of the newest of them.
  seq        bigint      not null default 0,
  position   bigint      not null default 0,
  hash       bytea       not null,
  newest     timestamptz,
  at         timestamptz,
  mac        bytea,
  -- Until when it is to be released; null where nothing is due.
  before     timestamptz,
  -- A legal hold keeps the next one.
  held       boolean     not null default false,
  -- The position of the last one that the trail itself has.
  noted      bigint      not null default 0
);
call protect('audit_checkpoints', 'select, insert, update');
create policy platform_finds_due on audit_checkpoints for select to kith_platform using (before is not null or position <> noted);
grant select (tenant_id, before, position, noted) on audit_checkpoints to kith_platform;

-- No business can keep less than a year, so the role of the requests can delete nothing younger.
create policy old_enough on audit_entries as restrictive for delete to kith_app using (at < now() - interval '365 days');
create policy old_enough on audit_batches as restrictive for delete to kith_app using (newest < now() - interval '365 days');
grant delete on audit_entries, audit_batches to kith_app;
