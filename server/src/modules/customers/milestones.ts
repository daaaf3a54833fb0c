import type { Context } from '../../kit/context.ts'
import { customerRows, openPerson, present, requireRow, showPerson } from './person.ts'
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
  const [found] = await SAID(ctx, { tenant: ctx.tenant, id: customerId })
  const row = await present(ctx, found)
  return { said: openPerson(ctx, row).features, since: row.created_at }
}

/** Apps ask at each of their steps, so the rest of the customer is not read. */
const SAID = sql.held((db, { tenant, id }: { readonly tenant: string; readonly id: string }) =>
  db
    .selectFrom('customers')
    .innerJoin('data_keys', (join) =>
      join.onRef('data_keys.tenant_id', '=', 'customers.tenant_id').onRef('data_keys.id', '=', 'customers.id'),
    )
    .select(['customers.id', 'status', 'merged_into', 'customers.created_at', 'sealed', 'wrapped'])
    .where('customers.tenant_id', '=', tenant)
    .where('customers.id', '=', id),
)
