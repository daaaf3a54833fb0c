-- What staff note about a customer, each with its author and time; the text is sealed with the customer’s key.
create table customer_notes (
  tenant_id    uuid        not null,
  id           uuid        not null,
  customer_id  uuid        not null,
  at           timestamptz not null,
  actor        text        not null,
  pinned       boolean     not null default false,
  sealed       bytea       not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index customer_notes_customer on customer_notes (tenant_id, customer_id, at desc, id desc);
call protect('customer_notes');
-- The timeline of a customer reads the latest messages.
create index messages_customer_queued on messages (tenant_id, customer_id, queued_at desc, id desc);
