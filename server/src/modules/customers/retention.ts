import type { Context } from '../../kit/context.ts'
import { sql } from './tables.ts'

export interface SilentCustomer {
  readonly id: string
  readonly lastSeenAt: Date
}

/** Who was last seen before, the longest silence first, from the one after `after`. With `among`, of these only. */
export async function silentCustomers(
  ctx: Context,
  before: Date,
  after: SilentCustomer | null,
  limit: number,
  among?: readonly string[],
): Promise<SilentCustomer[]> {
  let query = sql(ctx)
    .selectFrom('customers')
    .select(['id', 'last_seen_at as lastSeenAt'])
    .where('tenant_id', '=', ctx.tenant)
    .where('status', 'not in', ['merged', 'erased'])
    .where('restricted_at', 'is', null)
    .where('last_seen_at', '<', before)
  if (among !== undefined) query = query.where('id', 'in', among)
  if (after !== null) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('last_seen_at', 'id'), '>', tuple(after.lastSeenAt as never, after.id)),
    )
  }
  return query.orderBy('last_seen_at').orderBy('id').limit(limit).execute()
}

/** Everybody who is here or was, by id, from the one after `after`. */
export function everybody(
  ctx: Context,
  after: string | null,
  limit: number,
): Promise<{ id: string; status: string }[]> {
  let query = sql(ctx).selectFrom('customers').select(['id', 'status']).where('tenant_id', '=', ctx.tenant)
  if (after !== null) query = query.where('id', '>', after)
  return query.orderBy('id').limit(limit).execute()
}

/**
 * Guests who left no name and no order, were last seen before, and were here before: one that was brought in lately from
 * elsewhere may still get its orders.
 */
export async function staleGuests(ctx: Context, before: Date, limit: number): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('customers')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('status', 'not in', ['merged', 'erased'])
    .where('restricted_at', 'is', null)
    .where('type', '=', 'guest')
    .where('total_orders', '=', 0)
    .where('last_seen_at', '<', before)
    .where('updated_at', '<', before)
    .orderBy('last_seen_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
