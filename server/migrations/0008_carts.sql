-- What a person has put aside to buy. Name and free keys of a line are sealed with the person's key.
create table cart_lines (
  tenant_id    uuid     not null,
  customer_id  uuid     not null,
  sku          text     not null,
  quantity     integer  not null check (quantity between 1 and 9999),
  -- Thousandths of the currency.
  unit_price   bigint   check (unit_price >= 0),
  -- The order in which the lines were given.
  position     integer  not null,
  details      bytea    not null,
  primary key (tenant_id, customer_id, sku),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
call protect('cart_lines');
