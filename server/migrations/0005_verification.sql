-- The present code of a contact for a purpose: a new one takes the row over. Only digests; a code is never looked up by itself.
create table verification_codes (
  tenant_id    uuid        not null references tenants (tenant_id),
  type         text        not null check (type in ('phone', 'email')),
  contact      bytea       not null,
  purpose      text        not null,
  code         bytea       not null,
  attempts     integer     not null default 0,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  verified_at  timestamptz,
  primary key (tenant_id, type, contact, purpose)
);
create index verification_codes_age on verification_codes (tenant_id, expires_at);
call protect('verification_codes');

-- What a right code gives: the proof that a contact is somebody's, good once and for minutes.
create table verification_tokens (
  tenant_id   uuid        not null references tenants (tenant_id),
  id          uuid        not null,
  secret      bytea       not null,
  purpose     text        not null,
  type        text        not null check (type in ('phone', 'email')),
  contact     bytea       not null,
  sealed      bytea       not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  primary key (tenant_id, id)
);
create index verification_tokens_age on verification_tokens (tenant_id, expires_at);
create index verification_tokens_contact on verification_tokens (tenant_id, type, contact);
call protect('verification_tokens');

-- How many codes were sent to a phone, from an address, by a tenant since the window began. Counting is one statement,
-- which refuses what would be too many: fifty at once are counted like fifty in a row.
create table verification_counts (
  tenant_id  uuid        not null references tenants (tenant_id),
  window_of  text        not null,
  subject    bytea       not null,
  since      timestamptz not null,
  ends_at    timestamptz not null,
  count      integer     not null,
  primary key (tenant_id, window_of, subject)
);
create index verification_counts_age on verification_counts (tenant_id, ends_at);
call protect('verification_counts');
