-- Figures by day come from the index alone: what they count stands beside the time.
drop index customers_created;
create index customers_created on customers (tenant_id, created_at, id) include (type, status, phone_verified);
drop index messages_queued;
create index messages_queued on messages (tenant_id, queued_at, id) include (channel, status, sent_at, delivered_at);
create index sessions_created on account_sessions (tenant_id, created_at) include (account_id, factor);
