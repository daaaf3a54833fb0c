import type { Context } from '../../../kit/context.ts'
import { proRata, toThousandths } from '../../../kit/money.ts'
import { setLastOrder, type Totals, writeTotals } from '../../customers/index.ts'
import { type OrderRow, stateOf, type WholeOrder } from '../order/order.ts'
import { reportingCurrency } from '../order/settings.ts'
import { sql } from '../tables.ts'

type Known = Pick<WholeOrder, 'row' | 'happened'>
export type Brought = Pick<Totals, 'orders' | 'spent'>

/** What an order adds to the totals of its customer: nothing once it is cancelled, less what was refunded until then. */
export function broughtBy(order: Known, currency: string): Brought {
  if (stateOf(order).state === 'cancelled') return { orders: 0, spent: 0 }
  return { orders: 1, spent: toThousandths(countedOf(order), currency) }
}

/** In minor units of the reporting currency, less refunds: by the sum of them, so that their order does not matter. */
export function countedOf(order: Known): number {
  const { counted, total } = order.row
  if (counted === null) return 0
  return counted - proRata(counted, Math.min(stateOf(order).refunded, total), total)
}

/** The customer of a new order is locked. */
export async function beginTotals(ctx: Context, row: OrderRow): Promise<void> {
  const brought = broughtBy({ row, happened: [] }, await reportingCurrency(ctx))
  await writeTotals(ctx, row.customer_id, { ...brought, orderedAt: row.placed_at })
}

/** Writes the difference that what happened to an order makes. */
export async function followTotals(ctx: Context, before: Known, after: Known): Promise<void> {
  const currency = await reportingCurrency(ctx)
  const [was, is] = [broughtBy(before, currency), broughtBy(after, currency)]
  const gain = { orders: is.orders - was.orders, spent: is.spent - was.spent }
  const customerId = before.row.customer_id
  if (gain.orders !== 0 || gain.spent !== 0) await writeTotals(ctx, customerId, gain)
  if (gain.orders !== 0) await setLastOrder(ctx, customerId, await lastOrderOf(ctx, customerId))
}

/** When the customer last ordered what was not cancelled. */
export async function lastOrderOf(ctx: Context, customerId: string): Promise<Date | null> {
  const row = await sql(ctx)
    .selectFrom('orders')
    .select('placed_at')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('order_events')
            .select('order_events.id')
            .whereRef('order_events.tenant_id', '=', 'orders.tenant_id')
            .whereRef('order_events.order_id', '=', 'orders.id')
            .where('what', '=', 'cancelled'),
        ),
      ),
    )
    .orderBy('placed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.placed_at ?? null
}
