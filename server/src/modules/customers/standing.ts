import type { Context } from '../../kit/context.ts'
import type { DataKey } from '../../kit/sealing.ts'
import { keyOf, requireRow } from './person.ts'
import { reactivateCustomer } from './status.ts'
import { sql } from './tables.ts'

const SEEN_AGAIN_AFTER_MS = 3_600_000

/**
 * Somebody signs in as this customer. Who left by themselves is back; whom staff put away, or the law, stays out: null,
 * else the key of whoever is admitted. Locked, so that a suspension at this moment comes after.
 */
export async function admitCustomer(ctx: Context, customerId: string): Promise<DataKey | null> {
  const row = await requireRow(ctx, customerId, 'for update')
  if (row.status === 'cancelled') await reactivateCustomer(ctx, { customerId, reason: 'signed in again' })
  else if (row.status !== 'active') return null
  if (ctx.now.getTime() - row.last_seen_at.getTime() > SEEN_AGAIN_AFTER_MS) {
    await sql(ctx)
      .updateTable('customers')
      .set({ last_seen_at: ctx.now })
      .where('tenant_id', '=', ctx.tenant)
      .where('id', '=', customerId)
      .execute()
  }
  return keyOf(ctx, row)
}

/** Whether they may go on, and their key. */
export async function standingOf(ctx: Context, customerId: string): Promise<{ isActive: boolean; key: DataKey }> {
  const row = await requireRow(ctx, customerId)
  return { isActive: row.status === 'active', key: keyOf(ctx, row) }
}

/** Staff have no customer and are not asked. */
export async function isCustomerActive(ctx: Context, customerId: string | null): Promise<boolean> {
  return customerId === null || (await requireRow(ctx, customerId)).status === 'active'
}
