-- What is known of a card: never its number. Brand, last four digits, expiry and the provider’s token are sealed.
create table payment_methods (
  tenant_id     uuid        not null,
  id            uuid        not null,
  customer_id   uuid        not null,
  -- A keyed hash of provider and token: the same one is kept once.
  token_digest  bytea       not null,
  source        text        not null,
  added_at      timestamptz not null,
  removed_at    timestamptz,
  sealed        bytea       not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index payment_methods_customer on payment_methods (tenant_id, customer_id, added_at, id);
call protect('payment_methods');
