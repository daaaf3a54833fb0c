-- How somebody likes to see the list of customers. Belongs to who saved it, an account or an API key, and to nobody else.
-- What it is called and what it filters lies sealed; the digest keeps one name from being used twice.
create table customer_views (
  tenant_id    uuid        not null,
  owner        text        not null,
  id           uuid        not null,
  name_digest  bytea       not null,
  sealed       bytea       not null,
  created_at   timestamptz not null,
  primary key (tenant_id, owner, id),
  unique (tenant_id, owner, name_digest)
);
call protect('customer_views');
