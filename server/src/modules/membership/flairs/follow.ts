import type { Follower } from '../../../kit/context.ts'
import { findKeyHolder, ordersCounted } from '../../customers/index.ts'
import { CustomerLoyaltyTierUpdated } from '../../loyalty/events.ts'
import { ordersAwaiting } from '../../loyalty/index.ts'
import { OrderDelivered, OrderPaid, OrderPlaced, OrdersProved } from '../../orders/events.ts'
import { flairsOf } from '../catalogue/versions.ts'
import { ruled } from './earned.ts'
import { giveByRule } from './rows.ts'

/** A flair comes in the transaction of the order that earned it, once that counts. */
export const followOrders: Follower = {
  name: 'flairs-of-orders',
  on: [OrderPlaced, OrderPaid, OrderDelivered, OrdersProved],
  async follow(ctx, { type, data }) {
    const rules = ruled((await flairsOf(ctx)).flairs)
    if (!rules.some(({ rule }) => rule.on === 'orders')) return
    const { customerId } = OfCustomer.parse(data)
    const orders =
      (await ordersCounted(ctx, customerId)) - ((await ordersAwaiting(ctx, [customerId])).get(customerId) ?? 0)
    const several = type === OrdersProved.type
    // Of the very order that reaches the number; earlier ones are for a look at all customers.
    const reached = rules.filter(
      ({ rule }) => rule.on === 'orders' && (rule.count === orders || (several && rule.count < orders)),
    )
    // What becomes of an order is recorded after an erasure, too.
    if (reached.length === 0 || !(await findKeyHolder(ctx, customerId))) return
    await giveByRule(
      ctx,
      reached.map((flair) => ({ customerId, flair, at: ctx.now })),
    )
  },
}

const OfCustomer = OrderPaid.schema.pick({ customerId: true })

export const followLoyaltyTiers: Follower = {
  name: 'flairs-of-loyalty-tiers',
  on: [CustomerLoyaltyTierUpdated],
  async follow(ctx, { data }) {
    const { customerId, to } = CustomerLoyaltyTierUpdated.schema.parse(data)
    const reached = ruled((await flairsOf(ctx)).flairs).filter(
      ({ rule }) => rule.on === 'loyalty_tier' && rule.tier === to,
    )
    await giveByRule(
      ctx,
      reached.map((flair) => ({ customerId, flair, at: ctx.now })),
    )
  },
}
