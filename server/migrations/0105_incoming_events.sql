-- Events of other systems, as CloudEvents name them: source and id, once. Of what was carried out nothing is kept but that
-- it was; what could not be is kept sealed, until it is corrected, replayed or dropped.
create table incoming_events (
  tenant_id    uuid        not null references tenants (tenant_id),
  -- A keyed hash of source and id.
  digest       bytea       not null,
  id           uuid        not null,
  source       text        not null,
  type         text        not null,
  -- A keyed hash of what it says: the same id with other content is refused.
  content      bytea       not null,
  state        text        not null check (state in ('done', 'waiting', 'parked', 'dropped')),
  -- The code of the refusal that parked it.
  reason       text,
  -- Of a waiting one: a keyed hash of the order that it speaks of and that has not come yet; null: it has.
  awaits       bytea,
  -- Keyed hashes of the contacts and the ids in it, so that an erasure finds it.
  contacts     bytea[]     not null default '{}',
  about        uuid[]      not null default '{}',
  happened_at  timestamptz not null,
  received_at  timestamptz not null,
  actor        text        not null,
  sealed       bytea,
  primary key (tenant_id, digest)
);
create unique index incoming_events_id on incoming_events (tenant_id, id);
create index incoming_events_open on incoming_events (tenant_id, received_at, id) where state in ('waiting', 'parked');
create index incoming_events_awaits on incoming_events (tenant_id, awaits, happened_at, id) where state = 'waiting';
create index incoming_events_age on incoming_events (tenant_id, received_at) where state in ('done', 'dropped');
call protect('incoming_events');

-- What a person said to the business elsewhere: reviews of articles, tickets.
create table interactions (
  tenant_id     uuid        not null,
  id            uuid        not null,
  customer_id   uuid        not null,
  kind          text        not null check (kind in ('ticket', 'review')),
  at            timestamptz not null,
  recorded_at   timestamptz not null,
  source        text        not null,
  channel       text,
  sku           text,
  category      text,
  tags          text[]      not null default '{}',
  rating        integer check (rating between 1 and 5),
  sentiment     text check (sentiment in ('positive', 'neutral', 'negative')),
  -- Who says so: the system that told of it, or our own list of words.
  sentiment_by  text check (sentiment_by in ('given', 'words')),
  -- Its name elsewhere, subject and text: one JSON document, sealed with the customer’s key.
  sealed        bytea       not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index interactions_customer on interactions (tenant_id, customer_id, at desc, id desc);
call protect('interactions');
grant select (tenant_id, state, awaits, received_at) on incoming_events to kith_platform;
create policy platform_finds_waiting on incoming_events for select to kith_platform using (state = 'waiting');
