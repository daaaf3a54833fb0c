-- What Kith must know of orders: it is no shop. Amounts are integers in the minor units of their currency.
create table orders (
  tenant_id       uuid        not null,
  id              uuid        not null,
  customer_id     uuid        not null,
  -- The system that the order came from, and its own name for it.
  source          text        not null,
  external_id     text,
  channel         text        not null,
  currency        char(3)     not null,
  total           bigint      not null check (total >= 0),
  -- Units of the reporting currency for one of this order’s, as decimal text.
  rate            text,
  -- The total in minor units of the reporting currency; null: no rate was given, so the order does not count.
  counted         bigint,
  payment         text,
  -- Whether the person had proved the phone when the order came.
  phone_proved    boolean     not null,
  placed_at       timestamptz not null,
  -- Keyed hashes of phone and place of delivery: who else ordered with the same.
  phone_digest    bytea,
  address_digest  bytea,
  -- Contact, place of delivery, names of lines, note and free keys: one JSON document, sealed with the data key of the
  -- customer who had the order first. A merge hands over key and order together.
  sealed          bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create unique index orders_external on orders (tenant_id, source, external_id) where external_id is not null;
create index orders_customer on orders (tenant_id, customer_id, placed_at desc, id desc);
create index orders_by_phone on orders (tenant_id, phone_digest) where phone_digest is not null;
create index orders_by_address on orders (tenant_id, address_digest) where address_digest is not null;
call protect('orders');

create table order_lines (
  tenant_id  uuid    not null,
  order_id   uuid    not null,
  position   integer not null,
  sku        text,
  category   text,
  quantity   integer not null check (quantity > 0),
  amount     bigint  not null check (amount >= 0),
  primary key (tenant_id, order_id, position),
  foreign key (tenant_id, order_id) references orders (tenant_id, id)
);
call protect('order_lines', 'select, insert');

-- What became of an order: only ever added to. Its state is derived from here.
create table order_events (
  tenant_id    uuid        not null,
  id           uuid        not null,
  order_id     uuid        not null,
  what         text        not null check (what in ('placed', 'paid', 'delivered', 'cancelled', 'refunded')),
  at           timestamptz not null,
  recorded_at  timestamptz not null,
  actor        text        not null,
  reason       text,
  -- Of a refund: how much, and of which lines.
  amount       bigint check (amount > 0),
  lines        jsonb,
  -- A note, sealed as the order is.
  sealed       bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references orders (tenant_id, id)
);
create index order_events_order on order_events (tenant_id, order_id, at, id);
-- An erasure empties the notes and changes nothing else.
call protect('order_events', 'select, insert, update (sealed)');

-- Systems that orders and events come from. The first API key that names one owns it.
create table order_sources (
  tenant_id   uuid        not null references tenants (tenant_id),
  source      text        not null,
  owner       text        not null,
  claimed_at  timestamptz not null,
  primary key (tenant_id, source)
);
call protect('order_sources');
