-- A login. It belongs to one customer, or to the staff: then it has a role and no customer.
create table accounts (
  tenant_id     uuid        not null references tenants (tenant_id),
  id            uuid        not null,
  customer_id   uuid,
  role          text        check (role in ('owner', 'admin', 'manager', 'cashier', 'privacy-officer', 'analyst')),
  status        text        not null default 'active' check (status in ('invited', 'active', 'disabled')),
  language      text        not null check (language in ('en', 'ar')),
  -- What staff are called.
  sealed        bytea,
  created_at    timestamptz not null,
  signed_in_at  timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  check ((customer_id is null) <> (role is null))
);
create index accounts_customer on accounts (tenant_id, customer_id) where customer_id is not null;
create index accounts_staff on accounts (tenant_id, role) where role is not null;
call protect('accounts');

-- What somebody signs in with: `digest` finds it (an e-mail, a phone, issuer and subject, the id of a passkey), `sealed`
-- is the same, to be opened. Many may claim an e-mail, one can have proved it.
create table account_credentials (
  tenant_id   uuid        not null,
  id          uuid        not null,
  account_id  uuid        not null,
  kind        text        not null check (kind in ('password', 'phone', 'oidc', 'passkey')),
  digest      bytea       not null,
  sealed      bytea       not null,
  -- The hash of a password; keyed, so that it is of no use without the tenant's keys.
  secret      bytea,
  scheme      text,
  proved_at   timestamptz,
  created_at  timestamptz not null,
  changed_at  timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
);
create unique index credentials_proved on account_credentials (tenant_id, kind, digest) where proved_at is not null;
create index credentials_claimed on account_credentials (tenant_id, kind, digest, created_at);
create index credentials_account on account_credentials (tenant_id, account_id);
create unique index credentials_one_password on account_credentials (tenant_id, account_id) where kind = 'password';
call protect('account_credentials');

-- A session is a family of refresh tokens: the present one, and for some seconds the one before it.
create table account_sessions (
  tenant_id        uuid        not null,
  id               uuid        not null,
  account_id       uuid        not null,
  transport        text        not null check (transport in ('cookie', 'token')),
  factor           text        not null,
  second_factor    boolean     not null,
  proved_at        timestamptz not null,
  created_at       timestamptz not null,
  used_at          timestamptz not null,
  expires_at       timestamptz not null,
  ends_at          timestamptz not null,
  generation       integer     not null,
  refresh_digest   bytea       not null,
  previous_digest  bytea,
  rotated_at       timestamptz,
  successor        bytea,
  device           bytea       not null,
  origin           bytea       not null,
  ended_at         timestamptz,
  ended_by         text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
);
create index sessions_account on account_sessions (tenant_id, account_id, created_at);
create index sessions_expired on account_sessions (tenant_id, expires_at);
create index sessions_rotated on account_sessions (tenant_id, rotated_at) where successor is not null;
call protect('account_sessions');

-- Links, codes and challenges: good once, kept as keyed digests.
create table account_tokens (
  tenant_id    uuid        not null,
  id           uuid        not null,
  account_id   uuid        not null,
  purpose      text        not null check (purpose in ('verify_email', 'reset_password', 'invitation', 'mfa')),
  digest       bytea       not null,
  code_digest  bytea,
  attempts     integer     not null default 0,
  sealed       bytea,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
);
create unique index account_tokens_digest on account_tokens (tenant_id, digest);
create index account_tokens_account on account_tokens (tenant_id, account_id, purpose, created_at);
create index account_tokens_expired on account_tokens (tenant_id, expires_at);
call protect('account_tokens');

create table account_factors (
  tenant_id     uuid        not null,
  id            uuid        not null,
  account_id    uuid        not null,
  kind          text        not null check (kind in ('totp', 'sms')),
  sealed        bytea       not null,
  created_at    timestamptz not null,
  confirmed_at  timestamptz,
  -- The last time step whose code was taken: no code is good twice.
  last_step     bigint,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
);
create unique index account_factors_confirmed on account_factors (tenant_id, account_id, kind) where confirmed_at is not null;
create unique index account_factors_pending on account_factors (tenant_id, account_id, kind) where confirmed_at is null;
call protect('account_factors');

create table account_recovery_codes (
  tenant_id   uuid        not null,
  id          uuid        not null,
  account_id  uuid        not null,
  digest      bytea       not null,
  used_at     timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
);
create unique index recovery_codes_digest on account_recovery_codes (tenant_id, account_id, digest);
call protect('account_recovery_codes');

-- How often something was tried: by e-mail, account or address, all of them as digests, whether or not there is such an account.
create table sign_in_attempts (
  tenant_id  uuid        not null references tenants (tenant_id),
  subject    bytea       not null,
  count      integer     not null,
  until      timestamptz not null,
  primary key (tenant_id, subject)
);
create index attempts_over on sign_in_attempts (tenant_id, until);
call protect('sign_in_attempts');

-- A key is published a day before it signs and stays until the last token that it signed has expired.
create table signing_keys (
  tenant_id   uuid        not null references tenants (tenant_id),
  id          uuid        not null,
  generation  integer     not null,
  public_jwk  jsonb       not null,
  sealed      bytea       not null,
  created_at  timestamptz not null,
  signs_from  timestamptz not null,
  primary key (tenant_id, id)
);
create unique index signing_keys_generation on signing_keys (tenant_id, generation);
call protect('signing_keys');
