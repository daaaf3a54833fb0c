-- What changes with every visit and every order, apart from what rarely does: a visit writes neither a new version of the
-- wide row of the customer nor into its indexes. Without a foreign key: rows of customers are never deleted, and checking
-- it would lock the wide row.
create table customer_activity (
  tenant_id       uuid        not null,
  customer_id     uuid        not null,
  total_orders    integer     not null default 0,
  -- Thousandths of the currency, as an integer: see 0002.
  total_spent     bigint      not null default 0,
  loyalty_points  integer     not null default 0,
  last_seen_at    timestamptz not null,
  primary key (tenant_id, customer_id)
) with (fillfactor = 80);
create index customer_activity_last_seen on customer_activity (tenant_id, last_seen_at, customer_id);
create index customer_activity_spent on customer_activity (tenant_id, total_spent, customer_id);
create index customer_activity_orders on customer_activity (tenant_id, total_orders, customer_id);
create index customer_activity_points on customer_activity (tenant_id, loyalty_points, customer_id);
call protect('customer_activity', 'select, insert, update');
-- Until 0084 has filled it as the owner, whom forced row security would bind.
alter table customer_activity no force row level security;

-- Servers of the release before go on while this one is rolled out: what they write to the old columns arrives here, and
-- what they read there has a value. The release after this one drops triggers, function and columns.
alter table customers alter column last_seen_at set default now();
create function keep_activity() returns trigger language plpgsql as $$
begin
  insert into customer_activity as a (tenant_id, customer_id, total_orders, total_spent, loyalty_points, last_seen_at)
  values (new.tenant_id, new.id, new.total_orders, new.total_spent, new.loyalty_points, new.last_seen_at)
  on conflict (tenant_id, customer_id) do nothing;
  if not found and tg_op = 'UPDATE' then
    update customer_activity a
       set total_orders = a.total_orders + new.total_orders - old.total_orders,
           total_spent = a.total_spent + new.total_spent - old.total_spent,
           loyalty_points = a.loyalty_points + new.loyalty_points - old.loyalty_points,
           last_seen_at = case when new.last_seen_at = old.last_seen_at then a.last_seen_at else new.last_seen_at end
     where a.tenant_id = new.tenant_id and a.customer_id = new.id;
  end if;
  return null;
end $$;
-- They write both times alike when they create a customer; this release leaves the old column to its default.
create trigger keep_activity_of_new after insert on customers for each row
  when (new.last_seen_at = new.created_at) execute function keep_activity();
create trigger keep_activity after update of total_orders, total_spent, loyalty_points, last_seen_at on customers for each row
  execute function keep_activity();
