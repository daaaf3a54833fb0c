-- Which master key wraps a tenant's key: its id follows the first byte. So migrate, start, doctor and readiness refuse a
-- wrong master key without opening anything.
alter table tenant_keys
  add column master bytea not null generated always as (substring(wrapped from 2 for 4)) stored;
create policy platform_compares_master on tenant_keys for select to kith_platform using (true);
grant select (tenant_id, master) on tenant_keys to kith_platform;
