import type { Context } from '../../../../kit/context.ts'
import { claimsOn, endClaims } from '../../claims/claims.ts'
import { becomeHolder } from '../../claims/join.ts'
import { type Account, auditAccount } from '../../login/accounts.ts'
import { EmailVerified } from '../../login/events.ts'
import { LinkFirst } from './refusals.ts'

/**
 * An e-mail verified by a trusted provider counts like its mailbox: unverified claims end, and the account's customer is
 * merged with the one who has it. An account that verified it before stays separate.
 */
export async function proveByProvider(ctx: Context, account: Account, email: string): Promise<void> {
  const claims = await claimsOn(ctx, 'password', email)
  // A staff account needs its own link: a provider's word about an e-mail is not enough.
  if (claims.some(({ role }) => role !== null)) throw LinkFirst()
  await endClaims(
    ctx,
    claims.filter(({ proved_at }) => proved_at === null),
  )
  auditAccount(ctx, account, 'account.email_verified', { fields: ['email'] })
  const customerId = await becomeHolder(ctx, account.customerId!, email)
  ctx.emit(EmailVerified({ customerId, accountId: account.id }))
}
