import type { Context } from '../../kit/context.ts'
import { readmitCustomer } from './acquaintance.ts'
import { requireRow } from './person.ts'
import { sql } from './tables.ts'

const SEEN_AGAIN_AFTER_MS = 3_600_000

/** Whoever left or was deactivated comes back by proving who they are. Whom staff suspended, or the law, stays out. */
const COMES_BACK: readonly string[] = ['active', 'cancelled', 'deactivated']

/** Whether somebody who proves to be this customer comes in. Locked, so that a suspension at this moment comes after. */
export async function mayReturn(ctx: Context, customerId: string): Promise<boolean> {
  return COMES_BACK.includes((await requireRow(ctx, customerId, 'although restricted')).status)
}

/** Somebody who may return is here: from now on the customer is active and was seen. */
export async function welcomeCustomer(ctx: Context, customerId: string): Promise<void> {
  await readmitCustomer(ctx, customerId, 'signed in again')
  await sql(ctx)
    .updateTable('customers')
    .set({ last_seen_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', customerId)
    .where('last_seen_at', '<', new Date(ctx.now.getTime() - SEEN_AGAIN_AFTER_MS))
    .execute()
}

/** Staff have no customer and are not asked. */
export async function isCustomerActive(ctx: Context, customerId: string | null): Promise<boolean> {
  return customerId === null || (await requireRow(ctx, customerId)).status === 'active'
}
