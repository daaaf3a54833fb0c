import type { Context } from '../../../kit/context.ts'
import { decimalText } from '../../../kit/money.ts'
import { OrderNotFound } from '../../orders/contract.ts'
import { goneBefore, reportingCurrency } from '../../orders/index.ts'
import type { Book } from '../ledger/book.ts'
import { OrderOver, WorthMoreThanOrder } from '../refusals.ts'
import { sql } from '../tables.ts'
import { partOf } from './return.ts'

interface ForOrder {
  /** In the reporting currency. */
  readonly worth: number
  /** The reservation that is captured. */
  readonly except?: string
}

/** An order of this customer of which as much is left; returns what was refunded of it before. */
export async function requireOrder(ctx: Context, book: Book, orderId: string, of: ForOrder): Promise<number> {
  const order = await orderOf(ctx, book, orderId)
  if (!order) throw OrderNotFound()
  if (isOver(order)) throw OrderOver()
  const left = await leftOf(ctx, order, of.except)
  // Points that were redeemed for a cheap order would all come back with its refund.
  if (of.worth > left) throw WorthMoreThanOrder({ left: decimalText(Math.max(0, left), await reportingCurrency(ctx)) })
  return order.refunded
}

/** The same as of a time, without refusing: what was refunded by then, or why it cannot be the order of the points. */
export async function orderAt(
  ctx: Context,
  book: Book,
  orderId: string,
  { at, worth }: ForOrder & { readonly at: Date },
): Promise<{ readonly refunded: number } | { readonly without: 'unknown' | 'over' | 'worth' }> {
  const now = await orderOf(ctx, book, orderId)
  if (!now) return { without: 'unknown' }
  const then = { ...now, ...(await goneBefore(ctx, orderId, at)) }
  if (isOver(then)) return { without: 'over' }
  return worth > (await leftOf(ctx, then)) ? { without: 'worth' } : { refunded: then.refunded }
}

type Order = NonNullable<Awaited<ReturnType<typeof orderOf>>>
const orderOf = (ctx: Context, { customerId }: Book, orderId: string) =>
  sql(ctx)
    .selectFrom('loyalty_orders')
    .select(['order_id', 'cancelled', 'refunded', 'total', 'counted'])
    .where('tenant_id', '=', ctx.tenant)
    .where('order_id', '=', orderId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()

const isOver = ({ cancelled, refunded, total }: Order) => cancelled || (refunded > 0 && refunded >= total)

/** What of an order was neither refunded nor paid with points. */
async function leftOf(ctx: Context, order: Order, except?: string): Promise<number> {
  const { order_id, counted, refunded, total } = order
  let redeemed = sql(ctx)
    .selectFrom('loyalty_redemptions')
    .select((q) => q.fn.coalesce(q.fn.sum<string>('worth'), q.lit(0)).as('worth'))
    .where('tenant_id', '=', ctx.tenant)
    .where('order_id', '=', order_id)
    .where('state', '!=', 'released')
  if (except !== undefined) redeemed = redeemed.where('id', '!=', except)
  const { worth } = await redeemed.executeTakeFirstOrThrow()
  return partOf(counted ?? 0, total - refunded, total) - Number(worth)
}
