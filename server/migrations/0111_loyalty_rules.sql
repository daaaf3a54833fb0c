-- What a tenant decided about points and about tiers: each decision a row, the newest is in force.
create table loyalty_rules (
  tenant_id   uuid        not null references tenants (tenant_id),
  subject     text        not null check (subject in ('points', 'tiers')),
  version     integer     not null,
  decided     jsonb       not null,
  decided_at  timestamptz not null,
  decided_by  text        not null,
  primary key (tenant_id, subject, version)
);
call protect('loyalty_rules', 'select, insert');
