-- The points of a day, which a job counts once it is over.
create index loyalty_entries_by_day on loyalty_entries (tenant_id, at) include (kind, points);
create index consent_events_by_day on consent_events (tenant_id, recorded_at);
