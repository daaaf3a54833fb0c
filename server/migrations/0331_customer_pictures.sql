-- The picture of a person, sealed with the person's key: small, drawn anew by the screens, checked by its first bytes.
create table customer_pictures (
  tenant_id    uuid        not null,
  customer_id  uuid        not null,
  sealed       bytea       not null,
  changed_at   timestamptz not null,
  primary key (tenant_id, customer_id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
call protect('customer_pictures');
