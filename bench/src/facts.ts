import os from 'node:os'
import type pg from 'pg'
import type { Filled } from './fill.ts'

/** What the figures were measured on. */
export interface Facts {
  readonly machine: string
  readonly loadAtStart: number
  readonly postgres: string
  readonly customers: number
  readonly tenants: number
  readonly customersInDatabase: number
  readonly fillSeconds: number
  readonly rowBytes: number
  readonly tokensPerRow: number
  readonly database: string
  readonly tokenIndex: string
}

const POSTGRES = `format('PostgreSQL %s, fsync %s, synchronous_commit %s, shared_buffers %s',
  current_setting('server_version'), current_setting('fsync'), current_setting('synchronous_commit'), current_setting('shared_buffers'))`

export async function postgresOf(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ postgres: string }>(`select ${POSTGRES} as postgres`)
  return rows[0]!.postgres
}

export async function gatherFacts(owner: pg.Client, filled: Filled): Promise<Facts> {
  const { rows } = await owner.query<Omit<Facts, 'machine' | 'loadAtStart' | 'customers' | 'tenants' | 'fillSeconds'>>(
    `select round(avg(pg_column_size(c.*)))::int as "rowBytes",
            (select round(avg(cardinality(tokens)), 1)::float from customer_search where tenant_id = $1) as "tokensPerRow",
            (select count(*)::int from customers) as "customersInDatabase",
            pg_size_pretty(pg_database_size(current_database())) as database,
            pg_size_pretty(pg_relation_size('customer_search_tokens')) as "tokenIndex",
            ${POSTGRES} as postgres
       from customers c where tenant_id = $1`,
    [filled.tenant],
  )
  const { customers, tenants, fillSeconds } = filled
  return { machine: machine(), loadAtStart: os.loadavg()[0]!, customers, tenants, fillSeconds, ...rows[0]! }
}

export function machine(): string {
  const cores = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  return `${cores.length} cores (${cores[0]?.model.trim()}), ${memory} GB, Linux ${os.release()}, Node ${process.versions.node}`
}

export function heading(facts: Facts, idle: { server: number; database: number }): string {
  return [
    facts.machine,
    facts.postgres,
    `load average before the first round ${facts.loadAtStart.toFixed(2)}`,
    `${facts.customersInDatabase} customers in ${facts.tenants} tenants, ${facts.database}, token index ${facts.tokenIndex}`,
    `a customer’s row ${facts.rowBytes} bytes with ${facts.tokensPerRow} tokens; the floor’s rows are as wide`,
    `\`kith demo --customers ${facts.customers}\` took ${facts.fillSeconds} s (the first 1000 come with the start)`,
    `idle: server ${idle.server.toFixed(1)} and database ${idle.database.toFixed(1)} ms of CPU per second`,
  ].join('\n')
}
