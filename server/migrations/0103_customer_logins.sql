-- How many logins each person has: the list of customers filters by it, and knows nothing else of the logins.
create view customer_logins with (security_invoker = true) as
  select tenant_id, customer_id, count(*)::integer as logins from accounts where customer_id is not null
   group by tenant_id, customer_id;
grant select on customer_logins to kith_app;
