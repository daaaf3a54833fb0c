import type { Context } from '../../kit/context.ts'
import { proRata, toThousandths } from '../../kit/money.ts'
import { type Totals, writeTotals } from '../customers/index.ts'
import { stateOf, type WholeOrder } from './order.ts'

type Brought = Pick<Totals, 'orders' | 'spent'>
const NOTHING: Brought = { orders: 0, spent: 0 }

/** What an order adds to the totals of its customer: nothing once it is cancelled, less what was refunded until then. */
export function broughtBy(order: Pick<WholeOrder, 'row' | 'happened'>, currency: string): Brought {
  const { state } = stateOf(order)
  return state === 'cancelled' ? NOTHING : { orders: 1, spent: toThousandths(countedOf(order), currency) }
}

/** In minor units of the reporting currency, refunds taken off: of the sum of them, so that their order does not matter. */
export function countedOf(order: Pick<WholeOrder, 'row' | 'happened'>): number {
  const { counted, total } = order.row
  if (counted === null) return 0
  return counted - proRata(counted, Math.min(stateOf(order).refunded, total), total)
}

/** Writes the difference that a change of the order makes. The customer is locked. */
export async function follow(ctx: Context, customerId: string, before: Brought, after: Brought): Promise<void> {
  const gain = { orders: after.orders - before.orders, spent: after.spent - before.spent }
  if (gain.orders !== 0 || gain.spent !== 0) await writeTotals(ctx, customerId, gain)
}
export const begin = (ctx: Context, customerId: string, after: Brought) => follow(ctx, customerId, NOTHING, after)
