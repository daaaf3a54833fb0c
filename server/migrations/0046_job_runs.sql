-- What the scheduled work did in this tenant, and what somebody asked it to do now.
create table job_runs (
  tenant_id    uuid        not null references tenants (tenant_id),
  id           uuid        not null,
  job          text        not null,
  -- Who asked for it; null when the clock did.
  asked_by     text,
  state        text        not null check (state in ('waiting', 'running', 'done', 'failed')),
  asked_at     timestamptz not null,
  started_at   timestamptz,
  finished_at  timestamptz,
  primary key (tenant_id, id),
  check ((state = 'waiting') = (started_at is null)),
  check ((state in ('done', 'failed')) = (finished_at is not null))
);
create index job_runs_latest on job_runs (tenant_id, job, asked_at desc, id desc);
-- Asked for twice at once, it is still done once.
create unique index job_runs_under_way on job_runs (tenant_id, job) where state in ('waiting', 'running');
call protect('job_runs');
grant select (tenant_id, state) on job_runs to kith_platform;
create policy platform_finds_asked on job_runs for select to kith_platform using (state in ('waiting', 'running'));
