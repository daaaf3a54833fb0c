-- Other fields of the business are searched: a job gives each customer other tokens, and this row says up to whom.
create table customer_search_renewals (
  tenant_id  uuid  not null,
  -- The latest holds.
  id         uuid  not null,
  reached    uuid,
  primary key (tenant_id, id)
);
call protect('customer_search_renewals');
