import type { Follower } from '../../../kit/context.ts'
import { ordersCounted } from '../../customers/index.ts'
import { CustomerLoyaltyTierUpdated } from '../../loyalty/events.ts'
import { OrderPlaced } from '../../orders/events.ts'
import { flairsOf } from '../catalogue/versions.ts'
import { ruled } from './earned.ts'
import { giveByRule } from './rows.ts'

/** A flair comes in the transaction of the order that earned it. */
export const followOrders: Follower = {
  name: 'flairs-of-orders',
  on: [OrderPlaced],
  async follow(ctx, { data }) {
    const rules = ruled((await flairsOf(ctx)).flairs)
    if (!rules.some(({ rule }) => rule.on === 'orders')) return
    const { customerId } = OrderPlaced.schema.parse(data)
    const orders = await ordersCounted(ctx, customerId)
    // Of the very order that reaches the number; earlier ones are for a look at all customers.
    const reached = rules.filter(({ rule }) => rule.on === 'orders' && rule.count === orders)
    await giveByRule(
      ctx,
      reached.map((flair) => ({ customerId, flair, at: ctx.now })),
    )
  },
}

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
