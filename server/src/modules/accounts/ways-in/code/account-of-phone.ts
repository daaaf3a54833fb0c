import type { Context } from '../../../../kit/context.ts'
import { getCustomer } from '../../../customers/index.ts'
import { claimsOn, endClaims, proveClaim } from '../../claims/claims.ts'
import { getOrCreateCustomer, type NewPerson } from '../../claims/get-or-create-customer.ts'
import { holderOfPhone } from '../../claims/holder-of-phone.ts'
import { auditAccount, createAccount } from '../../login/accounts.ts'
import { addCredential } from '../../login/credentials.ts'

/**
 * The account for a verified phone. Claims of others end: another registration with this number, and the login of
 * a former holder.
 */
export async function accountOfPhone(ctx: Context, phone: string, person: NewPerson): Promise<string> {
  const claims = await claimsOn(ctx, 'phone', phone)
  const holder = await holderOfPhone(ctx, phone, claims)
  const customerId = await getOrCreateCustomer(ctx, { phone, holder, person })

  const theirs = claims.filter(({ customer_id }) => customer_id === customerId)
  const login = theirs.find(({ proved_at }) => proved_at !== null) ?? theirs[0]
  await endClaims(
    ctx,
    claims.filter((one) => one !== login),
    'phone',
  )
  if (login) {
    if (login.proved_at === null) await proveClaim(ctx, login)
    return login.account_id
  }
  const { locale } = await getCustomer(ctx, { customerId })
  const account = await createAccount(ctx, { customerId, role: null, status: 'active', language: locale })
  await addCredential(ctx, account, { kind: 'phone', login: phone, proved: true })
  auditAccount(ctx, account, 'account.registered', { fields: ['phone'] })
  return account.id
}
