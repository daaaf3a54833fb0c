import { sql as raw } from 'kysely'
import { growth } from '../growth.ts'
import { sql } from '../kit/audit-chain.ts'
import { itself } from '../kit/caller.ts'
import { boundInWords } from '../kit/growth.ts'
import { inTenant } from '../kit/transaction.ts'
import type { Kith } from '../kith.ts'
import { listTenants } from '../modules/tenants/index.ts'
import { table } from './say.ts'
import { inTurn } from './tenants.ts'

const LATELY_DAYS = 30
const SHOWN = 20
const OF_THE_LIBRARY = { table: 'pgboss', bound: 'the job library: runs for 12 hours, their archive for 7 days' }

/** A table over all tenants: its size, and how much of it is recent. */
interface Stored {
  readonly table: string
  readonly bytes: number
  /** Null for tables without tenants, such as those of the job library. */
  readonly rows: number | null
  /** Null if no column has the time of writing; so is `oldest`. */
  readonly lately: number | null
  readonly oldest: string | null
  readonly bound: string
}

interface Counted {
  readonly name: string
  readonly rows: number
  readonly lately: number | null
  readonly oldest: Date | null
}

/** Rows are counted per tenant: no role sees those of all. Bytes are those of table, indexes and long values. */
export async function measureGrowth({ db }: Kith): Promise<Stored[]> {
  const bytes = new Map(
    (
      await db.pool.query<{ name: string; bytes: number }>(`
        select case when n.nspname = 'pgboss' then 'pgboss' else c.relname end as name,
               sum(pg_total_relation_size(c.oid))::float8 as bytes
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname in ('public', 'pgboss') and c.relkind = 'r' group by 1`)
    ).rows.map((row) => [row.name, row.bytes]),
  )
  const tables = Object.keys(growth).filter((name) => bytes.has(name))
  const counted = await inTurn(await listTenants(db), ({ id }) =>
    inTenant(db, itself(id, 'cli'), (ctx) => raw<Counted>`${raw.raw(countOf(tables, id))}`.execute(sql(ctx)), {
      readOnly: true,
    }),
  )
  const rows = counted.flatMap((one) => one.rows)
  const stored = tables.map((name) => stockOf(name, bytes.get(name)!, rows))
  const library = { ...OF_THE_LIBRARY, bytes: bytes.get(OF_THE_LIBRARY.table) ?? 0 }
  return [...stored, { ...library, rows: null, lately: null, oldest: null }].sort((a, b) => b.bytes - a.bytes)
}

function countOf(tables: readonly string[], tenant: string): string {
  return tables
    .map((name) => {
      const since = growth[name]!.since
      const lately =
        since === null ? 'null' : `count(*) filter (where ${since} > now() - interval '${LATELY_DAYS} days')`
      return `select '${name}' as name, count(*)::float8 as rows, ${lately}::float8 as lately,
        ${since === null ? 'null' : `min(${since})`}::timestamptz as oldest from ${name} where tenant_id = '${tenant}'`
    })
    .join(' union all ')
}

function stockOf(name: string, bytes: number, counted: readonly Counted[]): Stored {
  const own = counted.filter((one) => one.name === name)
  const total = (of: (one: Counted) => number) => own.reduce((sum, one) => sum + of(one), 0)
  const { since, bound } = growth[name]!
  const oldest = own.flatMap((one) => (one.oldest ? [one.oldest.toISOString()] : [])).sort()[0] ?? null
  const lately = since === null ? null : total((one) => one.lately ?? 0)
  return { table: name, bytes, rows: total((one) => one.rows), lately, oldest, bound: boundInWords(bound) }
}

/** The largest, for people. */
export function growthInWords(stored: readonly Stored[]): string {
  const lines = stored.slice(0, SHOWN).map((one) => {
    const monthly = one.rows && one.lately !== null ? (one.bytes * one.lately) / one.rows : null
    return [
      one.table,
      megabytes(one.bytes),
      one.rows === null ? '' : one.rows.toLocaleString('en'),
      monthly === null ? '' : `${one.lately!.toLocaleString('en')} (${megabytes(monthly)})`,
      one.oldest?.slice(0, 10) ?? '',
      one.bound,
    ]
  })
  return table([['table', 'size', 'rows', `of the last ${LATELY_DAYS} days`, 'since', 'what bounds it'], ...lines])
}

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`
