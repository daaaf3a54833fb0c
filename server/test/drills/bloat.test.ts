import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWorld, eventually, type World } from '../harness.ts'
import { figure } from './figures.ts'

const ROUNDS = Number(process.env['KITH_DRILL_ROUNDS'] ?? 0)
const UPDATES = ROUNDS * 100_000
const CUSTOMERS = 100_000
const BUSINESSES = 40
const SUBSCRIBERS = 3
const TIMES = 3
/** Of a table of a few pages each further one counts much. */
const SMALL_BYTES = 1 << 20
const TABLES = ['customer_activity', 'loyalty_accounts', 'event_lanes', 'event_subscribers'] as const

interface Measured {
  readonly bytes: number
  readonly dead: number
  readonly updates: number
  readonly hot: number
  readonly vacuumed: number
}

/** `npm run drill -- bloat`: a tenth of the updates for each round. */
describe.skipIf(ROUNDS === 0)('a million updates', { timeout: 3_600_000 }, () => {
  let world: World
  const tenant = randomUUID()
  const after: Record<string, Measured> = {}
  beforeAll(async () => {
    world = await aWorld()
    await world.owner.query(`
      insert into customer_activity (tenant_id, customer_id, last_seen_at)
        select '${tenant}', gen_random_uuid(), now() from generate_series(1, ${CUSTOMERS});
      insert into loyalty_accounts (tenant_id, customer_id) select tenant_id, customer_id from customer_activity;
      insert into event_lanes (tenant_id) select gen_random_uuid() from generate_series(1, ${BUSINESSES});
      insert into event_subscribers (tenant_id, subscriber, position)
        select tenant_id, 'subscriber ' || n, 0 from event_lanes cross join generate_series(1, ${SUBSCRIBERS}) as n`)
  })
  afterAll(() => world.close())

  async function measure(table: string): Promise<Measured> {
    const { rows } = await world.owner.query(
      `select pg_total_relation_size(relid)::float8 as bytes, n_dead_tup::int as dead, n_tup_upd::int as updates,
              n_tup_hot_upd::int as hot, autovacuum_count::int as vacuumed from pg_stat_user_tables where relname = $1`,
      [table],
    )
    return rows[0]
  }

  /** Each turn of it is a transaction of its own, of two updates. */
  async function write(turns: number, prepared: string, turn: string) {
    const { host, port, user, database } = world.owner
    const client = new pg.Client({ host, port, user, database })
    await client.connect()
    try {
      await client.query(`do $$ declare ids uuid[]; one uuid; begin
        ${prepared};
        for n in 1 .. ${turns} loop
          one := ids[1 + floor(random() * cardinality(ids))::int];
          ${turn};
          commit;
        end loop;
      end $$`)
    } finally {
      await client.end()
    }
  }

  const totals = () =>
    write(
      UPDATES / 8,
      'select array_agg(customer_id) into ids from customer_activity',
      `update customer_activity set total_orders = total_orders + 1, total_spent = total_spent + n, last_seen_at = clock_timestamp()
          where tenant_id = '${tenant}' and customer_id = one;
       update loyalty_accounts set balance = balance + 1 where tenant_id = '${tenant}' and customer_id = one`,
    )
  const positions = () =>
    write(
      UPDATES / 4,
      'select array_agg(tenant_id) into ids from event_lanes',
      `update event_lanes set position = position + 1, mark_at = clock_timestamp() where tenant_id = one;
       update event_subscribers set position = position + 1, moved_at = now()
          where tenant_id = one and subscriber = 'subscriber ' || (1 + n % ${SUBSCRIBERS})`,
    )

  test(`leave each table within ${TIMES} times its size when freshly vacuumed`, async () => {
    const began = performance.now()
    await Promise.all([totals(), totals(), positions()])
    const seconds = (performance.now() - began) / 1000
    for (const table of TABLES) after[table] = await measure(table)
    figure(
      'updates of totals and positions',
      `${UPDATES.toLocaleString('en')} in ${seconds.toFixed(0)} s, ${Math.round(UPDATES / seconds).toLocaleString('en')} a second`,
    )
    const tooLarge: string[] = []
    for (const table of TABLES) {
      const { bytes, dead, updates, hot, vacuumed } = after[table]!
      await world.owner.query(`vacuum (full) ${table}`)
      const fresh = (await measure(table)).bytes
      figure(
        table,
        `${megabytes(bytes)}, freshly vacuumed ${megabytes(fresh)}: ${(bytes / fresh).toFixed(1)} times; ` +
          `${updates.toLocaleString('en')} updates, ${Math.round((hot / updates) * 100)} % of them without an index; ` +
          `${dead.toLocaleString('en')} dead rows, vacuumed ${vacuumed} times`,
        `${TIMES} times at most, or 1 MB more`,
      )
      if (bytes > Math.max(TIMES * fresh, fresh + SMALL_BYTES)) tooLarge.push(table)
    }
    expect(tooLarge).toEqual([])
  })

  test('are vacuumed without anything else being done', async () => {
    for (const table of TABLES) expect(await eventually(async () => (await measure(table)).vacuumed > 0)).toBe(true)
  })
})

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
