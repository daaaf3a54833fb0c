-- What an assistant proposes to change. A person confirms it by its hash, or it expires; then it is gone, and the audit trail has it.
create table proposals (
  tenant_id    uuid        not null references tenants (tenant_id),
  id           uuid        not null,
  operation    text        not null,
  customer_id  uuid,
  digest       bytea       not null,
  sealed       bytea       not null,
  asked_by     text        not null,
  asked_at     timestamptz not null,
  expires_at   timestamptz not null,
  primary key (tenant_id, id)
);
create index proposals_customer on proposals (tenant_id, customer_id) where customer_id is not null;
create index proposals_expiry on proposals (tenant_id, expires_at);
call protect('proposals');
