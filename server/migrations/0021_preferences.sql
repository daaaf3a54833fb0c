-- What a customer likes and how they want to be contacted: one document, sealed with the customer's own key.
-- held_by is the customer who answers for it: the person themselves, or whoever they were merged into.
create table customer_preferences (
  tenant_id    uuid        not null,
  customer_id  uuid        not null,
  held_by      uuid        not null,
  sealed       bytea       not null,
  version      integer     not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, customer_id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index preferences_holder on customer_preferences (tenant_id, held_by);
call protect('customer_preferences');
