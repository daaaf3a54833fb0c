-- The list of customers by segment. Without a tail of nulls: where there are no rules it is empty.
create index customers_segment on customers (tenant_id, segment, created_at, id) where segment is not null;
