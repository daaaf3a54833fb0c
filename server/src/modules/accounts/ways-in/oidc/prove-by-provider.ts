import type { Context } from '../../../../kit/context.ts'
import { claimsOn, endClaims } from '../../claims/claims.ts'
import { becomeHolder } from '../../claims/join.ts'
import { type Account, auditAccount } from '../../login/accounts.ts'
import { EmailVerified } from '../../login/events.ts'
import { LinkFirst } from './refusals.ts'

/**
 * A provider that the business trusts has verified the e-mail, which is as good as its mailbox: claims that were never
 * proved end, and the account moves to whom the business knew by it. An account that proved it stays beside this one.
 */
export async function proveByProvider(ctx: Context, account: Account, email: string): Promise<void> {
  const claims = await claimsOn(ctx, 'password', email)
  // Into the shop's own side nobody comes on the word of a provider that did not say it about this account.
  if (claims.some(({ role }) => role !== null)) throw LinkFirst()
  await endClaims(
    ctx,
    claims.filter(({ proved_at }) => proved_at === null),
  )
  auditAccount(ctx, account, 'account.email_verified', { fields: ['email'] })
  const customerId = await becomeHolder(ctx, account.customerId!, email)
  ctx.emit(EmailVerified({ customerId, accountId: account.id }))
}
