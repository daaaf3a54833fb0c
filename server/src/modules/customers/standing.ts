import type { Context } from '../../kit/context.ts'
import { requireRow } from './person.ts'
import { reactivateCustomer } from './status.ts'
import { sql } from './tables.ts'

const SEEN_AGAIN_AFTER_MS = 3_600_000

/**
 * Somebody signs in as this customer. Who left by themselves is back; whom staff put away, or the law, stays out. Locked,
 * so that a suspension at this moment comes after.
 */
export async function admitCustomer(ctx: Context, customerId: string): Promise<boolean> {
  const { status } = await requireRow(ctx, customerId, 'although restricted')
  if (status === 'cancelled') await reactivateCustomer(ctx, { customerId, reason: 'signed in again' })
  else if (status !== 'active') return false
  await sql(ctx)
    .updateTable('customers')
    .set({ last_seen_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', customerId)
    .where('last_seen_at', '<', new Date(ctx.now.getTime() - SEEN_AGAIN_AFTER_MS))
    .execute()
  return true
}

/** Staff have no customer and are not asked. */
export async function isCustomerActive(ctx: Context, customerId: string | null): Promise<boolean> {
  return customerId === null || (await requireRow(ctx, customerId)).status === 'active'
}
