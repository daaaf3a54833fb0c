import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { decimalText } from '../../../kit/money.ts'
import { MOMENTS_OF_ORDERS, outsideOrderId } from '../shapes.ts'
import { sql } from '../tables.ts'

/** What happened to the orders of a customer, the latest first, behind a place. */
export async function orderMoments(
  ctx: Context,
  customerId: string,
  after: readonly [at: Date, id: string] | null,
  limit: number,
) {
  let rows = sql(ctx)
    .selectFrom('order_events')
    .innerJoin('orders', (join) =>
      join.onRef('orders.tenant_id', '=', 'order_events.tenant_id').onRef('orders.id', '=', 'order_events.order_id'),
    )
    .select(['order_events.id', 'order_id', 'what', 'at', 'actor', 'amount', 'total', 'currency', 'channel'])
    .where('orders.tenant_id', '=', ctx.tenant)
    .where('orders.customer_id', '=', customerId)
    .where('what', 'in', MOMENTS_OF_ORDERS)
  if (after) {
    rows = rows.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'order_events.id'), '<', tuple(...after)))
  }
  const found = await rows.orderBy('at', 'desc').orderBy('order_events.id', 'desc').limit(limit).execute()
  return found.map(({ id, at, actor, what, order_id, amount, total, currency, channel }) => ({
    ...{ id, at, actor, currency, channel },
    what: known(MOMENTS_OF_ORDERS, what),
    orderId: outsideOrderId(order_id),
    amount: decimalText(amount ?? total, currency),
  }))
}
