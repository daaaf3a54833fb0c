alter table account_credentials
  -- How often a passkey says it was used: one that counts backwards was copied.
  add column counter bigint,
  add column used_at timestamptz;

-- What was begun and waits for a browser to come back: a sign-in at a provider, the challenge of a passkey. Good once,
-- found only by the secret that the browser was given.
create table sign_in_flows (
  tenant_id   uuid        not null references tenants (tenant_id),
  id          uuid        not null,
  kind        text        not null check (kind in ('oidc', 'nonce', 'new_passkey', 'passkey')),
  digest      bytea       not null,
  sealed      bytea       not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  primary key (tenant_id, id)
);
create unique index sign_in_flows_digest on sign_in_flows (tenant_id, digest);
create index sign_in_flows_expired on sign_in_flows (tenant_id, expires_at);
call protect('sign_in_flows');
