-- An order that a visitor or a customer asked for counts for points, tiers and flairs once it is paid or delivered, and under a
-- phone that was only typed once that phone is verified. Earlier orders count as they did.
alter table loyalty_orders
  add column awaits_sale   boolean not null default false,
  add column awaits_proof  boolean not null default false;
create index loyalty_orders_awaiting on loyalty_orders (tenant_id, customer_id) where awaits_sale or awaits_proof;

-- The points of such an order wait for the payment or the delivery.
alter table loyalty_awards add column needs_sale boolean not null default false;
grant select (needs_sale) on loyalty_awards to kith_platform;

-- What was refunded of the order before points were redeemed for it: a refund gives back by what comes after.
alter table loyalty_redemptions add column refunded_before bigint not null default 0;
