-- What people are asked to consent to. A purpose has one document at a time; a retired one keeps what was said about it.
create table consent_documents (
  tenant_id      uuid        not null references tenants (tenant_id),
  id             uuid        not null,
  purpose        text        not null,
  double_opt_in  boolean     not null,
  created_at     timestamptz not null,
  retired_at     timestamptz,
  primary key (tenant_id, id)
);
create unique index consent_purpose on consent_documents (tenant_id, purpose) where retired_at is null;
call protect('consent_documents', 'select, insert, update (retired_at)');

create table consent_versions (
  tenant_id     uuid        not null,
  id            uuid        not null,
  document_id   uuid        not null,
  version       integer     not null,
  -- Whoever consented to an earlier version has to be asked again.
  asks_again    boolean     not null,
  published_at  timestamptz not null,
  published_by  text        not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references consent_documents (tenant_id, id)
);
create unique index consent_version on consent_versions (tenant_id, document_id, version);
call protect('consent_versions', 'select, insert');

-- What was published stays as it was: a consent is worth what its text says.
create table consent_texts (
  tenant_id   uuid not null,
  version_id  uuid not null,
  locale      text not null check (locale in ('en', 'ar')),
  title       text not null,
  text        text not null,
  sha256      text not null,
  primary key (tenant_id, version_id, locale),
  foreign key (tenant_id, version_id) references consent_versions (tenant_id, id)
);
call protect('consent_texts', 'select, insert');

-- Every decision ever made, as it was made. Nothing is changed or deleted, not even by a merge or an erasure: what
-- describes the person is sealed with their key, and noise once that is gone.
create table consent_events (
  tenant_id    uuid        not null,
  id           uuid        not null,
  customer_id  uuid        not null,
  document_id  uuid        not null,
  version_id   uuid        not null,
  locale       text        not null check (locale in ('en', 'ar')),
  decision     text        not null check (decision in ('requested', 'granted', 'withdrawn')),
  source       text        not null
               check (source in ('till', 'web', 'spoken', 'import', 'confirmation', 'unsubscribe', 'erasure')),
  actor        text        not null,
  decided_at   timestamptz not null,
  recorded_at  timestamptz not null,
  sealed       bytea,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  foreign key (tenant_id, document_id) references consent_documents (tenant_id, id),
  foreign key (tenant_id, version_id) references consent_versions (tenant_id, id)
);
create index consent_events_customer on consent_events (tenant_id, customer_id, decided_at);
create index consent_events_document on consent_events (tenant_id, document_id, customer_id);
call protect('consent_events', 'select, insert');

-- Who counted as whom, and when. The decisions themselves stay with the one who made them.
create table consent_merges (
  tenant_id  uuid        not null,
  id         uuid        not null,
  from_id    uuid        not null,
  into_id    uuid        not null,
  since      timestamptz not null,
  until      timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_id) references customers (tenant_id, id),
  foreign key (tenant_id, into_id) references customers (tenant_id, id)
);
create unique index consent_merged_once on consent_merges (tenant_id, from_id) where until is null;
create index consent_merges_into on consent_merges (tenant_id, into_id);
call protect('consent_merges', 'select, insert, update (until)');

-- What an unsubscribe link is bound to. The link is this id and a keyed digest of it, so a copy of the table gives none.
create table consent_links (
  tenant_id    uuid not null,
  id           uuid not null,
  customer_id  uuid not null,
  document_id  uuid not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id),
  foreign key (tenant_id, document_id) references consent_documents (tenant_id, id)
);
create unique index consent_link_of on consent_links (tenant_id, customer_id, document_id);
call protect('consent_links', 'select, insert, delete');

-- A consent that waits for the link in an e-mail to be followed.
create table consent_confirmations (
  tenant_id    uuid        not null,
  digest       bytea       not null,
  customer_id  uuid        not null,
  event_id     uuid        not null,
  address      bytea       not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  primary key (tenant_id, digest),
  foreign key (tenant_id, event_id) references consent_events (tenant_id, id)
);
create index consent_confirmations_customer on consent_confirmations (tenant_id, customer_id);
create index consent_confirmations_age on consent_confirmations (tenant_id, expires_at);
call protect('consent_confirmations', 'select, insert, update (used_at), delete');
