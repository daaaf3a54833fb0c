-- A text or an e-mail on its way to somebody. Written in the transaction that wants it sent; sent after the commit.
create table messages (
  tenant_id       uuid        not null references tenants (tenant_id),
  id              uuid        not null,
  customer_id     uuid,
  channel         text        not null check (channel in ('sms', 'email')),
  template        text        not null,
  language        text        not null check (language in ('en', 'ar')),
  status          text        not null
                  check (status in ('queued', 'sending', 'sent', 'delivered', 'kept', 'failed', 'expired')),
  -- Sealed with the customer's key, or with the tenant's own when there is no customer. Gone after some weeks.
  address         bytea,
  address_digest  bytea,
  content         bytea,
  segments        integer,
  attempts        integer     not null default 0,
  -- When something is to be done: the next attempt, or the end of the lease of whoever is sending. Null when it is over.
  due_at          timestamptz,
  expires_at      timestamptz,
  provider_id     text,
  error           text,
  queued_at       timestamptz not null,
  sent_at         timestamptz,
  delivered_at    timestamptz,
  primary key (tenant_id, id),
  check ((due_at is not null) = (status in ('queued', 'sending'))),
  -- At commit: the customer may be made in the same transaction.
  foreign key (tenant_id, customer_id) references customers (tenant_id, id) deferrable initially deferred
);
create index messages_due on messages (tenant_id, due_at) where due_at is not null;
create index messages_queued on messages (tenant_id, queued_at, id);
create index messages_readable on messages (tenant_id, queued_at) where address is not null;
create index messages_customer on messages (tenant_id, customer_id) where customer_id is not null;
create index messages_address on messages (tenant_id, address_digest) where address_digest is not null;
call protect('messages', 'select, insert, update');
grant select (tenant_id, due_at) on messages to kith_platform;
create policy platform_finds_due on messages for select to kith_platform using (due_at is not null);

-- A tenant's own wording of a template. What is not here is worded by the program.
create table message_templates (
  tenant_id   uuid        not null references tenants (tenant_id),
  name        text        not null,
  channel     text        not null check (channel in ('sms', 'email')),
  language    text        not null check (language in ('en', 'ar')),
  wording     bytea       not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, name, channel, language)
);
call protect('message_templates');
