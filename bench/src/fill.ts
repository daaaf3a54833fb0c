import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { kith } from './processes.ts'
import { say } from './say.ts'

export const DEMO_SLUG = 'marhaba'
const LOOK_EVERY_MS = 250

/** What the folder holds, remembered beside the data so that it can be used again. */
export interface Filled {
  readonly customers: number
  readonly tenants: number
  readonly tenant: string
  readonly fillSeconds: number
  /** The first demo person who is not in the database. */
  nextPerson: number
}

const fileOf = (data: string) => path.join(data, 'bench.json')

export function remember(data: string, filled: Filled): void {
  writeFileSync(fileOf(data), `${JSON.stringify(filled)}\n`)
}

export async function fill(data: string, owner: pg.Client, customers: number, tenants: number): Promise<Filled> {
  if (existsSync(fileOf(data))) {
    const filled = JSON.parse(readFileSync(fileOf(data), 'utf8')) as Filled
    if (filled.customers === customers && filled.tenants === tenants) return filled
    throw new Error(`${data} holds ${filled.tenants} tenants of ${filled.customers} customers; use another --data`)
  }
  const { tenants: known } = await kith<{ tenants: { id: string; slug: string }[] }>(data, 'tenant', 'list')
  const tenant = known.find(({ slug }) => slug === DEMO_SLUG)!.id
  say(`filling the demo tenant up to ${customers} customers, through the usual operation …`)
  const { seconds } = await kith<{ seconds: number }>(data, 'demo', '--customers', String(customers))
  say(`  ${seconds} s`)
  await untilQuiet(owner)
  // The search for duplicates among all of them would go on for minutes, beside what is measured.
  const { rowCount } = await owner.query('update duplicate_people set outdated = false where outdated')
  say(`  ${rowCount} not yet compared with the others are put aside`)
  for (let n = 2; n <= tenants; n++) {
    say(`copying it into tenant ${n} of ${tenants} …`)
    const name = `bench-${n}`
    const made = await kith<{ tenant: { id: string } }>(data, 'tenant', 'create', name, '--name', name)
    await copyTenant(owner, tenant, made.tenant.id, n)
  }
  say('vacuum, analyze, checkpoint …')
  await owner.query('vacuum (analyze)')
  await owner.query('checkpoint')
  const filled = { customers, tenants, tenant, fillSeconds: seconds, nextPerson: customers }
  remember(data, filled)
  return filled
}

/**
 * In plain SQL, because making a million customers one by one takes a quarter of an hour. What is sealed in the copies
 * can never be opened there, and are not read; they are there to make the tables and indexes as large as they would be.
 * Every tenant's tokens are hashed with its own key, so the copies get different ones.
 */
async function copyTenant(owner: pg.Client, from: string, to: string, n: number): Promise<void> {
  await owner.query('begin')
  // As the superuser: row security does not bind it, and foreign keys need not be checked row by row.
  await owner.query('set local session_replication_role = replica')
  const tokens = `array(select token # ${n * 0x1357ace} from unnest(tokens) as token)`
  const search = await columnsOf(owner, 'customer_search')
  await copyRows(owner, 'customer_search', search, { tenant_id: `'${to}'`, tokens }, from)
  for (const table of [
    'customers',
    'customer_activity',
    'data_keys',
    'customer_identifiers',
    'customer_tally',
    'customer_counters',
  ]) {
    await copyRows(owner, table, await columnsOf(owner, table), { tenant_id: `'${to}'` }, from)
  }
  await owner.query('commit')
}

export async function columnsOf(owner: pg.Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    'select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped',
    [table],
  )
  return rows.map(({ name }) => name)
}

async function copyRows(
  owner: pg.Client,
  table: string,
  columns: readonly string[],
  changed: Readonly<Record<string, string>>,
  from: string,
): Promise<void> {
  const values = columns.map((column) => changed[column] ?? column)
  await owner.query(
    `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table} where tenant_id = $1`,
    [from],
  )
}

/** Until the relay has delivered every event and the sealer has sealed every audit entry. */
export async function untilQuiet(owner: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ busy: boolean }>(`
      select (select count(*) from events) > (select coalesce(sum(cardinality(ids)), 0) from event_batches)
          or exists (select from event_lanes l join event_subscribers s using (tenant_id) where s.position < l.position)
          or (select count(*) from audit_entries where seq is null)
             > (select coalesce(sum(cardinality(ids)), 0) from audit_batches) as busy`)
    if (!rows[0]!.busy) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** The customers of the demo tenant who were there before anything was measured, and those that rounds have added. */
export async function readIds(owner: pg.Client, { tenant }: Filled): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>('select id from customers where tenant_id = $1', [tenant])
  return rows.map(({ id }) => id)
}
