import type pg from 'pg'
import { uuidv7 } from '../../../server/src/kit/uuid.ts'
import { type BareSource, inOneTransaction, insert, LATER, openBare, type Row } from '../bare.ts'

/** What an order writes, in its order, and how its rows are found: $1 the tenant, $2 the order. */
const WRITTEN = {
  orders: 'id = $2',
  order_lines: 'order_id = $2',
  order_events: 'order_id = $2',
  events: `data->>'orderId' = $2::text`,
  audit_entries: `customer_id = (select customer_id from orders where tenant_id = $1 and id = $2) and action = 'order.placed'`,
} as const
/** And what an event of another system writes besides. */
const OF_EVENT = 'incoming_events'
const TABLES = Object.keys(WRITTEN) as (keyof typeof WRITTEN)[] // The keys of a constant.
const SAMPLES = 200
const PAGE = 51

type Sample = readonly (readonly [table: string, rows: readonly Row[]])[]

/**
 * The floor of orders: the rows of real ones with new ids, into tables with the same columns and indexes, in one pipelined
 * transaction. No tenants, sealing, hashing, rules or row security, and nothing that follows the answer.
 */
export async function bareOrders({ tenant, ...place }: BareSource) {
  const pool = await openBare(place, [...TABLES, OF_EVENT, 'customer_activity'])
  await pool.query('insert into bare.customer_activity select * from customer_activity where tenant_id = $1', [tenant])
  const samples = await readSamples(pool, tenant)
  const events = await rowsOf(pool, `select * from ${OF_EVENT} where tenant_id = $1 and state = 'done' limit 1`, [
    tenant,
  ])
  let made = 0

  const order = (): pg.QueryConfig[] => {
    const sample = samples[made++ % samples.length]!
    const fresh = { id: uuidv7(), order_id: uuidv7() }
    const [, [placed]] = sample[0]! as readonly [string, readonly [Row]]
    const total = {
      name: 'total',
      text: 'update bare.customer_activity set total_orders = total_orders + 1, total_spent = total_spent + $3, last_order_at = greatest(last_order_at, $4) where tenant_id = $1 and customer_id = $2',
      values: [tenant, placed['customer_id'], placed['counted'], placed['placed_at']],
    }
    return [...sample.flatMap(([table, rows]) => rows.map((row) => insert(table, renewed(table, row, fresh)))), total]
  }
  const event = () => events.map((row) => insert(OF_EVENT, renewed(OF_EVENT, row, { id: uuidv7(), order_id: '' })))
  return {
    order: () => inOneTransaction(pool, order()),
    batch: (count: number) =>
      inOneTransaction(pool, Array.from({ length: count }, () => [...order(), ...event()]).flat()),
    /** The rows of a page in an order of the totals, as they are stored. */
    page: (column: string) =>
      rowsOf(
        pool,
        `select c.*, a.*, k.wrapped from customer_activity a
           join customers c on c.tenant_id = a.tenant_id and c.id = a.customer_id
           join data_keys k on k.tenant_id = c.tenant_id and k.id = c.id
          where a.tenant_id = $1 order by a.${column} desc, a.customer_id desc limit ${PAGE}`,
        [tenant],
      ),
    end: () => pool.end(),
  }
}

const rowsOf = async (pool: pg.Pool, text: string, values: unknown[]) => (await pool.query<Row>(text, values)).rows

async function readSamples(pool: pg.Pool, tenant: string): Promise<Sample[]> {
  const ids = await rowsOf(
    pool,
    `select id from orders where tenant_id = $1 and external_id is not null order by id desc limit ${SAMPLES}`,
    [tenant],
  )
  const one = (table: keyof typeof WRITTEN, id: unknown) =>
    rowsOf(pool, `select * from ${table} where tenant_id = $1 and ${WRITTEN[table]}`, [tenant, id])
  return Promise.all(
    ids.map(({ id }) => Promise.all(TABLES.map(async (table) => [table, await only(table, one(table, id))] as const))),
  )
}

/** A customer of several orders has more audit entries than this order wrote. */
const only = async (table: string, rows: Promise<Row[]>) =>
  table === 'audit_entries' ? (await rows).slice(0, 1) : rows

function renewed(table: string, row: Row, { id, order_id }: { readonly id: string; readonly order_id: string }): Row {
  const own = table === 'orders' ? order_id : uuidv7()
  const fresh: Row = { ...LATER, id: own, order_id, external_id: id, digest: Buffer.from(id) }
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, column in fresh ? fresh[column] : value]),
  )
}
