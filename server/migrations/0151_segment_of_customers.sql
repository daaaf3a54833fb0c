-- The list of customers by segment. Without a tail of nulls: where there are no rules it is empty.
create index customers_segment on customers (tenant_id, segment, created_at, id) where segment is not null;

-- The tags of customers, for their list; a module below reads it without knowing the table.
create view customer_tags with (security_invoker = true) as
  select tenant_id, customer_id, key as tag from segment_history where is_tag and went_at is null;
grant select on customer_tags to kith_app, kith_backup;
