import type pg from 'pg'
import { type Place, stopped } from '../place.ts'
import { type Server, startKith } from '../processes.ts'
import { say } from '../say.ts'

const LIMIT_SECONDS = 60
const CUSTOMERS = 100_000
const LOOK_EVERY_MS = 100

export interface ReviewMeasured {
  readonly customers: number
  readonly seconds: number
  readonly met: boolean
  /** Another one, whose server was killed half-way: how far it had come, and whether each customer was reviewed once. */
  readonly killedAt: number
  readonly once: boolean
}

type Progress = { readonly done: number; readonly finished_at: Date | null }

/** A review of the tiers of all customers, measured; and one more, in which the server is killed half-way. */
export async function measureReview(
  place: Place,
  owner: pg.Client,
  server: Server,
  { tenant, headers }: { readonly tenant: string; readonly headers: Readonly<Record<string, string>> },
): Promise<ReviewMeasured> {
  const customers = await giveOrders(owner, tenant)
  say(`reviewing the tiers of ${customers} customers …`)
  const begun = performance.now()
  await ask(server, headers)
  await until(owner, tenant, ({ finished_at }) => finished_at !== null)
  const seconds = (performance.now() - begun) / 1_000

  // They all spend more, so that each has a tier to change again.
  await owner.query('update loyalty_orders set counted = counted * 10 where tenant_id = $1', [tenant])
  say('… and again, with a server that is killed half-way')
  await ask(server, headers)
  await until(owner, tenant, ({ done }) => done >= customers / 2)
  process.kill(server.pid, 'SIGKILL')
  stopped(place, await startKith(place.data, null))
  const { done: killedAt } = await latest(owner, tenant)
  await until(owner, tenant, ({ finished_at }) => finished_at !== null)
  return { customers, seconds, met: seconds <= LIMIT_SECONDS, killedAt, once: await eachOnce(owner, tenant, customers) }
}

/** Past the server: so many customers have each bought for 1 to 400 rials in one order. */
async function giveOrders(owner: pg.Client, tenant: string): Promise<number> {
  await owner.query(
    `with made as (
       insert into customers (tenant_id, id, number, type, status, country, locale, created_at, updated_at, sealed, tokens)
       select $1, gen_random_uuid(), 10000000 + n, 'guest', 'active', 'OM', 'en', now(), now(), '', '{}'
         from generate_series(1, $2::integer - (select count(*)::integer from loyalty_accounts where tenant_id = $1)) n
       returning id)
     insert into loyalty_accounts (tenant_id, customer_id) select $1, id from made`,
    [tenant, CUSTOMERS],
  )
  await owner.query(
    `insert into loyalty_orders (tenant_id, order_id, customer_id, at, total, counted)
       select tenant_id, gen_random_uuid(), customer_id, now() - random() * interval '300 days', amount, amount
         from loyalty_accounts, lateral (select (1000 + random() * 399000)::bigint as amount where customer_id is not null) bought
        where tenant_id = $1`,
    [tenant],
  )
  await owner.query('vacuum (analyze) loyalty_accounts, loyalty_orders')
  const { rows } = await owner.query<{ n: number }>(
    'select count(*)::int as n from loyalty_accounts where tenant_id = $1 and not away',
    [tenant],
  )
  return rows[0]!.n
}

async function ask({ url }: Server, headers: Readonly<Record<string, string>>): Promise<void> {
  const answer = await fetch(`${url}/api/v1/loyalty/reviews`, { method: 'POST', headers })
  if (!answer.ok) throw new Error(`A review could not be begun: ${answer.status} ${await answer.text()}`)
}

async function latest(owner: pg.Client, tenant: string): Promise<Progress> {
  const { rows } = await owner.query<Progress>(
    'select done, finished_at from loyalty_reviews where tenant_id = $1 order by at desc, id desc limit 1',
    [tenant],
  )
  return rows[0]!
}

async function until(owner: pg.Client, tenant: string, is: (progress: Progress) => boolean): Promise<void> {
  while (!is(await latest(owner, tenant))) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
}

async function eachOnce(owner: pg.Client, tenant: string, customers: number): Promise<boolean> {
  const { rows } = await owner.query<{ done: number; changes: number; people: number }>(
    `select r.done, count(c.*)::int as changes, count(distinct c.customer_id)::int as people
       from (select * from loyalty_reviews where tenant_id = $1 order by at desc, id desc limit 1) r
       left join loyalty_tier_changes c on c.tenant_id = r.tenant_id and c.run_id = r.id group by r.done`,
    [tenant],
  )
  const { done, changes, people } = rows[0]!
  return done === customers && changes === people
}

export const reviewInWords = ({ customers, seconds, met, killedAt, once }: ReviewMeasured): string =>
  [
    `review of ${customers} customers: ${seconds.toFixed(1)} s, ${met ? 'met' : '**missed**'} (≤ ${LIMIT_SECONDS} s)`,
    `killed after ${killedAt}, it went on, and ${once ? 'reviewed each customer once' : '**did not review each customer once**'}`,
  ].join('\n')
