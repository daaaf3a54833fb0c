import type { Follower } from '../../../kit/context.ts'
import { OrderCancelled, OrderDelivered, OrderPlaced, OrderRefunded, OrdersProved } from '../../orders/events.ts'
import { earnFor } from './placed.ts'
import { takeBackAll, takeBackFor } from './taken-back.ts'
import { awardsMeet } from './waiting.ts'

/** Points are in step with orders: written in the transaction of the order, or neither is. */
export const followOrders: Follower = {
  name: 'points-of-orders',
  on: [OrderPlaced, OrderDelivered, OrdersProved, OrderRefunded, OrderCancelled],
  async follow(ctx, { type, data }) {
    if (type === OrderPlaced.type) await earnFor(ctx, OrderPlaced.schema.parse(data))
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
