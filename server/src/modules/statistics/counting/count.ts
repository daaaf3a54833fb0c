import { sql as raw } from 'kysely'
import { planningOf } from '../../../kit/among.ts'
import type { Context } from '../../../kit/context.ts'
import { partsOf } from '../../../kit/parts.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { addressFiguresOf } from '../../addresses/index.ts'
import { figuresOf, lockCustomers } from '../../customers/index.ts'
import { orderFiguresOf } from '../../loyalty/index.ts'
import { reportingCurrency } from '../../orders/index.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { sql } from '../tables.ts'
import { type Entry, entriesOf, leftOf } from './entries.ts'

interface Counted extends Entry {
  readonly customer_id: string
}

/** Counts these customers anew: what they count as now, and the differences of the days. Returns how many entries changed. */
export async function countPeople(ctx: Context, customerIds: readonly string[]): Promise<number> {
  let changed = 0
  for (const ids of partsOf([...new Set(customerIds)].sort(), AT_ONCE)) changed += await countSome(ctx, ids)
  return changed
}
/** Each has up to a few dozen entries. */
const AT_ONCE = 200

async function countSome(ctx: Context, ids: readonly string[]): Promise<number> {
  await lockCustomers(ctx, ids)
  const [before, now] = [await entriesNow(ctx, ids), new Map<string, Entry[]>()]
  for (const [id, entries] of await entriesThen(ctx, ids, before)) now.set(id, entries)
  const [gone, come]: [Counted[], Counted[]] = [[], []]
  for (const id of ids) {
    const was = before.get(id) ?? []
    const is = now.get(id) ?? leftOf(was)
    const [wasKeys, isKeys] = [new Set(was.map(keyOf)), new Set(is.map(keyOf))]
    gone.push(...was.filter((one) => !isKeys.has(keyOf(one))).map((one) => ({ ...one, customer_id: id })))
    come.push(...is.filter((one) => !wasKeys.has(keyOf(one))).map((one) => ({ ...one, customer_id: id })))
  }
  keepLeft(ctx, await removePeople(ctx, gone))
  sql.insert(
    ctx,
    'statistics_people',
    come.map((one) => ({ tenant_id: ctx.tenant, ...one })),
  )
  addToDays(ctx, [...gone.map((one) => ({ ...one, count: -1 })), ...come.map((one) => ({ ...one, count: 1 }))])
  return gone.length + come.length
}

/**
 * Counts customers that this transaction made and nothing else has happened to: no other transaction knows of them, and they have
 * neither orders nor addresses. Quick, because the lock of the customer numbers is held meanwhile.
 */
export async function countNew(ctx: Context, customerIds: readonly string[]): Promise<void> {
  for (const ids of partsOf(customerIds, AT_ONCE)) await countSomeNew(ctx, ids)
}

async function countSomeNew(ctx: Context, ids: readonly string[]): Promise<void> {
  const [where, people] = await Promise.all([whereOf(ctx), figuresOf(ctx, ids)])
  const come = people.flatMap((figures) =>
    entriesOf({ ...figures, ...NOTHING_YET }, [], where).map((one) => ({ ...one, customer_id: figures.id })),
  )
  sql.insert(
    ctx,
    'statistics_people',
    come.map((one) => ({ tenant_id: ctx.tenant, ...one })),
  )
  addToDays(
    ctx,
    come.map((one) => ({ ...one, count: 1 })),
  )
}
const NOTHING_YET = { orders: null, hasAddress: false, hasRejectedAddress: false }

const whereOf = async (ctx: Context) => ({
  now: ctx.now,
  timeZone: (await tenantDefaults(ctx)).timeZone,
  currency: await reportingCurrency(ctx),
})

/** Nothing of them counts any more. */
export async function uncountPeople(ctx: Context, customerIds: readonly string[]): Promise<void> {
  const before = await entriesNow(ctx, customerIds)
  const gone = [...before].flatMap(([id, entries]) => entries.map((one) => ({ ...one, customer_id: id })))
  await removePeople(ctx, gone)
  await sql(ctx)
    .deleteFrom('statistics_left')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', customerIds)
    .execute()
  addToDays(
    ctx,
    gone.map((one) => ({ ...one, count: -1 })),
  )
}

export const keyOf = ({ figure, part, day }: Entry) => `${figure} ${part} ${day}`

export async function entriesNow(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Entry[]>> {
  const rows = await sql(ctx)
    .selectFrom('statistics_people')
    .select(['customer_id', 'figure', 'part', 'day'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', ids)
    .execute()
  const found = new Map<string, Entry[]>()
  for (const { customer_id, ...entry } of rows) {
    const own = found.get(customer_id)
    if (own) own.push(entry)
    else found.set(customer_id, [entry])
  }
  return found
}

/** What they should count as, from what each module knows of them. */
export async function entriesThen(
  ctx: Context,
  ids: readonly string[],
  before: ReadonlyMap<string, readonly Entry[]>,
): Promise<ReadonlyMap<string, Entry[]>> {
  const where = await whereOf(ctx)
  const [people, orders, addresses] = await Promise.all([
    figuresOf(ctx, ids),
    orderFiguresOf(ctx, ids, where.timeZone),
    addressFiguresOf(ctx, ids),
  ])
  return new Map(
    people.map((person) => [
      person.id,
      entriesOf(
        {
          ...person,
          orders: orders.get(person.id) ?? null,
          hasAddress: addresses.some.has(person.id),
          hasRejectedAddress: addresses.rejected.has(person.id),
        },
        before.get(person.id) ?? [],
        where,
      ),
    ]),
  )
}

interface Left extends Counted {
  readonly came_at: Date | null
  readonly came_in: string | null
}

async function removePeople(ctx: Context, gone: readonly Counted[]): Promise<readonly Left[]> {
  if (gone.length === 0) return []
  // The ids are said apart: by the document alone PostgreSQL reads all that the tenant counts.
  const { rows } = await raw<Left>`
    ${planningOf(gone)} delete from statistics_people counted
     using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as one(figure text, part text, day text, customer_id uuid)
     where counted.tenant_id = ${ctx.tenant} and counted.customer_id = any(${idsOf(gone)}::uuid[])
       and counted.figure = one.figure and counted.part = one.part
       and counted.day = one.day and counted.customer_id = one.customer_id
    returning counted.figure, counted.part, counted.day, counted.customer_id, counted.came_at, counted.came_in`.execute(
    sql(ctx),
  )
  return rows
}

/** For the lists behind figures that were read before. */
function keepLeft(ctx: Context, left: readonly Left[]): void {
  sql.insert(
    ctx,
    'statistics_left',
    left.map((one) => ({ tenant_id: ctx.tenant, id: uuidv7(), ...one })),
  )
}

const idsOf = (counted: readonly Counted[]) => [...new Set(counted.map(({ customer_id }) => customer_id))]

/** Differences of days, without locks. */
export function addToDays(ctx: Context, differences: readonly (Entry & { readonly count: number })[]): void {
  const sums = new Map<string, Entry & { readonly count: number }>()
  for (const { figure, part, day, count } of differences) {
    const key = keyOf({ figure, part, day })
    sums.set(key, { figure, part, day, count: (sums.get(key)?.count ?? 0) + count })
  }
  sql.insert(
    ctx,
    'statistics_days',
    [...sums.values()]
      .filter(({ count }) => count !== 0)
      .map((one) => ({ tenant_id: ctx.tenant, id: uuidv7(), ...one })),
  )
}
