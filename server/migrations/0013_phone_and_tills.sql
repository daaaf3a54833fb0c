-- A device of the business. Its pairing code and its token are kept as keyed digests; both are shown once.
create table tills (
  tenant_id           uuid        not null references tenants (tenant_id),
  id                  uuid        not null,
  name                text        not null,
  created_at          timestamptz not null,
  created_by          text        not null,
  pairing_digest      bytea,
  pairing_expires_at  timestamptz,
  device_digest       bytea,
  paired_at           timestamptz,
  used_at             timestamptz,
  revoked_at          timestamptz,
  revoked_by          text,
  primary key (tenant_id, id),
  check ((revoked_at is null) = (revoked_by is null))
);
create unique index tills_pairing on tills (tenant_id, pairing_digest) where pairing_digest is not null;
call protect('tills');

-- What somebody on the staff types on one till instead of the password that they gave there before.
create table till_pins (
  tenant_id      uuid        not null,
  till_id        uuid        not null,
  account_id     uuid        not null,
  digest         bytea       not null,
  attempts       integer     not null default 0,
  -- Of the full sign-in that it stands for.
  second_factor  boolean     not null,
  signed_in_at   timestamptz not null,
  set_at         timestamptz not null,
  primary key (tenant_id, till_id, account_id),
  foreign key (tenant_id, till_id) references tills (tenant_id, id),
  foreign key (tenant_id, account_id) references accounts (tenant_id, id) on delete cascade
);
create index till_pins_account on till_pins (tenant_id, account_id);
call protect('till_pins');

-- A session on a till falls asleep when nobody uses it.
alter table account_sessions add column till_id uuid;
alter table account_sessions add column awake_until timestamptz;
alter table account_sessions add foreign key (tenant_id, till_id) references tills (tenant_id, id);
create index sessions_till on account_sessions (tenant_id, till_id) where till_id is not null;

-- How a visitor shows that a guest record is theirs: once, at the sign-in that takes it over.
create table guest_tokens (
  tenant_id    uuid        not null,
  customer_id  uuid        not null,
  digest       bytea       not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  primary key (tenant_id, customer_id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create unique index guest_tokens_digest on guest_tokens (tenant_id, digest);
call protect('guest_tokens');

-- A number that had a holder was proved by somebody who did not look like them. Staff decide whether it is one person.
create table hand_overs (
  tenant_id   uuid        not null,
  id          uuid        not null,
  former_id   uuid        not null,
  present_id  uuid        not null,
  why         text        not null check (why in ('silent', 'unproved')),
  created_at  timestamptz not null,
  decided_at  timestamptz,
  decided_by  text,
  decision    text        check (decision in ('merged', 'dismissed')),
  primary key (tenant_id, id),
  foreign key (tenant_id, former_id) references customers (tenant_id, id),
  foreign key (tenant_id, present_id) references customers (tenant_id, id),
  check (former_id <> present_id),
  check ((decided_at is null) = (decision is null) and (decided_at is null) = (decided_by is null))
);
create index hand_overs_former on hand_overs (tenant_id, former_id);
create index hand_overs_present on hand_overs (tenant_id, present_id);
call protect('hand_overs');
