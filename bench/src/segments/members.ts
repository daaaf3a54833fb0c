import type pg from 'pg'
import { say } from '../say.ts'

/**
 * Past the server: customers with what rules look at, 0 to 4 orders each. They are members already, and the row that says what is
 * kept of them has an age and a city.
 */
export async function giveMembers(owner: pg.Client, tenant: string, wanted: number): Promise<number> {
  say(`${wanted} customers with their orders, past the server …`)
  const run = (statement: string, ...more: unknown[]) => owner.query(statement, [tenant, ...more])
  await owner.query('begin')
  // As the superuser: row security does not bind it, and triggers and foreign keys need not be run row by row.
  await owner.query('set local session_replication_role = replica')
  await run(
    `insert into customers (tenant_id, id, number, type, status, country, locale, created_at, updated_at, sealed, tokens, source, segment)
     select $1, gen_random_uuid(), 10000000 + n, (array['guest','stub','full'])[1 + n % 3], 'active', 'OM', (array['en','ar'])[1 + n % 2],
            now() - random() * interval '900 days', now(), '', '{}', 'staff', 'others'
       from generate_series(1, $2::integer - (select count(*)::integer from customers where tenant_id = $1)) n`,
    wanted,
  )
  await run(
    `insert into customer_activity (tenant_id, customer_id, last_seen_at)
     select tenant_id, id, created_at from customers where tenant_id = $1 on conflict do nothing`,
  )
  await run(
    `insert into loyalty_orders (tenant_id, order_id, customer_id, at, total, counted)
     select tenant_id, gen_random_uuid(), id, now() - random() * interval '500 days', amount, amount
       from customers, lateral (select (1000 + random() * 79000)::bigint as amount
                                  from generate_series(1, (random() * 4)::int) where id is not null) bought
      where tenant_id = $1`,
  )
  await run(
    `insert into segment_members (tenant_id, customer_id, segment, since, kept)
     select tenant_id, id, 'others', now(), jsonb_build_object('ageBand', (array['18_24','25_34','35_44','45_54'])[1 + number % 4])
       from customers where tenant_id = $1 on conflict do nothing`,
  )
  await run(
    `insert into segment_history (tenant_id, id, customer_id, key, is_tag, came_at, came_by, version)
     select tenant_id, gen_random_uuid(), customer_id, 'others', false, now(), 'rules', 1
       from segment_members where tenant_id = $1 on conflict do nothing`,
  )
  const { rows } = await run(
    `update customer_tally set count = count + $2 - (select sum(count) from customer_tally where tenant_id = $1)
      where ctid = (select ctid from customer_tally where tenant_id = $1 and status = 'active' limit 1) returning 1`,
    wanted,
  )
  if (rows.length !== 1) throw new Error('No tally')
  await owner.query('commit')
  await owner.query('vacuum (analyze)')
  await owner.query('checkpoint')
  return wanted
}

/** As many counts by day as so many customers of three years leave. */
export async function giveFigures(owner: pg.Client, tenant: string, customers: number): Promise<void> {
  const add = (figure: string, parts: string, days: number, ahead = 0) =>
    owner.query(
      `insert into statistics_days (tenant_id, id, figure, part, day, count)
       select $1, gen_random_uuid(), $2, part, to_char(current_date - d + $4::integer, 'YYYY-MM-DD'), 1 + (random() * $5)::integer
         from (${parts}) parts(part), generate_series(0, $3::integer - 1) d`,
      [tenant, figure, days, ahead, Math.ceil(customers / 10_000)],
    )
  await add(
    'new',
    `select t || '.' || s from unnest(array['guest','stub','full']) t, unnest(array['web','staff','api','import','unknown']) s`,
    1_095,
  )
  await add('step', `select t || '.' || b from unnest(array['stub','full']) t, generate_series(0, 80, 2) b`, 1_095)
  await add('rfm', `select 'F' || f || 'M' || m from generate_series(1, 5) f, generate_series(1, 5) m`, 1_095)
  await add('churn', `select unnest(array['late', 'lost'])`, 1_500, 700)
  await add('points', `select unnest(array['earn', 'redeem', 'expire', 'revert'])`, 1_095)
  await add('consent', `select 'marketing.' || c || ':granted' from unnest(array['sms', 'email']) c`, 1_095)
  await owner.query(
    `insert into statistics_days (tenant_id, id, figure, part, day, count)
     select $1, gen_random_uuid(), 'cohort', to_char(c, 'YYYY-MM'), to_char(m, 'YYYY-MM-01'), 1 + (random() * $2)::integer
       from generate_series(current_date - interval '3 years', current_date, interval '1 month') c,
            lateral generate_series(c, current_date, interval '1 month') m`,
    [tenant, customers],
  )
  await owner.query('vacuum (analyze) statistics_days')
}
