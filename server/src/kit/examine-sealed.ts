import { sql as raw } from 'kysely'
import { openDetails } from './audit.ts'
import { sql } from './audit-chain.ts'
import { listEntries } from './audit-entries.ts'
import { itself } from './caller.ts'
import type { Context } from './context.ts'
import type { Database } from './database.ts'
import { type AnySealed, type DataKey, SEALED, sealerOf, type Told } from './sealed.ts'
import { inTenant } from './transaction.ts'

const PAGE = 500
const ENTRIES_READ = 10_000

interface Examined {
  /** Unreadable values, as `addresses.sealed 0197…`. */
  readonly damaged: readonly string[]
  /** Those that only a backup can restore. */
  readonly lost: readonly string[]
}

interface Options {
  /** Repairs findings, if their column says how. */
  readonly repair: boolean
  /** Tables examined by their own module. */
  readonly except: readonly string[]
  readonly keysOf: (ctx: Context, customerIds: readonly string[]) => Promise<ReadonlyMap<string, DataKey>>
}

type Row = Readonly<Record<string, unknown>>

/** Every sealed value of a tenant, page by page, each in a transaction of its own. */
export async function examineSealed(db: Database, tenant: string, options: Options): Promise<Examined> {
  const damaged: string[] = []
  const lost: string[] = []
  for (const column of SEALED.filter(({ table }) => !options.except.includes(table))) {
    let last: Row | undefined
    do {
      const after: Row | undefined = last
      const work = (ctx: Context) => examinePage(ctx, column, after, options)
      const page = await inTenant(db, itself(tenant, 'cli'), work, { readOnly: !options.repair })
      damaged.push(...page.damaged)
      lost.push(...page.lost)
      last = page.last
    } while (last !== undefined)
  }
  return { damaged, lost }
}

async function examinePage(ctx: Context, column: AnySealed, after: Row | undefined, { repair, keysOf }: Options) {
  const rows = await pageAfter(ctx, column, after)
  const sealers = rows.map((row) => sealerOf(sealedIn(column, row))).filter((id) => id !== ctx.tenant)
  const keys = await keysOf(ctx, sealers)
  const damaged: string[] = []
  const lost: string[] = []
  for (const row of rows) {
    if (!column.show(ctx, keys, row).damaged) continue
    const name = `${column.table}.${column.column} ${nameOf(column, row)}`
    damaged.push(name)
    if (!repair || !(await mend(ctx, column, row, keysOf))) lost.push(name)
  }
  return { damaged, lost, last: rows.length < PAGE ? undefined : rows.at(-1) }
}

async function pageAfter(ctx: Context, column: AnySealed, after: Row | undefined): Promise<readonly Row[]> {
  const by = namesOf(column)
  const columns = raw.join(by.map((name) => raw.ref(name)))
  const later = after ? raw`and (${columns}) > (${raw.join(by.map((name) => after[name]))})` : raw``
  const { rows } = await raw<Row>`
    select * from ${raw.table(column.table)}
     where tenant_id = ${ctx.tenant} and ${raw.ref(column.column)} is not null ${later}
     order by ${columns} limit ${PAGE}`.execute(sql(ctx))
  return rows
}

/** Whether it is repaired: emptied, removed, or rebuilt from the customer's history. */
async function mend(ctx: Context, column: AnySealed, row: Row, keysOf: Options['keysOf']): Promise<boolean> {
  const { mend } = column
  if (mend === undefined) return false
  const customerId = typeof row['customer_id'] === 'string' ? row['customer_id'] : null
  const sealer = sealerOf(sealedIn(column, row))
  const keys = await keysOf(ctx, [sealer, ...(customerId === null ? [] : [customerId])])
  const key = keys.get(sealer) ?? (customerId === null ? ctx.keys.own : keys.get(customerId))
  if (mend === 'drop') await raw`delete from ${raw.table(column.table)} ${thisOne(ctx, column, row)}`.execute(sql(ctx))
  else if (mend === 'clear') await write(ctx, column, row, null)
  else {
    const sealed = key && mend(ctx, key, row, customerId === null ? [] : await toldOf(ctx, customerId, keys))
    if (!sealed) return false
    await write(ctx, column, row, sealed)
  }
  ctx.audit({
    action: 'record.repaired',
    customer: customerId !== null && key ? { id: customerId, key } : null,
    fields: [`${column.table}.${column.column}`],
  })
  return true
}

const write = (ctx: Context, column: AnySealed, row: Row, sealed: Buffer | null) =>
  raw`update ${raw.table(column.table)} set ${raw.ref(column.column)} = ${sealed} ${thisOne(ctx, column, row)}`.execute(
    sql(ctx),
  )

const thisOne = (ctx: Context, column: AnySealed, row: Row) =>
  raw`where tenant_id = ${ctx.tenant} and ${raw.join(
    namesOf(column).map((name) => raw`${raw.ref(name)} = ${row[name]}`),
    raw` and `,
  )}`

async function toldOf(ctx: Context, customerId: string, keys: ReadonlyMap<string, DataKey>): Promise<Told[]> {
  const entries = await listEntries(ctx, { customerId }, null, ENTRIES_READ)
  return entries
    .reverse()
    .map((entry) => ({ action: entry.action, after: openDetails(ctx.keys, keys, entry).after ?? {} }))
}

const sealedIn = ({ column }: AnySealed, row: Row) => row[column] as Buffer // Sealed columns are bytea, and null ones not selected.
/** The id alone identifies a row. */
const namesOf = ({ by }: AnySealed) => (by.includes('id') ? ['id'] : by)
const nameOf = (column: AnySealed, row: Row) =>
  namesOf(column)
    .map((name) => (Buffer.isBuffer(row[name]) ? row[name].toString('hex') : String(row[name])))
    .join(' ')
