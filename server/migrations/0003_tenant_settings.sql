-- What a tenant decided, section by section, sealed with the tenant's own key: some of it is a provider's secret.
create table tenant_settings (
  tenant_id   uuid        not null references tenants (tenant_id),
  section     text        not null,
  sealed      bytea       not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, section)
);
call protect('tenant_settings');
