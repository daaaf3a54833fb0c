import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import type { CustomerRow } from './person.ts'
import { sql } from './tables.ts'

/** What a customer brought, or what a change of it adds. Spent in thousandths of the currency. */
export const Totals = z.object({ orders: z.number(), spent: z.number(), loyaltyPoints: z.number() })
export type Totals = Readonly<z.output<typeof Totals>>

export type Activity = Pick<
  CustomerRow,
  'total_orders' | 'total_spent' | 'loyalty_points' | 'last_order_at' | 'last_seen_at'
>

const TOTALS = [
  'customer_activity.total_orders as orders',
  'customer_activity.total_spent as spent',
  'customer_activity.loyalty_points as loyaltyPoints',
] as const

export function beginActivity(ctx: Context, rows: readonly Pick<CustomerRow, 'id' | 'last_seen_at'>[]): void {
  sql.insert(
    ctx,
    'customer_activity',
    rows.map(({ id, last_seen_at }) => ({ tenant_id: ctx.tenant, customer_id: id, last_seen_at })),
  )
}

interface Gain extends Partial<Totals> {
  /** Of a new order. */
  readonly orderedAt?: Date
  /** With an order of former days. */
  readonly seenAt?: Date
}

/**
 * The one change of totals, in the transaction of the order, the points or the merge that makes it; returns what they
 * are then. Lock the customer first (`requireRow` or `keyHolder` with a lock; two of them in the order of their ids), so
 * that nothing is added to a customer who is being merged. This row is locked after it.
 */
export function writeTotals(ctx: Context, customerId: string, gain: Gain): Promise<Totals> {
  return sql(ctx)
    .updateTable('customer_activity')
    .set((q) => ({
      total_orders: q('total_orders', '+', gain.orders ?? 0),
      total_spent: q('total_spent', '+', gain.spent ?? 0),
      loyalty_points: q('loyalty_points', '+', gain.loyaltyPoints ?? 0),
      ...(gain.orderedAt && { last_order_at: q.fn<Date>('greatest', ['last_order_at', q.val(gain.orderedAt)]) }),
      ...(gain.seenAt && { last_seen_at: q.fn<Date>('greatest', ['last_seen_at', q.val(gain.seenAt)]) }),
    }))
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .returning(TOTALS)
    .executeTakeFirstOrThrow()
}

const NEVER = new Date(0)

/** Where an order was cancelled or changed hands: when the customer last ordered what still counts; null: never. */
export async function setLastOrder(ctx: Context, customerId: string, at: Date | null): Promise<void> {
  await sql(ctx)
    .updateTable('customer_activity')
    .set({ last_order_at: at ?? NEVER })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
}

/** The totals of every customer who was not merged, to compare them with the orders. */
export function believedTotals(ctx: Context) {
  return sql(ctx)
    .selectFrom('customer_activity')
    .innerJoin('customers', (join) =>
      join
        .onRef('customers.tenant_id', '=', 'customer_activity.tenant_id')
        .onRef('customers.id', '=', 'customer_activity.customer_id'),
    )
    .select(['customer_activity.customer_id', 'customers.number', ...TOTALS, 'customer_activity.last_order_at'])
    .where('customer_activity.tenant_id', '=', ctx.tenant)
    .where('customers.merged_into', 'is', null)
}

/** No change of the customer: it has no version, and neither event nor history tell of it. */
export function markSeen(ctx: Context, customerId: string): void {
  sql.send(ctx, seenAt(ctx, customerId, ctx.now).where('last_seen_at', '<', ctx.now))
}

/** What a merge or its undoing makes of it, unless the customer was seen meanwhile. */
export function changeSeen(ctx: Context, customerId: string, before: Seen, after: Seen): void {
  if (before.lastSeenAt === after.lastSeenAt) return
  const [from, to] = [before.lastSeenAt, after.lastSeenAt]
  // A face knows milliseconds.
  const still = raw<boolean>`date_trunc('milliseconds', last_seen_at) = ${new Date(from)}`
  sql.send(ctx, seenAt(ctx, customerId, new Date(to)).where(still))
}
interface Seen {
  readonly lastSeenAt: string
}

const seenAt = (ctx: Context, customerId: string, at: Date) =>
  sql(ctx)
    .updateTable('customer_activity')
    .set({ last_seen_at: at })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
