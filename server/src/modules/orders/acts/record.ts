import type { Context } from '../../../kit/context.ts'
import type { DomainEvent } from '../../../kit/events.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { findKeyHolder, type KeyHolder, keyHolder } from '../../customers/index.ts'
import { OrderCancelled, OrderDelivered, OrderPaid } from '../events.ts'
import {
  completed,
  findOrder,
  orderRows,
  sealNote,
  stateOf,
  toOrders,
  type WholeOrder,
  withoutPerson,
} from '../order/order.ts'
import { wordsOfWarnings } from '../order/words.ts'
import { AlreadyDone } from '../refusals.ts'
import { type Cancellation, type Happening, outsideOrderId, type RecordedOrder, type Warning } from '../shapes.ts'
import { sql } from '../tables.ts'
import { countedOf, followTotals } from '../totals/totals.ts'

interface Act {
  readonly orderId: string
  readonly at?: Date | undefined
  readonly note?: string | undefined
}

/** Of what is reported again: a caller is told, and of an event the earlier time counts. */
export type Again = 'refuse' | 'add'

export const payOrder = (ctx: Context, act: Act, again: Again = 'refuse') =>
  once(ctx, act, again, { what: 'paid', event: OrderPaid })

export const deliverOrder = (ctx: Context, act: Act, again: Again = 'refuse') =>
  once(ctx, act, again, { what: 'delivered', event: OrderDelivered })

export async function cancelOrder(
  ctx: Context,
  { reason = 'other', ...act }: Act & Partial<Pick<Cancellation, 'reason'>>,
  again: Again = 'refuse',
): Promise<RecordedOrder> {
  return once(ctx, act, again, {
    what: 'cancelled',
    reason,
    event: (told, order) => OrderCancelled({ ...told, counted: order.row.counted === null ? null : countedOf(order) }),
  })
}

interface Told {
  readonly customerId: string
  readonly orderId: string
  readonly at: string
}

interface Kind {
  readonly what: 'paid' | 'delivered' | 'cancelled'
  readonly reason?: string
  readonly event: (told: Told, before: WholeOrder) => DomainEvent
}

/** What happens to an order once. The first report is told on; the state takes the earliest time. */
async function once(ctx: Context, act: Act, again: Again, { what, reason, event }: Kind): Promise<RecordedOrder> {
  const { order, customer } = await lockOrder(ctx, act.orderId)
  const before = order.happened.find((one) => one.what === what)
  if (before && again === 'refuse') throw AlreadyDone({ at: before.at.toISOString() })
  const at = act.at ?? ctx.now
  const whole = await addHappening(ctx, { order, customer }, { what, at, reason: reason ?? null, note: act.note })
  if (!before) {
    ctx.emit(event({ customerId: order.row.customer_id, orderId: order.row.id, at: at.toISOString() }, order))
  }
  return recorded(ctx, whole, [...(before ? (['already'] as const) : []), ...oddities(order, what)])
}

/** It is recorded all the same: it has happened. */
export function oddities(before: WholeOrder, what: Happening): Warning[] {
  const { cancelledAt, deliveredAt } = stateOf(before)
  return [
    ...(cancelledAt && what !== 'cancelled' && what !== 'refunded' ? (['after_cancellation'] as const) : []),
    ...(deliveredAt && what === 'cancelled' ? (['after_delivery'] as const) : []),
  ]
}

interface Locked {
  readonly order: WholeOrder
  /** Null: the person was erased; the order stays as numbers. */
  readonly customer: KeyHolder | null
}

/** The customer before the order, as everywhere; a merge in between hands it to another one. */
export async function lockOrder(ctx: Context, orderId: string, again = 3): Promise<Locked> {
  const found = await findOrder(ctx, orderId)
  const holder = await findKeyHolder(ctx, found.customer_id)
  const customer = holder && (await keyHolder(ctx, found.customer_id, 'for update'))
  const row = await orderRows(ctx).where('id', '=', orderId).forUpdate().executeTakeFirstOrThrow()
  if (row.customer_id !== found.customer_id && again > 0) return lockOrder(ctx, orderId, again - 1)
  const [order] = await completed(ctx, [row])
  return { order: order!, customer }
}

interface Happened {
  readonly what: Happening
  readonly at: Date
  readonly reason: string | null
  readonly note?: string | undefined
  readonly amount?: number
  readonly lines?: readonly { readonly position: number; readonly amount: number }[] | undefined
}

/** Adds the row, and what it changes of the totals. */
export async function addHappening(
  ctx: Context,
  { order, customer }: Locked,
  { what, at, reason, note, amount, lines }: Happened,
): Promise<WholeOrder> {
  const id = uuidv7(ctx.now.getTime())
  const row = {
    ...{ id, order_id: order.row.id, what, at, recorded_at: ctx.now, actor: ctx.caller.actor, reason },
    amount: amount ?? null,
    lines: lines ? JSON.stringify(lines) : null,
    sealed: sealNote(ctx, customer?.key ?? null, id, note),
  }
  sql.insert(ctx, 'order_events', [{ tenant_id: ctx.tenant, ...row }])
  const happened = [...order.happened, { ...row, lines: lines ? [...lines] : null }]
  const after = { ...order, happened: happened.sort((a, b) => a.at.getTime() - b.at.getTime()) }
  await followTotals(ctx, order, after)
  const facts = customer && { id: order.row.customer_id, key: customer.key }
  ctx.audit({
    action: `order.${what}`,
    customer: facts,
    fields: ['orders'],
    after: { orderId: outsideOrderId(order.row.id), amount },
  })
  return after
}

export async function recorded(ctx: Context, whole: WholeOrder, warnings: readonly Warning[]): Promise<RecordedOrder> {
  const [order] = await toOrders(ctx, [whole])
  return answered(ctx, { ...order!, warnings: wordsOfWarnings(warnings, ctx.caller.language) })
}

/** What is recorded may be told to a caller who may not read it: then as amounts and times. */
export const answered = ({ caller }: Context, order: RecordedOrder): RecordedOrder =>
  caller.may.has('orders:write') && !caller.may.has('orders:read') ? { ...withoutPerson(order), signals: [] } : order
