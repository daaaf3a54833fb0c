import type { Context } from '../../../kit/context.ts'
import type { DomainEvent } from '../../../kit/events.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { type KeyHolder, keyHolder, writeTotals } from '../../customers/index.ts'
import { OrderCancelled, OrderDelivered, OrderPaid, OrderRefunded } from '../events.ts'
import type { HappeningRow, OrderRow } from '../order/order.ts'
import { pinCurrency, reportingCurrency } from '../order/settings.ts'
import type { Happening, NewLine } from '../shapes.ts'
import { sql } from '../tables.ts'
import { broughtBy, countedOf } from '../totals/totals.ts'
import { sealWhatIsSaid } from './place.ts'
import { auditPlaced, insertParts, placedEvent } from './rows.ts'

/** An order of former days, in the reporting currency, with what became of it. */
export interface PastOrder {
  readonly customerId: string
  readonly channel: string
  readonly total: number
  readonly payment: string
  readonly placedAt: Date
  readonly lines: readonly NewLine[]
  readonly happened: readonly {
    readonly what: Exclude<Happening, 'placed'>
    readonly at: Date
    readonly reason?: string
    /** Of a refund. */
    readonly amount?: number
  }[]
}

interface Drafted {
  readonly customer: KeyHolder
  readonly row: OrderRow
  readonly lines: NewLine[]
  readonly happened: HappeningRow[]
}

/** Many orders at once, of any customers: all of them or none. Nothing is asked of them that an order of today is asked. */
export async function recordPastOrders(ctx: Context, orders: readonly PastOrder[]): Promise<void> {
  if (orders.length === 0) return
  const currency = await reportingCurrency(ctx)
  await pinCurrency(ctx)
  const customers = await lockAll(ctx, [...new Set(orders.map(({ customerId }) => customerId))])
  const drafted = orders.map((order) => draft(ctx, currency, customers.get(order.customerId)!, order))
  sql.insert(
    ctx,
    'orders',
    drafted.map(({ row }) => row),
  )
  insertParts(ctx, drafted)
  sql.insert(
    ctx,
    'order_events',
    drafted.flatMap(({ happened }) => happened.map(({ lines: _, ...one }) => ({ tenant_id: ctx.tenant, ...one }))),
  )
  for (const [customerId, customer] of customers) {
    const own = drafted.filter((one) => one.customer === customer)
    const counting = own.filter((one) => broughtBy(one, currency).orders > 0)
    await writeTotals(ctx, customerId, {
      orders: counting.length,
      spent: counting.reduce((sum, one) => sum + broughtBy(one, currency).spent, 0),
      ...(counting.length > 0 && { orderedAt: latest(counting) }),
      seenAt: latest(own),
    })
    for (const { row } of own) auditPlaced(ctx, customer, row)
  }
  // In the order in which it happened, as what follows from it was then.
  const events = drafted.flatMap(told).sort((one, other) => one.asOf!.getTime() - other.asOf!.getTime())
  for (const event of events) ctx.emit(event)
}

/** In the order of their ids, as everywhere. */
async function lockAll(ctx: Context, customerIds: readonly string[]): Promise<ReadonlyMap<string, KeyHolder>> {
  const sorted = customerIds.toSorted()
  const held = await Promise.all(sorted.map((id) => keyHolder(ctx, id, 'for update')))
  return new Map(sorted.map((id, index) => [id, held[index]!]))
}

function draft(ctx: Context, currency: string, customer: KeyHolder, order: PastOrder): Drafted {
  const id = uuidv7(order.placedAt.getTime())
  const { channel, total, payment, placedAt, happened } = order
  const lines = [...order.lines]
  const said = sealWhatIsSaid(
    ctx,
    customer,
    id,
    { contact: null, phone: null },
    { note: undefined, data: {}, lines },
    { addressId: null, to: null },
  )
  return {
    customer,
    lines,
    row: {
      ...{ tenant_id: ctx.tenant, id, customer_id: customer.id, source: 'till', external_id: null, channel, currency },
      ...{ total, rate: null, counted: total, payment, phone_proved: true, placed_at: placedAt },
      ...{ phone_digest: null, address_digest: null, sealed: said },
    },
    happened: happened.map(({ what, at, reason = null, amount = null }) => ({
      ...{ id: uuidv7(at.getTime()), order_id: id, what, at, recorded_at: ctx.now, actor: ctx.caller.actor },
      ...{ reason, amount, lines: null, sealed: null },
    })),
  }
}

const latest = (orders: readonly Drafted[]) => new Date(Math.max(...orders.map(({ row }) => row.placed_at.getTime())))

/** What is to be told of an order, each at its time. */
function told({ customer, row, lines, happened }: Drafted): DomainEvent[] {
  const before: HappeningRow[] = []
  const events = happened.map((one) => {
    const about = { customerId: customer.id, orderId: row.id, at: one.at.toISOString() }
    const counted = countedOf({ row, happened: before })
    before.push(one)
    if (one.what === 'paid') return { ...OrderPaid(about), asOf: one.at }
    if (one.what === 'delivered') return { ...OrderDelivered(about), asOf: one.at }
    if (one.what === 'cancelled') return { ...OrderCancelled({ ...about, counted }), asOf: one.at }
    const [amount, left] = [one.amount ?? 0, countedOf({ row, happened: before })]
    const refund = { refundId: one.id, amount, counted: counted - left, full: left === 0, lines: null }
    return { ...OrderRefunded({ ...about, ...refund }), asOf: one.at }
  })
  return [{ ...placedEvent(customer, row, lines), asOf: row.placed_at }, ...events]
}
