import { z } from 'zod'
import { event } from '../../kit/events.ts'
import { ORDERED_BY } from './shapes.ts'

const customerId = z.uuid()
const orderId = z.uuid()
const at = z.iso.datetime()
/** Minor units of the order’s currency. */
const amount = z.int()
/** Minor units of the reporting currency; null: the order came without a rate and does not count. */
const counted = z.int().nullable()

export const OrderPlaced = event(
  'OrderPlaced',
  z.object({
    customerId,
    orderId,
    at,
    channel: z.string(),
    source: z.string(),
    /** As its source calls it. */
    externalId: z.string().nullable(),
    currency: z.string(),
    total: amount,
    counted,
    /** Whether the person had proved the phone: knowing a number earns nothing. */
    phoneProved: z.boolean(),
    /** Of those who asked for it themselves, nothing is known yet to be paid. */
    by: z.enum(ORDERED_BY).default('recorder'),
    lines: z.array(
      z.object({ sku: z.string().nullable(), category: z.string().nullable(), quantity: z.int(), amount }),
    ),
  }),
)
/** Of these three the first of each: what is reported again tells nothing new. */
export const OrderPaid = event('OrderPaid', z.object({ customerId, orderId, at }))
export const OrderDelivered = event('OrderDelivered', z.object({ customerId, orderId, at }))
/** `counted`: what it counted until then. */
export const OrderCancelled = event('OrderCancelled', z.object({ customerId, orderId, at, counted }))
export const OrderRefunded = event(
  'OrderRefunded',
  z.object({
    customerId,
    orderId,
    refundId: z.uuid(),
    at,
    amount,
    counted,
    /** Nothing of the order is left that could be refunded. */
    full: z.boolean(),
    lines: z.array(z.object({ position: z.int(), amount })).nullable(),
  }),
)
/** The person is known to hold the phone that orders came with. */
export const OrdersProved = event('OrdersProved', z.object({ customerId, orderIds: z.array(orderId) }))
export const PaymentMethodAdded = event('PaymentMethodAdded', z.object({ customerId, paymentMethodId: z.uuid() }))
export const PaymentMethodRemoved = event('PaymentMethodRemoved', z.object({ customerId, paymentMethodId: z.uuid() }))
