import type { Context } from '../../../../kit/context.ts'
import { lockPair } from '../../../customers/index.ts'
import { mergeCustomers } from '../../../merging/index.ts'
import { auditAccount, hasLogin, ownAccount } from '../../login/accounts.ts'
import { sql } from './tables.ts'

/** For a signed-in customer. */
export async function adoptOwnGuest(ctx: Context, { guestToken }: { guestToken: string }): Promise<{ done: true }> {
  const account = await ownAccount(ctx)
  if (account.customerId !== null && (await adoptGuest(ctx, account.customerId, guestToken))) {
    auditAccount(ctx, account, 'account.guest_adopted')
  }
  return { done: true }
}

/**
 * Joins the guest's cart and profile to the customer if the token is unused and the guest still
 * anonymous. Otherwise does nothing: it must not prevent a sign-in.
 */
export async function adoptGuest(ctx: Context, customerId: string, guestToken: string | undefined): Promise<boolean> {
  if (guestToken === undefined) return false
  const used = await sql(ctx)
    .updateTable('guest_tokens')
    .set({ used_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('digest', '=', guestDigest(ctx, guestToken))
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .where('customer_id', '!=', customerId)
    .returning('customer_id')
    .executeTakeFirst()
  if (!used) return false
  const [guest] = await lockPair(ctx, used.customer_id, customerId)
  if (guest.type !== 'guest' || guest.status !== 'active' || (await hasLogin(ctx, guest.id))) return false
  await mergeCustomers(ctx, { from: guest.id, into: customerId, reason: 'The guest signed in', proved: true })
  return true
}

export const guestDigest = (ctx: Context, guestToken: string) => ctx.keys.digest('guest token', guestToken)
