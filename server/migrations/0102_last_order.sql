-- When each customer last ordered something that was not cancelled; the epoch: never. A list pages by it.
alter table customer_activity add column last_order_at timestamptz not null default 'epoch';
create index customer_activity_last_order on customer_activity (tenant_id, last_order_at, customer_id);
