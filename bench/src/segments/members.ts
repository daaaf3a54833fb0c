import type pg from 'pg'
import { columnsOf } from '../fill.ts'
import { say } from '../say.ts'
import { withoutIndexes } from './without-indexes.ts'

/** Those who came by the real operations; all others are copies of them. */
export const ORIGINALS = 5_000
/** Copies came and ordered up to so many months earlier. */
const MONTHS = 18
/** Their orders are up to so many times as large. */
const TIMES = 12
/** One sign-in and one message for so many customers, in the last 90 days. */
const PER_SIGN_IN = 5

/** A table, the customers whose rows are copied, and what differs in a copy. */
type Copied = readonly [table: string, of: 'original' | 'buyer', other: Readonly<Record<string, string>>, only?: string]

const then = (column: string) => `r.${column} - make_interval(months => c.months)`
const dayThen = (day: string, form: string) => `to_char(${day}::date - make_interval(months => c.months), '${form}')`
const times = (...columns: string[]) => Object.fromEntries(columns.map((column) => [column, `r.${column} * c.times`]))
const newId = 'gen_random_uuid()'

/** Everything of a customer that rules, figures and their rollups read, as `pg_stat_user_tables` counted while they ran. */
const COPIED: readonly Copied[] = [
  [
    'customer_activity',
    'buyer',
    { last_seen_at: 'c.at', last_order_at: then('last_order_at'), ...times('total_spent') },
  ],
  // A phone has one holder.
  ['customer_identifiers', 'original', { id: newId, digest: 'sha256(r.digest || uuid_send(c.id))' }],
  // None comes due, or is opened, while something is measured.
  ['segment_members', 'original', { kept_until: `r.kept_until + interval '1 year'`, due_at: 'null' }],
  ['segment_history', 'original', { id: newId }, 'r.went_at is null'],
  [
    'loyalty_orders',
    'buyer',
    {
      ...{ order_id: newId, award_id: 'null', at: then('at') },
      ...times('total', 'refunded', 'counted', 'counted_refunded'),
    },
  ],
  ['loyalty_accounts', 'buyer', {}],
  ['loyalty_awards', 'buyer', { id: newId, order_id: 'null', expires_at: `r.expires_at + interval '1 month'` }],
  ['loyalty_entries', 'buyer', { order_id: 'null', at: then('at') }],
  ['consent_events', 'original', { id: newId, recorded_at: then('recorded_at') }],
  [
    'statistics_people',
    'original',
    { day: `case r.figure when 'quality' then r.day else ${dayThen('r.day', 'YYYY-MM-DD')} end` },
    `r.figure in ('new', 'step', 'quality')`,
  ],
  [
    'statistics_people',
    'buyer',
    {
      part: `case r.figure when 'cohort' then ${dayThen(`(r.part || '-01')`, 'YYYY-MM')} else r.part end`,
      day: dayThen('r.day', 'YYYY-MM-DD'),
    },
    `r.figure in ('rfm', 'cohort', 'churn')`,
  ],
]

/**
 * Past the server: copies of the customers of a tenant until it has so many. They came and ordered at other times and for other
 * amounts. What is sealed in them cannot be opened, and is not.
 */
export async function giveMembers(owner: pg.Client, tenant: string, wanted: number): Promise<number> {
  const began = performance.now()
  const { rows } = await owner.query<{ there: number; last: number }>(
    'select count(*)::int as there, max(number) as last from customers where tenant_id = $1',
    [tenant],
  )
  const { there, last } = rows[0]!
  const more = wanted - there
  if (more <= 0) return there
  say(`${more} copies of ${there} customers, past the server …`)
  await owner.query(
    `create temporary table copies as
     with originals as (select c.id, c.created_at, row_number() over (order by c.id) as place from customers c
                         where c.tenant_id = $1 and c.status not in ('merged', 'erased')),
          buyers as (select o.customer_id, row_number() over (order by o.customer_id) as place
                       from (select distinct customer_id from loyalty_orders where tenant_id = $1 and not cancelled) o),
          sizes as (select (select count(*) from originals) as all_of_them, (select count(*) from buyers) as buying),
          drawn as (select n, o.id as original, o.created_at, floor(random() * $3)::int as months, 1 + floor(random() * $4)::int as times,
                           -- One in four has never ordered.
                           case when n % 4 = 0 then null else 1 + n * 7 % nullif(buying, 0) end as buyer
                      from generate_series(1, $2::int) n cross join sizes join originals o on o.place = 1 + n % all_of_them)
     select d.n, d.original, d.months, d.times, coalesce(b.customer_id, d.original) as buyer,
            d.created_at - make_interval(months => d.months) as at,
            -- By time, as those of the server are.
            (lpad(to_hex(floor(extract(epoch from d.created_at - make_interval(months => d.months)) * 1000)::bigint), 12, '0')
              || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid as id
       from drawn d left join buyers b on b.place = d.buyer`,
    [tenant, more, MONTHS, TIMES],
  )
  await owner.query('analyze copies')
  await copy(owner, tenant, [
    'customers',
    'original',
    {
      ...{ id: 'c.id', number: `${last} + c.n`, display_name: 'null', created_at: 'c.at' },
      ...{ updated_at: 'c.at', merged_into: 'null' },
    },
  ])
  for (const one of COPIED) {
    await copy(owner, tenant, one)
    say(`  ${one[0]}, ${((performance.now() - began) / 1_000).toFixed(0)} s`)
  }
  await owner.query(
    `insert into customer_tally (tenant_id, id, type, status, tier, phone_verified, count)
     select tenant_id, gen_random_uuid(), type, status, tier, phone_verified, count(*)
       from customers where tenant_id = $1 and number > $2 group by 1, 3, 4, 5, 6`,
    [tenant, last],
  )
  await owner.query('update customer_counters set last_number = last_number + $2 where tenant_id = $1', [tenant, more])
  await owner.query('drop table copies')
  await giveTraffic(owner, tenant, wanted)
  await addUp(owner, tenant)
  await owner.query('vacuum (analyze)')
  await owner.query('checkpoint')
  say(`  filled in ${((performance.now() - began) / 1_000).toFixed(0)} s`)
  return wanted
}

async function copy(owner: pg.Client, tenant: string, [table, of, other, only = 'true']: Copied): Promise<void> {
  const columns = await columnsOf(owner, table)
  const values = columns.map((column) => other[column] ?? (column === 'customer_id' ? 'c.id' : `r.${column}`))
  const key = table === 'customers' ? 'id' : 'customer_id'
  await withoutIndexes(owner, table, () =>
    owner.query(
      `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')}
         from copies c join ${table} r on r.tenant_id = $1 and r.${key} = c.${of} where ${only}`,
      [tenant],
    ),
  )
}

/** Sign-ins and messages, of which nothing is counted by day beforehand. */
async function giveTraffic(owner: pg.Client, tenant: string, customers: number): Promise<void> {
  const count = Math.ceil(customers / PER_SIGN_IN)
  await withoutIndexes(owner, 'account_sessions', () =>
    owner.query(
      `insert into account_sessions (tenant_id, id, account_id, transport, factor, second_factor, proved_at, created_at, used_at,
                                     expires_at, ends_at, generation, refresh_digest, device, origin)
       select $1, gen_random_uuid(), gen_random_uuid(), 'cookie', (array['password', 'phone', 'email'])[1 + n % 3], false, at, at, at,
              at + interval '200 days', at + interval '200 days', 1, sha256(n::text::bytea), '', ''
         from generate_series(1, $2::int) n, lateral (select now() - random() * interval '90 days' as at where n > 0) then_`,
      [tenant, count],
    ),
  )
  await withoutIndexes(owner, 'messages', () =>
    owner.query(
      `insert into messages (tenant_id, id, channel, template, language, status, attempts, queued_at, sent_at, delivered_at)
       select $1, gen_random_uuid(), (array['sms', 'email'])[1 + n % 2], 'otp', 'en', 'delivered', 1, at,
              at + interval '1 second', at + interval '3 seconds'
         from generate_series(1, $2::int) n, lateral (select now() - random() * interval '90 days' as at where n > 0) then_`,
      [tenant, count],
    ),
  )
}

/** The rollups as they are of so many: of people from what each counts as, of what is only added to by the job that counts it. */
async function addUp(owner: pg.Client, tenant: string): Promise<void> {
  await owner.query('begin')
  await owner.query('set local session_replication_role = replica')
  await owner.query(
    `delete from statistics_days
      where tenant_id = $1 and (figure in ('points', 'consent') or figure in (select figure from statistics_people where tenant_id = $1))`,
    [tenant],
  )
  await owner.query(
    `insert into statistics_days (tenant_id, id, figure, part, day, count)
     select $1, gen_random_uuid(), figure, part, day, count(*) from statistics_people where tenant_id = $1 group by figure, part, day`,
    [tenant],
  )
  await owner.query('delete from loyalty_owed where tenant_id = $1', [tenant])
  await owner.query(
    `insert into loyalty_owed (tenant_id, id, kind, day, points)
     select $1::uuid, gen_random_uuid(), case when vested_at is null then 'pending' else 'vested' end,
            coalesce(to_char(expires_at, 'YYYY-MM-DD'), ''), sum(remaining)
       from loyalty_awards where tenant_id = $1 and remaining > 0 group by 3, 4
     union all select $1::uuid, gen_random_uuid(), 'counted', '', 1`,
    [tenant],
  )
  await owner.query('update statistics_counting set closed_to = null where tenant_id = $1', [tenant])
  await owner.query('commit')
}
