import { decimalOf } from '../customers/orders/money.ts'
import { type BriefOrder, type Order, useLastOrders } from '../customers/orders/queries.ts'
import type { ForOrder, Served } from '../offline/served.ts'
import { useWaiting } from '../offline/use-waiting.ts'

const FRESH_MS = 60 * 60_000

/** The sale that was just made: a refund of it gives back what was redeemed for it. */
export function useFreshOrder(customerId: string): Order | undefined {
  const latest = useLastOrders(customerId).data?.items[0]
  return latest && isFresh(latest) ? latest : undefined
}

interface FreshOrder {
  readonly total: string
  readonly currency: string
  readonly is: ForOrder
}

/** The same without network: it waits here, or was made before. */
export function useFreshOrderOffline({ customer, orders }: Served): FreshOrder | undefined {
  const waiting = useWaiting()?.waiting.findLast(
    ({ order, state }) => order?.sent.customerId === customer.id && state === 'waiting',
  )
  if (waiting?.order && Date.now() - waiting.at < FRESH_MS) {
    const { sent, currency } = waiting.order
    return { total: decimalOf(sent.total, currency), currency, is: { after: waiting.id } }
  }
  const latest = orders[0]
  return latest && isFresh(latest)
    ? { total: latest.total, currency: latest.currency, is: { orderId: latest.id } }
    : undefined
}

const isFresh = ({ placedAt, state }: BriefOrder) =>
  Date.now() - Date.parse(placedAt) < FRESH_MS && !['cancelled', 'refunded'].includes(state)
