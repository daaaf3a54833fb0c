import type { Context } from '../../../kit/context.ts'
import { completed, type OrderRow, orderRows, stateOf, type WholeOrder } from '../order/order.ts'
import { OrderNotFound } from '../refusals.ts'
import { sql } from '../tables.ts'
import { countedOf } from '../totals/totals.ts'

/** An order as the modules above need it: numbers and times, nothing of the person. Amounts in minor units. */
export interface OrderFacts {
  readonly id: string
  readonly customerId: string
  readonly source: string
  readonly channel: string
  readonly currency: string
  readonly total: number
  /** In the reporting currency; null: it does not count. */
  readonly counted: number | null
  readonly refunded: number
  /** What of `counted` was refunded. */
  readonly refundedCounted: number
  readonly phoneProved: boolean
  readonly placedAt: Date
  readonly paidAt: Date | null
  readonly deliveredAt: Date | null
  readonly cancelledAt: Date | null
  readonly lines: readonly {
    readonly position: number
    readonly sku: string | null
    readonly category: string | null
    readonly quantity: number
    readonly amount: number
  }[]
}

export async function orderFacts(ctx: Context, orderId: string): Promise<OrderFacts> {
  const row = await orderRows(ctx).where('id', '=', orderId).executeTakeFirst()
  if (!row) throw OrderNotFound()
  return (await factsOf(ctx, [row]))[0]!
}

/** All of them, the oldest first. */
export async function ordersOf(ctx: Context, customerId: string): Promise<OrderFacts[]> {
  return factsOf(
    ctx,
    await orderRows(ctx).where('customer_id', '=', customerId).orderBy('placed_at').orderBy('id').execute(),
  )
}

const factsOf = async (ctx: Context, rows: readonly OrderRow[]) => (await completed(ctx, rows)).map(toFacts)

function toFacts(order: WholeOrder): OrderFacts {
  const { row, lines } = order
  const { refunded, paidAt, deliveredAt, cancelledAt } = stateOf(order)
  return {
    id: row.id,
    customerId: row.customer_id,
    source: row.source,
    channel: row.channel,
    currency: row.currency,
    total: row.total,
    counted: row.counted,
    refunded,
    refundedCounted: row.counted === null ? 0 : row.counted - countedOf(order),
    phoneProved: row.phone_proved,
    placedAt: row.placed_at,
    ...{ paidAt, deliveredAt, cancelledAt },
    lines: lines.map(({ position, sku, category, quantity, amount }) => ({
      position,
      sku,
      category,
      quantity,
      amount,
    })),
  }
}

/** The order that its source calls so. */
export async function findOrderId(ctx: Context, source: string, externalId: string): Promise<string | null> {
  const row = await orderRows(ctx)
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .clearSelect()
    .select('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** What was refunded of an order, and whether it was cancelled, as was recorded before a time. */
export async function goneBefore(ctx: Context, orderId: string, at: Date) {
  const rows = await sql(ctx)
    .selectFrom('order_events')
    .select(['what', 'amount'])
    .where('tenant_id', '=', ctx.tenant)
    .where('order_id', '=', orderId)
    .where('recorded_at', '<', at)
    .execute()
  return {
    refunded: rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    cancelled: rows.some(({ what }) => what === 'cancelled'),
  }
}
