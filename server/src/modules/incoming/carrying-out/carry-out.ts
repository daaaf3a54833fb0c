import type { Context } from '../../../kit/context.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { PhoneNeeded } from '../../customers/contract.ts'
import { survivorOf } from '../../customers/index.ts'
import { OrderNotFound } from '../../orders/contract.ts'
import {
  addPaymentMethod,
  cancelOrder,
  customerMeant,
  deliverOrder,
  findOrderId,
  payOrder,
  recordOrder,
  refundOrder,
} from '../../orders/index.ts'
import { recordInteraction } from '../interactions/record.ts'
import { CustomerUnknown } from '../refusals.ts'
import type { Data, EventType, Who } from '../shapes.ts'

interface Told {
  readonly source: string
  readonly time?: Date | undefined
}

type Deeds = { readonly [T in EventType]: (ctx: Context, event: Told, data: Data<T>) => Promise<unknown> }

/** The same operations that the API calls: a second entrance behaves as the first. */
const DEEDS: Deeds = {
  OrderPlaced: async (ctx, { source, time }, { orderId, customer, placedAt = time, ...order }) =>
    recordOrder(ctx, { ...order, ...(await whose(ctx, customer)), source, externalId: orderId, placedAt }),
  OrderPaid: async (ctx, event, data) => payOrder(ctx, await act(ctx, event, data), 'add'),
  OrderDelivered: async (ctx, event, data) => deliverOrder(ctx, await act(ctx, event, data), 'add'),
  OrderCancelled: async (ctx, event, data) =>
    cancelOrder(ctx, { ...(await act(ctx, event, data)), reason: data.reason }, 'add'),
  OrderRefunded: async (ctx, event, data) => {
    const { amount, reason, lines } = data
    return refundOrder(ctx, { ...(await act(ctx, event, data)), amount, reason, lines })
  },
  PaymentMethodAdded: async (ctx, { source }, { customer, ...card }) =>
    addPaymentMethod(ctx, { ...card, customerId: await customerOf(ctx, customer), source }),
  ProductReviewed: async (ctx, { source, time }, { customer, reviewId, ...review }) =>
    recordInteraction(ctx, {
      ...{ ...review, kind: 'review', externalId: reviewId, source, at: time },
      customerId: await customerOf(ctx, customer),
    }),
  CustomerSupportTicketCreated: async (ctx, { source, time }, { customer, ticketId, ...ticket }) =>
    recordInteraction(ctx, {
      ...{ ...ticket, kind: 'ticket', externalId: ticketId, source, at: time },
      customerId: await customerOf(ctx, customer),
    }),
}

export async function carryOut(ctx: Context, event: Told & { readonly type: EventType }, data: unknown): Promise<void> {
  // The data was parsed by the schema of this very type.
  await DEEDS[event.type](ctx, event, data as never)
}

async function act(ctx: Context, { source, time }: Told, { orderId, at = time, note }: Data<'OrderPaid'>) {
  const found = await findOrderId(ctx, source, orderId)
  if (found === null) throw OrderNotFound()
  return { orderId: found, at, note }
}

const customerOf = async (ctx: Context, who: Who) =>
  customerMeant(ctx, await whose(ctx, who)).catch((error) => {
    throw error instanceof Refusal && error.kind.code === PhoneNeeded.code ? CustomerUnknown() : error
  })

/** Who was merged since is the survivor: the other system knows only the former id. */
async function whose(ctx: Context, { id, ...contact }: Who) {
  return id === undefined ? { contact } : { customerId: await survivorOf(ctx, id) }
}
