import type { Socket } from 'node:net'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

const INT8 = 20
const STATEMENTS_NAMED = 500
const PARAMETERS_NAMED = 120

const types: pg.CustomTypesConfig = {
  // Counts and thousandths of a currency stay far below 2^53.
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text'), // One overload for each format.
}

export function openPool(options: pg.PoolConfig): pg.Pool {
  // `pipeline`: statements go out without waiting for the answers of those before them.
  const always = { types, pipeline: true, connectionTimeoutMillis: 10_000, keepAlive: true }
  const pool = new pg.Pool({ ...options, ...always })
  // A connection that breaks must not end the process, idle or in use; its next query says what is wrong.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

const queries = new WeakMap<pg.PoolClient, Kysely<DB>>()

/** Kysely on one connection; its holder begins and ends transactions. */
export function queriesOn(client: pg.PoolClient): Kysely<DB> {
  let kysely = queries.get(client)
  if (!kysely) {
    kysely = new Kysely<DB>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new OneConnection(client),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    })
    queries.set(client, kysely)
  }
  return kysely
}

type Row = Readonly<Record<string, unknown>>
const inserts = new Map<string, string>()

/**
 * Sends rows of the same columns at once. Kysely's execute() waits a few turns, in which the next statement would
 * overtake it, and compiles the same text each time.
 */
export function insertNow(client: pg.PoolClient, table: string, rows: readonly Row[]): Promise<unknown> {
  const columns = Object.keys(rows[0]!)
  const most = Math.max(1, Math.floor(VALUES_AT_ONCE / columns.length))
  gatherWrites(client)
  const sent: Promise<unknown>[] = []
  for (let from = 0; from < rows.length; from += most) {
    const some = rows.slice(from, from + most)
    const values = some.flatMap((row) => columns.map((column) => row[column]))
    const isKept = some.length === most || values.length <= PARAMETERS_NAMED
    sent.push(client.query(named(insertOf(table, columns, some.length, isKept), values, isKept)))
  }
  return sent.length === 1 ? sent[0]! : Promise.all(sent)
}

/** Of many rows so many values go into a statement: always as many, so that it is parsed and planned once for each connection. */
const VALUES_AT_ONCE = 600

function insertOf(table: string, columns: readonly string[], rows: number, isKept: boolean): string {
  const key = `${table} ${rows} ${columns}`
  const known = inserts.get(key)
  if (known) return known
  const places = (row: number) => columns.map((_, column) => `$${row * columns.length + column + 1}`)
  const each = Array.from({ length: rows }, (_, row) => `(${places(row)})`)
  const text = `insert into ${table} ("${columns.join('", "')}") values ${each}`
  if (isKept) inserts.set(key, text)
  return text
}

/** The same for any statement without a caller that awaits its answer. */
export function sendNow(client: pg.PoolClient, { sql, parameters }: CompiledQuery): Promise<unknown> {
  gatherWrites(client)
  return client.query(named(sql, parameters))
}

/** The rows of a statement that is compiled already. */
export async function readNow<Row>(client: pg.PoolClient, { sql, parameters }: CompiledQuery<Row>): Promise<Row[]> {
  gatherWrites(client)
  const { rows } = await client.query(named(sql, parameters))
  return rows
}

/** All statements of this turn go out in one write: a system call costs more than a small statement. */
export function gatherWrites(client: pg.PoolClient): void {
  const stream = streamOf(client)
  if (stream.writableCorked > 0) return
  stream.cork()
  setImmediate(() => stream.uncork())
}

/** Resolves at the end of this turn, with its statements still held back; the resolved function sends them. */
export async function holdWrites(client: pg.PoolClient): Promise<() => void> {
  const stream = streamOf(client)
  stream.cork()
  await new Promise((resolve) => setImmediate(resolve))
  return () => stream.uncork()
}

const streamOf = (client: pg.PoolClient) => (client as unknown as { connection: { stream: Socket } }).connection.stream // pg does not declare its connection.

const heard = new WeakMap<pg.PoolClient, number>()

/** Whether a byte arrived since the last call. */
export function hasHeard(client: pg.PoolClient): boolean {
  const { bytesRead } = streamOf(client)
  const before = heard.get(client)
  heard.set(client, bytesRead)
  return before !== bytesRead
}

/** Ends the connection at once; pending statements fail. */
export const cut = (client: pg.PoolClient) => void streamOf(client).destroy()

class OneConnection implements Driver {
  readonly #connection: DatabaseConnection

  constructor(client: pg.PoolClient) {
    this.#connection = {
      async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
        gatherWrites(client)
        const { rows, rowCount, command } = await client.query(named(sql, parameters))
        return command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(rowCount ?? 0) }
      },
      streamQuery() {
        throw new Error('Read in pages; a pipelined connection cannot hold a cursor open')
      },
    }
  }

  async init() {}
  async destroy() {}
  async acquireConnection() {
    return this.#connection
  }
  async releaseConnection() {}
  async beginTransaction() {
    throw new Error('inTenant() opens the transaction')
  }
  async commitTransaction() {
    throw new Error('inTenant() ends the transaction')
  }
  async rollbackTransaction() {
    throw new Error('inTenant() ends the transaction')
  }
}

/** Stands in a statement of which there are as many texts as there are tenants: names are for those that all share. */
export const PLANNED_ANEW = '/* planned anew */'
/**
 * The same, of those that run with each change, and whose first value is the tenant: some texts of each tenant get names of
 * their own, the others are planned anew.
 */
export const OF_A_TENANT = '/* of a tenant */'
const OF_TENANTS_NAMED = 40
const names = new Map<string, string>()

/** Places that are never given back: each may have as many as are left for all others. */
export class Shares {
  readonly #had = new Map<unknown, number>()
  #left: number
  #taken = 0

  constructor(places: number) {
    this.#left = places
  }

  get taken(): number {
    return this.#taken
  }

  take(who: unknown): boolean {
    const had = this.#had.get(who) ?? 0
    if (had >= this.#left) return false
    this.#had.set(who, had + 1)
    this.#left -= 1
    this.#taken += 1
    return true
  }
}
const ofTenants = new Shares(OF_TENANTS_NAMED)

const hasPlace = (text: string, values: readonly unknown[]): boolean =>
  text.includes(OF_A_TENANT) ? ofTenants.take(values[0]) : names.size - ofTenants.taken < STATEMENTS_NAMED

/** A repeated statement is parsed and planned once per connection. */
function named(text: string, given: readonly unknown[], isKept = given.length <= PARAMETERS_NAMED): pg.QueryConfig {
  const values = given as unknown[] // pg reads them only.
  let name = names.get(text)
  if (!name) {
    if (!text.includes('tenant_id')) throw new Error(`A query must name the tenant: ${text}`)
    if (text.includes(PLANNED_ANEW) || !isKept || !hasPlace(text, values)) return { text, values }
    name = `k${names.size + 1}`
    names.set(text, name)
  }
  return { name, text, values }
}
