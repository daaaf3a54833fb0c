import { z } from 'zod'
import type { Context, PersonalData } from '../../kit/context.ts'
import type { Moved } from '../../kit/personal-data.ts'
import { countHoldings, DESCRIBES_THE_PERSON } from '../../kit/personal-data.ts'
import type { Text } from '../../kit/refusal.ts'
import { findKeyHolder, setLastOrder, writeTotals } from '../customers/index.ts'
import { exportMethods } from './cards/methods.ts'
import { completed, orderRows, toOrders } from './order/order.ts'
import { reportingCurrency } from './order/settings.ts'
import { sql } from './tables.ts'
import { type Brought, broughtBy, lastOrderOf } from './totals/totals.ts'

export const personalData: PersonalData = { knows, export: exportOrders, holdings, erase, merge, unmerge }

async function knows(ctx: Context, customerIds: readonly string[]): Promise<string[]> {
  const known = async (table: 'orders' | 'payment_methods') => {
    const rows = await sql(ctx)
      .selectFrom(table)
      .select('customer_id')
      .distinct()
      .where('tenant_id', '=', ctx.tenant)
      .where('customer_id', 'in', customerIds)
      .execute()
    return rows.map(({ customer_id }) => customer_id)
  }
  return [...(await known('orders')), ...(await known('payment_methods'))]
}

const rowsOf = (ctx: Context, customerId: string) =>
  orderRows(ctx).where('customer_id', '=', customerId).orderBy('placed_at').orderBy('id').execute()

async function exportOrders(ctx: Context, customerId: string) {
  const orders = await toOrders(ctx, await completed(ctx, await rowsOf(ctx, customerId)), 'person')
  return {
    // What the business suspects is its own.
    orders: orders.map(({ signals: _, ...order }) => order),
    paymentMethods: await exportMethods(ctx, customerId),
  }
}

const BOOKS: Text = {
  en: 'Amounts, times and articles stay for the books; contact, place of delivery, names, notes and free keys go.',
  ar: 'تبقى المبالغ والأوقات والأصناف للدفاتر، وتُمحى بيانات التواصل ومكان التوصيل والأسماء والملاحظات والبيانات الحرة.',
}

async function holdings(ctx: Context, customerId: string) {
  const own = await countHoldings(sql(ctx), ctx.tenant, customerId, {
    orders: { fate: 'kept', why: BOOKS },
    payment_methods: { fate: 'erased', why: DESCRIBES_THE_PERSON },
  })
  const orders = (await rowsOf(ctx, customerId)).map(({ id }) => id)
  const parts = await countHoldings(sql(ctx), ctx.tenant, orders, {
    order_lines: { fate: 'kept', why: BOOKS, by: ['order_id'] },
    order_events: { fate: 'kept', why: BOOKS, by: ['order_id'] },
  })
  return [...own, ...parts]
}

async function erase(ctx: Context, customerId: string): Promise<void> {
  await findKeyHolder(ctx, customerId, 'to erase')
  const orders = (await rowsOf(ctx, customerId)).map(({ id }) => id)
  await sql(ctx)
    .updateTable('orders')
    .set({ sealed: null, phone_digest: null, address_digest: null })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
  if (orders.length > 0) {
    await sql(ctx)
      .updateTable('order_events')
      .set({ sealed: null })
      .where('tenant_id', '=', ctx.tenant)
      .where('order_id', 'in', orders)
      .where('sealed', 'is not', null)
      .execute()
  }
  await sql(ctx)
    .deleteFrom('payment_methods')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
}

const Remembered = z.object({
  orders: z.array(z.string()),
  paymentMethods: z.array(z.string()),
  /** What the orders had brought when they moved: what they bring since then counts for the survivor until they go back. */
  brought: z.object({ orders: z.number(), spent: z.number() }),
})
type Remembered = z.output<typeof Remembered>

/** The totals are added by the customers themselves. */
async function merge(ctx: Context, from: string, into: string): Promise<Remembered & Moved> {
  const brought = await broughtByAll(ctx, await rowsOf(ctx, from))
  const orders = await handOver(ctx, 'orders', from, into)
  const paymentMethods = await handOver(ctx, 'payment_methods', from, into)
  await setLastOrder(ctx, into, await lastOrderOf(ctx, into))
  return { orders, paymentMethods, brought, counts: { movedOrders: orders.length } }
}

async function unmerge(ctx: Context, from: string, into: string, moved: Moved): Promise<void> {
  const { orders, paymentMethods, brought } = Remembered.parse(moved)
  await handOver(ctx, 'payment_methods', into, from, paymentMethods)
  const back = await handOver(ctx, 'orders', into, from, orders)
  const now = back.length === 0 ? brought : await broughtByAll(ctx, await rowsOf(ctx, from))
  const since = { orders: now.orders - brought.orders, spent: now.spent - brought.spent }
  await writeTotals(ctx, from, since)
  await writeTotals(ctx, into, { orders: -since.orders, spent: -since.spent })
  for (const one of [from, into]) await setLastOrder(ctx, one, await lastOrderOf(ctx, one))
}

async function broughtByAll(ctx: Context, rows: Awaited<ReturnType<typeof rowsOf>>): Promise<Brought> {
  const currency = await reportingCurrency(ctx)
  const each = (await completed(ctx, rows)).map((order) => broughtBy(order, currency))
  return {
    orders: each.reduce((sum, { orders }) => sum + orders, 0),
    spent: each.reduce((sum, { spent }) => sum + spent, 0),
  }
}

async function handOver(
  ctx: Context,
  table: 'orders' | 'payment_methods',
  giver: string,
  taker: string,
  only?: readonly string[],
): Promise<string[]> {
  if (only?.length === 0) return []
  let moving = sql(ctx)
    .updateTable(table)
    .set({ customer_id: taker })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', giver)
  if (only) moving = moving.where('id', 'in', only)
  return (await moving.returning('id').execute()).map(({ id }) => id)
}
