-- How much waits and for how long, across tenants, for the metrics: counts and times, no ids of anybody.
grant select (at) on events to kith_platform;
create index events_parked on events (tenant_id, parked_at) where parked_at is not null;
create policy platform_counts_parked on events for select to kith_platform using (parked_at is not null);

grant select (queued_at) on messages to kith_platform;
grant select (erased_at) on erasures to kith_platform;

create index messages_failed on messages (queued_at) where status in ('failed', 'expired');
grant select (status) on messages to kith_platform;
create policy platform_counts_failed on messages for select to kith_platform using (status in ('failed', 'expired'));
