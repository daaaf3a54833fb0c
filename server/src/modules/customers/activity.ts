import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import type { CustomerRow } from './person.ts'
import { sql } from './tables.ts'

/** What a customer brought, or what a change of it adds. Spent in thousandths of the currency. */
export const Totals = z.object({ orders: z.number(), spent: z.number(), loyaltyPoints: z.number() })
export type Totals = Readonly<z.output<typeof Totals>>

export type Activity = Pick<CustomerRow, 'total_orders' | 'total_spent' | 'loyalty_points' | 'last_seen_at'>

const TOTALS = ['total_orders as orders', 'total_spent as spent', 'loyalty_points as loyaltyPoints'] as const

export function beginActivity(ctx: Context, rows: readonly Pick<CustomerRow, 'id' | 'last_seen_at'>[]): void {
  sql.insert(
    ctx,
    'customer_activity',
    rows.map(({ id, last_seen_at }) => ({ tenant_id: ctx.tenant, customer_id: id, last_seen_at })),
  )
}

/**
 * The one change of totals, in the transaction of the order, the points or the merge that makes it; returns what they
 * are then. Lock the customer first (`requireRow` or `keyHolder` with a lock; two of them in the order of their ids), so
 * that nothing is added to a customer who is being merged. This row is locked after it.
 */
export function writeTotals(ctx: Context, customerId: string, gain: Partial<Totals>): Promise<Totals> {
  return sql(ctx)
    .updateTable('customer_activity')
    .set((q) => ({
      total_orders: q('total_orders', '+', gain.orders ?? 0),
      total_spent: q('total_spent', '+', gain.spent ?? 0),
      loyalty_points: q('loyalty_points', '+', gain.loyaltyPoints ?? 0),
    }))
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .returning(TOTALS)
    .executeTakeFirstOrThrow()
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
