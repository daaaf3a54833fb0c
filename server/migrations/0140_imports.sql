-- A file of customers on its way in: uploaded, read, checked, run, perhaps undone.
create table imports (
  tenant_id    uuid        not null references tenants (tenant_id),
  id           uuid        not null,
  state        text        not null check (state in
               ('uploading', 'ready', 'checking', 'checked', 'running', 'paused', 'done', 'undoing', 'undone', 'failed')),
  -- Of a failed import: why it cannot go on.
  failure      text,
  -- Name of the file, columns and rules: they are the words of the file.
  sealed       bytea,
  format       text        check (format in ('csv', 'ndjson', 'vcard', 'xlsx')),
  bytes        bigint      not null default 0,
  sha256       text,
  -- Rows in the file, rows handled by the present step, and what became of them.
  rows         integer,
  done         integer     not null default 0,
  created      integer     not null default 0,
  updated      integer     not null default 0,
  unchanged    integer     not null default 0,
  duplicates   integer     not null default 0,
  refused      integer     not null default 0,
  undone       integer     not null default 0,
  kept         integer     not null default 0,
  created_by   text        not null,
  created_at   timestamptz not null,
  -- The caller that started the run, in the history of every customer that it makes.
  started_by   text,
  started_at   timestamptz,
  finished_at  timestamptz,
  -- The process at work, and its last sign.
  worker       uuid,
  worker_at    timestamptz,
  primary key (tenant_id, id)
);
create index imports_at_work on imports (tenant_id) where state in ('checking', 'running', 'undoing');
call protect('imports', 'select, insert, update');
grant select (tenant_id, state) on imports to kith_platform;
create policy platform_finds_at_work on imports for select to kith_platform using (state in ('checking', 'running', 'undoing'));

-- The file as it came, until its rows are read.
create table import_parts (
  tenant_id  uuid    not null,
  import_id  uuid    not null,
  part       integer not null,
  sealed     bytea   not null,
  primary key (tenant_id, import_id, part),
  foreign key (tenant_id, import_id) references imports (tenant_id, id)
);
call protect('import_parts');

-- Its rows, some hundred at a time. `first` counts from 0. The keyed digests are those of phones, e-mails and numbers in them:
-- by these an erasure finds the rows of a person.
create table import_batches (
  tenant_id  uuid    not null,
  import_id  uuid    not null,
  first      integer not null,
  rows       integer not null,
  keys       bytea   not null default '',
  sealed     bytea   not null,
  primary key (tenant_id, import_id, first),
  foreign key (tenant_id, import_id) references imports (tenant_id, id)
);
call protect('import_batches');

-- Rows that were not taken over, by the last step: a check, or the run.
create table import_refused (
  tenant_id    uuid    not null,
  import_id    uuid    not null,
  at           integer not null,
  row          integer not null,
  outcome      text    not null check (outcome in ('refused', 'duplicate')),
  -- Column and code of each reason, never a value.
  reasons      jsonb   not null,
  customer_id  uuid,
  other_row    integer,
  primary key (tenant_id, import_id, at),
  foreign key (tenant_id, import_id) references imports (tenant_id, id)
);
create index import_refused_customer on import_refused (tenant_id, customer_id) where customer_id is not null;
call protect('import_refused');

-- What an import did to each customer, for undoing it. Sealed with the key of the customer: before and after.
create table import_changes (
  tenant_id    uuid        not null,
  import_id    uuid        not null,
  customer_id  uuid        not null,
  at           integer     not null,
  row          integer     not null,
  kind         text        not null check (kind in ('created', 'updated')),
  changed_at   timestamptz not null,
  sealed       bytea,
  -- After an undo: why it stays, and which fields do.
  kept         text,
  kept_fields  text[],
  primary key (tenant_id, import_id, customer_id),
  foreign key (tenant_id, import_id) references imports (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create index import_changes_in_order on import_changes (tenant_id, import_id, at);
create index import_changes_customer on import_changes (tenant_id, customer_id);
call protect('import_changes');

-- The id of a customer in another system.
create table import_external_ids (
  tenant_id    uuid  not null,
  id           uuid  not null,
  customer_id  uuid  not null,
  import_id    uuid  not null,
  digest       bytea not null,
  sealed       bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references customers (tenant_id, id)
);
create unique index import_external_id on import_external_ids (tenant_id, digest);
create index import_external_ids_customer on import_external_ids (tenant_id, customer_id);
call protect('import_external_ids');

-- What a column of this name was taken for, the last time.
create table import_columns (
  tenant_id  uuid        not null,
  digest     bytea       not null,
  target     text,
  policy     text        not null check (policy in ('create', 'overwrite', 'fill', 'never')),
  used_at    timestamptz not null,
  primary key (tenant_id, digest)
);
call protect('import_columns');
