-- Where a customer was entered: at a till, in the office, by the website, an app, another system or an import. Of those from before
-- it is what their source tells.
alter table customers add column channel text;

-- It is a part of who counts as new: everyone is counted anew, in batches. Row security binds the owner, too.
alter table tenants no force row level security;
alter table statistics_counting no force row level security;
insert into statistics_counting (tenant_id)
  select distinct tenant_id from tenants
  on conflict (tenant_id) do update set reached = null, finished_at = null;
alter table statistics_counting force row level security;
alter table tenants force row level security;
