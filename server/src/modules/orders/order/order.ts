import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { decimalText } from '../../../kit/money.ts'
import { type DataKey, document, type Keys, sealedForPerson, TEXT } from '../../../kit/sealed.ts'
import { outsideAddressId } from '../../addresses/contract.ts'
import { outsideId } from '../../customers/contract.ts'
import { keysOf, maskEmail, maskPhone } from '../../customers/index.ts'
import { OrderNotFound } from '../refusals.ts'
import { HAPPENINGS, type Order, outsideOrderId, PAYMENTS, type Signal, type STATES } from '../shapes.ts'
import { sql } from '../tables.ts'
import { reportingCurrency } from './settings.ts'
import { wordsOfSignals } from './words.ts'

const maybe = z.string().nullable().default(null)
/** What tells of the person. Stored only sealed, as one document per order. */
const Details = z.object({
  phone: maybe,
  name: maybe,
  email: maybe,
  addressId: maybe,
  to: maybe,
  note: maybe,
  data: z.record(z.string(), z.unknown()).default({}),
  /** By position; a line without a name and free keys has none. */
  lines: z
    .record(z.string(), z.object({ name: maybe, data: z.record(z.string(), z.unknown()).default({}) }))
    .default({}),
})
export type Details = z.output<typeof Details>
const NOTHING: Details = Details.parse({})

const details = sealedForPerson('orders', 'sealed', document(Details), { mend: 'clear' })
const notes = sealedForPerson('order_events', 'sealed', TEXT, { mend: 'clear' })

export const sealDetails = (ctx: Context, key: DataKey, id: string, told: Details) =>
  details.seal(ctx, key, { id }, told)
export const sealNote = (ctx: Context, key: DataKey | null, id: string, note: string | undefined) =>
  note === undefined || key === null ? null : notes.seal(ctx, key, { id }, note)

export type OrderRow = Awaited<ReturnType<ReturnType<typeof orderRows>['execute']>>[0]
export type LineRow = Awaited<ReturnType<ReturnType<typeof linesOf>['execute']>>[0]
export type HappeningRow = Awaited<ReturnType<ReturnType<typeof happeningsOf>['execute']>>[0]

export const orderRows = (ctx: Context) => sql(ctx).selectFrom('orders').selectAll().where('tenant_id', '=', ctx.tenant)

export async function findOrder(ctx: Context, orderId: string): Promise<OrderRow> {
  const row = await orderRows(ctx).where('id', '=', orderId).executeTakeFirst()
  if (!row) throw OrderNotFound()
  return row
}

const linesOf = (ctx: Context, orderIds: readonly string[]) =>
  sql(ctx)
    .selectFrom('order_lines')
    .select(['order_id', 'position', 'sku', 'category', 'quantity', 'amount'])
    .where('tenant_id', '=', ctx.tenant)
    .where('order_id', 'in', orderIds)
    .orderBy('order_id')
    .orderBy('position')

const happeningsOf = (ctx: Context, orderIds: readonly string[]) =>
  sql(ctx)
    .selectFrom('order_events')
    .select(['id', 'order_id', 'what', 'at', 'recorded_at', 'actor', 'reason', 'amount', 'lines', 'sealed'])
    .where('tenant_id', '=', ctx.tenant)
    .where('order_id', 'in', orderIds)
    .orderBy('order_id')
    .orderBy('at')
    .orderBy('id')

export interface WholeOrder {
  readonly row: OrderRow
  readonly lines: readonly LineRow[]
  readonly happened: readonly HappeningRow[]
}

/** With what became of them. */
export async function completed(ctx: Context, rows: readonly OrderRow[]): Promise<WholeOrder[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [lines, happened] = await Promise.all([linesOf(ctx, ids).execute(), happeningsOf(ctx, ids).execute()])
  return rows.map((row) => ({
    row,
    lines: lines.filter(({ order_id }) => order_id === row.id),
    happened: happened.filter(({ order_id }) => order_id === row.id),
  }))
}

/** The state follows from what happened, in any order of arrival. */
export function stateOf({ row, happened }: Pick<WholeOrder, 'row' | 'happened'>) {
  const first = (what: string) => happened.find((one) => one.what === what)?.at ?? null
  const refunded = happened.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  const [paidAt, deliveredAt, cancelledAt] = [first('paid'), first('delivered'), first('cancelled')]
  const state: (typeof STATES)[number] = cancelledAt
    ? 'cancelled'
    : refunded > 0 && refunded >= row.total
      ? 'refunded'
      : deliveredAt
        ? 'delivered'
        : paidAt
          ? 'paid'
          : 'placed'
  return { state, refunded, paidAt, deliveredAt, cancelledAt }
}

const Parts = z.array(z.object({ position: z.int(), amount: z.int() })).nullable()
export const partsOf = ({ lines }: Pick<HappeningRow, 'lines'>) => Parts.parse(lines)

/** Who reads: a caller of the business, or the person, who does not see what a stranger said under their number. */
export type Reader = 'business' | 'person'

/** As the API shows them: opened with the keys that they were sealed with. */
export async function toOrders(
  ctx: Context,
  orders: readonly WholeOrder[],
  reader: Reader = 'business',
): Promise<Order[]> {
  const sealers = [
    ...details.people(
      ctx,
      orders.map(({ row }) => row),
    ),
    ...notes.people(
      ctx,
      orders.flatMap(({ happened }) => happened),
    ),
  ]
  const keys = await keysOf(ctx, sealers)
  const currency = await reportingCurrency(ctx)
  return orders.map((order) => {
    const whole = toOrder(ctx, keys, currency, order)
    if (reader === 'person') return isTyped(order) ? withoutPerson(whole) : whole
    return masked(ctx, whole)
  })
}

/** Where the caller may read orders and no contacts. */
function masked({ caller }: Context, { contact, ...order }: Order): Order {
  if (contact === null || !caller.may.has('orders:read') || caller.may.has('customers:contacts')) {
    return { ...order, contact }
  }
  const { name, phone, email } = contact
  return { ...order, contact: { name, phone: phone && maskPhone(phone), email: email && maskEmail(email) } }
}

/** Amounts, times and articles alone. */
export const withoutPerson = <O extends Order>(order: O): O => ({
  ...order,
  contact: null,
  delivery: null,
  note: null,
  data: {},
  lines: order.lines.map((line) => ({ ...line, name: null, data: {} })),
  refunds: order.refunds.map((one) => ({ ...one, note: null })),
  history: order.history.map((one) => ({ ...one, note: null })),
})

function toOrder(ctx: Context, keys: Keys, reporting: string, order: WholeOrder): Order {
  const { row, lines, happened } = order
  const { value, damaged } = details.show(ctx, keys, row)
  const told = value ?? NOTHING
  const { state, refunded, ...times } = stateOf(order)
  const money = (minor: number) => decimalText(minor, row.currency)
  const note = (one: HappeningRow) => notes.show(ctx, keys, one).value
  return {
    id: outsideOrderId(row.id),
    customerId: outsideId(row.customer_id),
    source: row.source,
    externalId: row.external_id,
    channel: row.channel,
    state,
    currency: row.currency,
    total: money(row.total),
    refunded: money(refunded),
    rate: row.rate,
    counted: row.counted === null ? null : { amount: decimalText(row.counted, reporting), currency: reporting },
    payment: row.payment === null ? null : known(PAYMENTS, row.payment),
    phoneProved: row.phone_proved,
    placedAt: row.placed_at.toISOString(),
    paidAt: times.paidAt?.toISOString() ?? null,
    deliveredAt: times.deliveredAt?.toISOString() ?? null,
    cancelledAt: times.cancelledAt?.toISOString() ?? null,
    lines: lines.map(({ position, sku, category, quantity, amount }) => {
      const { name, data } = told.lines[position] ?? { name: null, data: {} }
      return { position, sku, name, category, quantity, amount: money(amount), data }
    }),
    contact: told.phone || told.email || told.name ? { name: told.name, phone: told.phone, email: told.email } : null,
    delivery:
      told.addressId || told.to ? { addressId: told.addressId && outsideAddressId(told.addressId), to: told.to } : null,
    note: told.note,
    data: told.data,
    refunds: happened
      .filter(({ what }) => what === 'refunded')
      .map((one) => ({
        id: one.id,
        at: one.at.toISOString(),
        amount: money(one.amount ?? 0),
        reason: one.reason,
        note: note(one),
        lines: partsOf(one)?.map(({ position, amount }) => ({ position, amount: money(amount) })) ?? null,
      })),
    history: happened.map((one) => ({
      what: known(HAPPENINGS, one.what),
      at: one.at.toISOString(),
      recordedAt: one.recorded_at.toISOString(),
      actor: one.actor,
      reason: one.reason,
      note: note(one),
      amount: one.amount === null ? null : money(one.amount),
    })),
    signals: wordsOfSignals(oddIn(order), ctx.caller.language),
    damaged,
  }
}

/** Signals of the order itself. At a till the person is present. */
const oddIn = (order: WholeOrder): Signal[] => (isTyped(order) ? ['phone_unproved'] : [])

/** A visitor typed the phone, and nothing tells that it is theirs. */
const isTyped = ({ row, happened }: WholeOrder): boolean =>
  !row.phone_proved && happened.some(({ what, actor }) => what === 'placed' && actor === 'visitor')
