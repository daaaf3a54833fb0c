-- Row security binds the owner of the tables too, so a dump by the owner would leave rows out. pg_dump reads as this role:
-- it sees every row of every tenant and may do nothing else. docs/decisions/0017
create or replace procedure protect(tbl regclass, rights text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('create policy tenant on %s to kith_app using (tenant_id = current_tenant()) with check (tenant_id = current_tenant())', tbl);
  execute format('create policy backup_reads_all on %s for select to kith_backup using (true)', tbl);
  execute format('grant %s on %s to kith_app', rights, tbl);
  execute format('grant select on %s to kith_backup', tbl);
end $$;

do $$
declare tbl regclass;
begin
  for tbl in select oid from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity loop
    execute format('create policy backup_reads_all on %s for select to kith_backup using (true)', tbl);
    execute format('grant select on %s to kith_backup', tbl);
  end loop;
end $$;
