import type { Context } from '../../kit/context.ts'
import { customerRows, openPerson, requireRow, showPerson } from './person.ts'
import { sql } from './tables.ts'

/** What the rules of other modules look at in a customer. */
export interface Milestones {
  readonly id: string
  readonly createdAt: Date
  readonly orders: number
  readonly loyaltyTier: string | null
  /** Opened only where it is asked for. */
  readonly birthDate: () => string | null
}

/** The next customers by their ids, without those merged into others. */
export async function milestonesAfter(ctx: Context, after: string | null, limit: number): Promise<Milestones[]> {
  let rows = customerRows(ctx).where('merged_into', 'is', null).where('status', '<>', 'erased')
  if (after !== null) rows = rows.where('customers.id', '>', after)
  const found = await rows.orderBy('customers.id').limit(limit).execute()
  return found.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    orders: row.total_orders,
    loyaltyTier: row.loyalty_tier,
    birthDate: () => showPerson(ctx, row).birthDate,
  }))
}

export async function ordersCounted(ctx: Context, customerId: string): Promise<number> {
  const row = await sql(ctx)
    .selectFrom('customer_activity')
    .select('total_orders')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()
  return row?.total_orders ?? 0
}

export const knownSince = async (ctx: Context, customerId: string): Promise<Date> =>
  (await requireRow(ctx, customerId)).created_at

/** What callers wrote into `features`, and since when the customer is known. */
export async function featuresSaid(ctx: Context, customerId: string) {
  const row = await requireRow(ctx, customerId)
  return { said: openPerson(ctx, row).features, since: row.created_at }
}
