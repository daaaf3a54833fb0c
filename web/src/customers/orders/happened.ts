import type { Order } from './queries.ts'

export const CANCELLED_BECAUSE = ['customer', 'business', 'refused_at_door', 'not_paid', 'other'] as const
type Because = (typeof CANCELLED_BECAUSE)[number]

/** Refunds have reasons of other systems. */
export const isKnownReason = (reason: string): reason is Because => CANCELLED_BECAUSE.some((one) => one === reason)

type Happened = Pick<Order['history'][number], 'what' | 'actor'>
/** Accounts of staff and of customers look alike; only customers and visitors order from the source `web`. */
export const isByCustomer = ({ source }: Pick<Order, 'source'>, { what, actor }: Happened): boolean =>
  what === 'placed' && source === 'web' && actor.startsWith('account:')
