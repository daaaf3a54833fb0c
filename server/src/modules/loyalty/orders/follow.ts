import type { Context, Follower } from '../../../kit/context.ts'
import { CustomerUpdated } from '../../customers/events.ts'
import { CustomersMerged } from '../../merging/events.ts'
import {
  OrderCancelled,
  OrderDelivered,
  OrderPaid,
  OrderPlaced,
  OrderRefunded,
  OrdersProved,
} from '../../orders/events.ts'
import { earnFor, hasVerified } from './placed.ts'
import { takeBackAll, takeBackFor } from './taken-back.ts'
import { awardsMeet, personIsKnown } from './waiting.ts'

/** Points are in step with orders: written in the transaction of the order, or neither is. */
export const followOrders: Follower = {
  name: 'points-of-orders',
  on: [OrderPlaced, OrderPaid, OrderDelivered, OrdersProved, OrderRefunded, OrderCancelled],
  async follow(ctx, { type, data }) {
    if (type === OrderPlaced.type) await earnFor(ctx, OrderPlaced.schema.parse(data))
    if (type === OrderPaid.type) {
      const { customerId, orderId } = OrderPaid.schema.parse(data)
      await awardsMeet(ctx, customerId, [orderId], 'payment')
    }
    if (type === OrderDelivered.type) {
      const { customerId, orderId } = OrderDelivered.schema.parse(data)
      await awardsMeet(ctx, customerId, [orderId], 'delivery')
    }
    if (type === OrdersProved.type) {
      const { customerId, orderIds } = OrdersProved.schema.parse(data)
      await awardsMeet(ctx, customerId, orderIds, 'proof')
    }
    if (type === OrderRefunded.type) await takeBackFor(ctx, OrderRefunded.schema.parse(data))
    if (type === OrderCancelled.type) await takeBackAll(ctx, OrderCancelled.schema.parse(data).orderId)
  },
}

const VERIFIED = ['phoneVerified', 'emailVerified']

/** A verified phone or e-mail, of their own or of the customer that they were merged into, is what unproved points wait for. */
export const followProofs: Follower = {
  name: 'points-of-verified-customers',
  on: [CustomerUpdated, CustomersMerged],
  async follow(ctx, { type, data }) {
    if (type === CustomersMerged.type) await whenVerified(ctx, CustomersMerged.schema.parse(data).customerId)
    else {
      const { customerId, fields } = CustomerUpdated.schema.parse(data)
      if (fields.some((field) => VERIFIED.includes(field))) await whenVerified(ctx, customerId)
    }
  },
}

async function whenVerified(ctx: Context, customerId: string): Promise<void> {
  if (await hasVerified(ctx, customerId)) await personIsKnown(ctx, customerId)
}
