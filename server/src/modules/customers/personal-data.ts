import type { Context } from '../../kit/context.ts'
import type { Moved, PersonalData } from '../../kit/module.ts'
import { readDisplayNames } from './display-names.ts'
import { identifierHistory } from './identifiers.ts'
import {
  type CustomerRow,
  customerRows,
  keyOf,
  openPerson,
  type Person,
  requireRow,
  sealPerson,
  toCustomer,
} from './person.ts'
import { numberTokens, personTokens } from './search-tokens.ts'
import { sql } from './tables.ts'
import { tally } from './tally.ts'

export const personalData: PersonalData = { export: exportCustomer, erase: eraseCustomer, merge, unmerge }

async function exportCustomer(ctx: Context, customerId: string) {
  const row = await requireRow(ctx, customerId)
  return {
    customer: { ...toCustomer(ctx, row), ...openPerson(ctx, row), contactsMasked: false },
    identifiers: await identifierHistory(ctx, customerId),
    displayNames: await readDisplayNames(ctx, { customerId }),
  }
}

/** What was sealed is noise once its key is gone: here, in the audit trail, and in every backup without that key. */
async function eraseCustomer(ctx: Context, customerId: string): Promise<void> {
  const row = await requireRow(ctx, customerId, 'for update')
  for (const table of ['customer_identifiers', 'customer_former_names', 'data_keys'] as const) {
    await sql(ctx).deleteFrom(table).where('tenant_id', '=', ctx.tenant).where('customer_id', '=', customerId).execute()
  }
  await update(ctx, row, {
    status: 'erased',
    display_name: null,
    plan: null,
    sealed: null,
    tokens: [],
    phone_verified: false,
    email_verified: false,
  })
}

/** Named in the order of `MOVED`; ids and facts, so that it can be stored as it is. */
interface Remembered extends Moved {
  readonly ids: Readonly<Record<(typeof MOVED)[number], readonly string[]>>
  readonly status: string
  /** Contacts that the survivor lacked and now shows. */
  readonly filled: readonly ('phone' | 'email')[]
  readonly orders: number
  readonly spent: number
  readonly points: number
}
const MOVED = ['customer_identifiers', 'customer_former_names', 'data_keys'] as const

/** The survivor takes over contacts, former names, totals and the key; the other one stays and points to it. */
async function merge(ctx: Context, from: string, into: string): Promise<Remembered> {
  const [source, survivor] = await lockBoth(ctx, from, into)
  const theirs = openPerson(ctx, source)
  const person = openPerson(ctx, survivor)
  const filled = (['phone', 'email'] as const).filter((type) => person[type] === null && theirs[type] !== null)
  const ids = {} as Record<(typeof MOVED)[number], string[]>
  for (const table of MOVED) ids[table] = await moveRows(ctx, table, from, into)
  const gain = { orders: source.total_orders, spent: source.total_spent, points: source.loyalty_points }

  await update(ctx, source, { status: 'merged', merged_into: into })
  await update(ctx, survivor, {
    ...described(ctx, survivor, { ...person, ...Object.fromEntries(filled.map((type) => [type, theirs[type]])) }),
    ...totals(survivor, gain, 1),
    ...(filled.includes('phone') && { phone_verified: source.phone_verified }),
    ...(filled.includes('email') && { email_verified: source.email_verified }),
  })
  return { ids, status: source.status, filled, ...gain }
}

/** Gives back exactly what was moved. What happened since stays with the survivor. */
async function unmerge(ctx: Context, from: string, into: string, moved: Moved): Promise<void> {
  const { ids, status, filled, ...gain } = moved as Remembered
  const survivor = await requireRow(ctx, into, 'for update')
  for (const table of MOVED) await giveBack(ctx, table, ids[table], from)
  const source = await customerRows(ctx)
    .where('customers.id', '=', from)
    .forUpdate('customers')
    .executeTakeFirstOrThrow()
  const theirs = openPerson(ctx, source)
  const person = openPerson(ctx, survivor)
  const returned = filled.filter((type) => person[type] === theirs[type])

  await update(ctx, source, { status, merged_into: null })
  await update(ctx, survivor, {
    ...described(ctx, survivor, { ...person, ...Object.fromEntries(returned.map((type) => [type, null])) }),
    ...totals(survivor, gain, -1),
    ...(returned.includes('phone') && { phone_verified: false }),
    ...(returned.includes('email') && { email_verified: false }),
  })
}

/** Always in the same order, so that two merges cannot wait for each other. */
async function lockBoth(ctx: Context, from: string, into: string): Promise<[CustomerRow, CustomerRow]> {
  const [first, second] = from < into ? [from, into] : [into, from]
  const rows = [await requireRow(ctx, first, 'for update'), await requireRow(ctx, second, 'for update')]
  return [rows.find(({ id }) => id === from)!, rows.find(({ id }) => id === into)!]
}

async function moveRows(ctx: Context, table: (typeof MOVED)[number], from: string, into: string): Promise<string[]> {
  const rows = await sql(ctx)
    .updateTable(table)
    .set({ customer_id: into })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', from)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function giveBack(ctx: Context, table: (typeof MOVED)[number], ids: readonly string[], to: string) {
  if (ids.length === 0) return
  await sql(ctx)
    .updateTable(table)
    .set({ customer_id: to })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', 'in', ids)
    .execute()
}

const described = (ctx: Context, row: CustomerRow, person: Person) => ({
  sealed: sealPerson(ctx, keyOf(ctx, row), row.id, person),
  tokens: [...personTokens(ctx, person), ...numberTokens(ctx, row.number)],
})

const totals = (row: CustomerRow, gain: Pick<Remembered, 'orders' | 'spent' | 'points'>, sign: 1 | -1) => ({
  total_orders: row.total_orders + sign * gain.orders,
  total_spent: row.total_spent + sign * gain.spent,
  loyalty_points: row.loyalty_points + sign * gain.points,
})

type Change = Partial<Omit<CustomerRow, 'id' | 'wrapped' | 'version'>> & { tokens?: number[] }

async function update(ctx: Context, row: CustomerRow, change: Change): Promise<void> {
  await sql(ctx)
    .updateTable('customers')
    .set({ ...change, updated_at: ctx.now, version: row.version + 1 })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', row.id)
    .execute()
  tally(ctx, [
    { ...row, count: -1 },
    { ...row, ...change, count: 1 },
  ])
}
