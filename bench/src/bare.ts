import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { uuidv7 } from '../../server/src/kit/uuid.ts'

/** Where Kith keeps its customers, to be written to past all of its code. */
export interface BareSource {
  readonly host: string
  readonly port: number
  readonly database: string
  readonly tenant: string
}

/** What a create writes, in its order, and the column that names the customer. */
const WRITTEN = {
  data_keys: 'customer_id',
  customer_tally: null,
  customer_identifiers: 'customer_id',
  customers: 'id',
  customer_activity: 'customer_id',
  customer_search: 'id',
  duplicate_people: 'customer_id',
  events: 'customer_id',
  audit_entries: 'customer_id',
} as const
type Table = keyof typeof WRITTEN
const TABLES = Object.keys(WRITTEN) as Table[] // The keys of a constant.
const SAMPLES = 500

export type Row = Record<string, unknown>

/** Tables with the columns and indexes of Kith’s, in a schema of their own. */
export async function openBare(place: Omit<BareSource, 'tenant'>, tables: readonly string[]): Promise<pg.Pool> {
  const pool = new pg.Pool({ ...place, user: 'postgres', max: 16, pipeline: true } as pg.PoolConfig)
  await pool.query('drop schema if exists bare cascade; create schema bare')
  for (const table of tables) await pool.query(`create table bare.${table} (like public.${table} including all)`)
  return pool
}

/** Sent in one packet, without waiting in between. */
export async function inOneTransaction(pool: pg.Pool, statements: readonly pg.QueryConfig[]): Promise<void> {
  const client = await pool.connect()
  const { stream } = (client as unknown as { connection: { stream: NodeJS.Socket & { cork(): void; uncork(): void } } })
    .connection
  stream.cork()
  setImmediate(() => stream.uncork())
  const sent = [{ text: 'begin' }, ...statements, { text: 'commit' }].map((statement) => client.query(statement))
  const [wrong] = (await Promise.allSettled(sent)).filter(({ status }) => status === 'rejected')
  client.release()
  // Else a floor that fails is a fast floor.
  if (wrong) throw (wrong as PromiseRejectedResult).reason // Filtered by its status.
}

/**
 * The second floor of a create: the rows of real customers, with new ids, into tables with the same columns and indexes, in
 * one pipelined transaction. No tenants, sealing, hashing, rules or row security, and nothing that follows the answer.
 */
export async function bareCreates({
  tenant,
  ...place
}: BareSource): Promise<{ create(): Promise<Row>; end(): Promise<void> }> {
  const pool = await openBare(place, [...TABLES, 'customer_counters'])
  await pool.query('insert into bare.customer_counters select * from customer_counters where tenant_id = $1', [tenant])
  const samples = await readSamples(pool, tenant)
  let made = 0

  async function create(): Promise<Row> {
    const id = uuidv7()
    const number = 1_000_000 + ++made
    const sample = samples[made % samples.length]!
    const sent = sample.flatMap(([table, rows]) => rows.map((row) => insert(table, renewed(table, row, id, number))))
    const count = {
      name: 'count',
      text: 'update bare.customer_counters set last_number = last_number + 1, last_name = last_name + 1 where tenant_id = $1',
      values: [tenant],
    }
    await inOneTransaction(pool, [...sent, count])
    return { id, number }
  }
  return { create, end: () => pool.end() }
}

type Sample = readonly (readonly [Table, readonly Row[]])[]

async function readSamples(pool: pg.Pool, tenant: string): Promise<Sample[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from customers c where tenant_id = $1 and type = 'stub'
        and exists (select from events e where e.tenant_id = $1 and e.customer_id = c.id) limit ${SAMPLES}`,
    [tenant],
  )
  return Promise.all(
    rows.map(({ id }) =>
      Promise.all(
        TABLES.map(async (table) => {
          const by = WRITTEN[table]
          const found = by
            ? await pool.query<Row>(`select * from ${table} where tenant_id = $1 and ${by} = $2`, [tenant, id])
            : await pool.query<Row>(`select * from ${table} where tenant_id = $1 limit 1`, [tenant])
          return [table, found.rows] as const
        }),
      ),
    ),
  )
}

/** As it is before anything follows: neither delivered nor linked. */
export const LATER: Row = { delivered_at: null, parked_at: null, seq: null, hash: null }

function renewed(table: Table, row: Row, customer: string, number: number): Row {
  const own = WRITTEN[table] === 'id' || table === 'data_keys' ? customer : uuidv7()
  const fresh: Row = {
    ...LATER,
    id: own,
    customer_id: customer,
    number,
    display_name: `Bare${number}`,
    digest: randomBytes(16),
  }
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, column in fresh ? fresh[column] : value]),
  )
}

export function insert(table: string, row: Row): pg.QueryConfig {
  const columns = Object.keys(row)
  const places = columns.map((_, index) => `$${index + 1}`)
  const text = `insert into bare.${table} (${columns.map((column) => `"${column}"`)}) values (${places})`
  const values = Object.values(row).map((value) => (isJson(value) ? JSON.stringify(value) : value))
  return { name: `bare ${table} ${columns.length}`, text, values }
}

const isJson = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !Buffer.isBuffer(value)
