-- Points. The ledger is append-only; accounts, awards and redemptions are what it adds up to, kept in the same transaction.
-- Without foreign keys to customers: their rows are never deleted, and checking one would lock the wide row at each sale.

-- One row for each customer, locked for each change of it. What is kept stays after an erasure, as numbers.
create table loyalty_accounts (
  tenant_id    uuid        not null,
  customer_id  uuid        not null,
  balance      integer     not null default 0 check (balance >= 0),
  pending      integer     not null default 0 check (pending >= 0),
  reserved     integer     not null default 0 check (reserved >= 0),
  debt         integer     not null default 0 check (debt >= 0),
  -- How many entries the ledger of the customer has.
  entries      integer     not null default 0,
  -- The last review of the tier: see 0112.
  tier         text,
  tier_since   timestamptz,
  grace_until  timestamptz,
  reviewed_by  uuid,
  -- Merged into another customer, or erased: not reviewed.
  away         boolean     not null default false,
  primary key (tenant_id, customer_id),
  -- What there is pays what is owed.
  check (balance = 0 or debt = 0)
) with (fillfactor = 80);
create index loyalty_accounts_tier on loyalty_accounts (tenant_id, tier, customer_id);
call protect('loyalty_accounts', 'select, insert, update');

-- What changed, why, and what there was afterwards: the volumes at any time are one row.
create table loyalty_entries (
  tenant_id        uuid        not null,
  customer_id      uuid        not null,
  seq              integer     not null,
  kind             text        not null check (kind in ('earn', 'redeem', 'adjust', 'expire', 'reserve', 'release', 'revert', 'merge')),
  at               timestamptz not null,
  actor            text        not null,
  -- As the customer sees it: plus for what came, minus for what went.
  points           integer     not null,
  balance_change   integer     not null,
  pending_change   integer     not null,
  reserved_change  integer     not null,
  debt_change      integer     not null,
  balance          integer     not null check (balance >= 0),
  pending          integer     not null check (pending >= 0),
  reserved         integer     not null check (reserved >= 0),
  debt             integer     not null check (debt >= 0),
  order_id         uuid,
  -- What may be entered once: an order, a refund, a birthday.
  source           text,
  -- The rule and the numbers that led to it; nothing about a person.
  why              jsonb       not null,
  -- What a member of staff wrote about it, sealed with the key of the customer.
  note             bytea,
  primary key (tenant_id, customer_id, seq)
);
create unique index loyalty_entries_once on loyalty_entries (tenant_id, customer_id, kind, source) where source is not null;
create index loyalty_entries_by_time on loyalty_entries (tenant_id, customer_id, at, seq);
call protect('loyalty_entries', 'select, insert');

-- Points that were given at one time for one reason, and what is left of them.
create table loyalty_awards (
  tenant_id       uuid        not null,
  id              uuid        not null,
  customer_id     uuid        not null,
  kind            text        not null check (kind in ('order', 'welcome', 'birthday', 'adjust', 'returned')),
  order_id        uuid,
  points          integer     not null check (points > 0),
  remaining       integer     not null check (remaining between 0 and points),
  created_at      timestamptz not null,
  -- Pending until then.
  vested_at       timestamptz,
  -- What a pending award waits for.
  needs_delivery  boolean     not null default false,
  needs_proof     boolean     not null default false,
  vests_at        timestamptz,
  -- For how long it is good once it has vested; null: for ever.
  months          integer,
  expires_at      timestamptz,
  -- Its end was announced.
  announced       boolean     not null default false,
  primary key (tenant_id, id)
) with (fillfactor = 80);
create index loyalty_awards_left on loyalty_awards (tenant_id, customer_id, expires_at, created_at) where remaining > 0;
create index loyalty_awards_ending on loyalty_awards (tenant_id, expires_at) where remaining > 0 and expires_at is not null;
create index loyalty_awards_waiting on loyalty_awards (tenant_id, vests_at)
  where vested_at is null and remaining > 0 and not needs_delivery and not needs_proof;
call protect('loyalty_awards', 'select, insert, update');

-- What an entry took from which award; what it gave back is negative. An award is what was given less the sum of these.
create table loyalty_allocations (
  tenant_id      uuid     not null,
  customer_id    uuid     not null,
  seq            integer  not null,
  award_id       uuid     not null,
  -- Several of one entry may concern the same award.
  part           integer  not null,
  points         integer  not null check (points <> 0),
  -- What it was for.
  redemption_id  uuid,
  order_id       uuid,
  -- Paid what the customer owed.
  pays_debt      boolean  not null default false,
  primary key (tenant_id, customer_id, seq, part)
);
create index loyalty_allocations_award on loyalty_allocations (tenant_id, award_id);
create index loyalty_allocations_redemption on loyalty_allocations (tenant_id, redemption_id) where redemption_id is not null;
call protect('loyalty_allocations', 'select, insert');

-- What loyalty knows of an order: enough to take back, to review tiers and to try other rules. Nothing about a person.
create table loyalty_orders (
  tenant_id         uuid        not null,
  order_id          uuid        not null,
  customer_id       uuid        not null,
  at                timestamptz not null,
  -- Minor units of the currency of the order.
  total             bigint      not null,
  refunded          bigint      not null default 0,
  -- Minor units of the reporting currency; null: it does not count.
  counted           bigint,
  counted_refunded  bigint      not null default 0,
  earned            integer     not null default 0,
  taken             integer     not null default 0,
  -- Of what was to be taken back: what had ended by then, and was gone already.
  lapsed            integer     not null default 0,
  award_id          uuid,
  cancelled         boolean     not null default false,
  -- How much of the total is of which category, where the lines told.
  categories        jsonb,
  primary key (tenant_id, order_id)
) with (fillfactor = 80);
create index loyalty_orders_customer on loyalty_orders (tenant_id, customer_id, at) include (counted, counted_refunded);
create index loyalty_orders_at on loyalty_orders (tenant_id, at);
call protect('loyalty_orders', 'select, insert, update');

create table loyalty_redemptions (
  tenant_id    uuid        not null,
  id           uuid        not null,
  customer_id  uuid        not null,
  points       integer     not null check (points > 0),
  -- Of these, what was not there: it became a debt.
  overdraft    integer     not null default 0,
  -- What refunds gave back.
  returned     integer     not null default 0 check (returned <= points),
  -- Minor units of the reporting currency.
  worth        bigint      not null,
  state        text        not null check (state in ('reserved', 'redeemed', 'released')),
  order_id     uuid,
  till_id      uuid,
  -- The proof that it needed, which is good once: a card of the app.
  proof        uuid,
  offline      boolean     not null default false,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  closed_at    timestamptz,
  primary key (tenant_id, id),
  check ((state = 'reserved') = (closed_at is null))
) with (fillfactor = 80);
create unique index loyalty_redemptions_proof on loyalty_redemptions (tenant_id, proof) where proof is not null;
create index loyalty_redemptions_customer on loyalty_redemptions (tenant_id, customer_id, created_at);
create index loyalty_redemptions_order on loyalty_redemptions (tenant_id, order_id) where order_id is not null;
create index loyalty_redemptions_open on loyalty_redemptions (tenant_id, expires_at) where state = 'reserved';
call protect('loyalty_redemptions', 'select, insert, update');

-- What comes due by the clock: looked for across tenants, done inside each.
grant select (tenant_id, remaining, expires_at, vested_at, vests_at, needs_delivery, needs_proof) on loyalty_awards to kith_platform;
create policy platform_finds_due on loyalty_awards for select to kith_platform
  using (remaining > 0 and (expires_at is not null or vests_at is not null));
grant select (tenant_id, state, expires_at) on loyalty_redemptions to kith_platform;
create policy platform_finds_due on loyalty_redemptions for select to kith_platform using (state = 'reserved');
