import type { Answered, Entrance, Input } from '../../../../kit/endpoint.ts'
import { inTenant } from '../../../../kit/transaction.ts'
import { CustomerId } from '../../../customers/contract.ts'
import { registerCustomer, requirePhone } from '../../../customers/index.ts'
import { tenantDefaults } from '../../../tenants/index.ts'
import { answerSignIn, completeSignIn } from '../../gate/complete-sign-in.ts'
import { auditAccount, createAccount } from '../../login/accounts.ts'
import { byAddress, REGISTRATIONS_BY_ADDRESS, takeTurns } from '../../login/attempts.ts'
import { addCredential } from '../../login/credentials.ts'
import { languageAsked } from '../../login/language-asked.ts'
import { hashPassword } from '../../login/passwords/hash.ts'
import { requireStrong } from '../../login/passwords/rules.ts'
import { readSignInSettings } from '../../login/settings.ts'
import type { SignInAnswer } from '../../login/shapes.ts'
import type * as api from './contract.ts'
import { sendVerification } from './verify-email.ts'

/**
 * Creates a new customer even if e-mail and phone are known: both are claims until they are verified, kept with
 * the account and not with the customer. So the response reveals nothing.
 */
export async function register(entrance: Entrance, input: Input<typeof api.register>): Promise<Answered<SignInAnswer>> {
  const { db, caller } = entrance
  const { email, password, phone, firstName, lastName, name2, locale } = input
  await takeTurns(db, caller, [byAddress(REGISTRATIONS_BY_ADDRESS, caller)])
  const business = await inTenant(db, caller, tenantDefaults, { readOnly: true })
  const language = locale ?? languageAsked(entrance)
  const typedPhone = phone === undefined ? null : requirePhone(phone, business.country)
  await requireStrong(password, [email, firstName, lastName, name2, business.slug, business.name, business.name2])
  const hashed = await hashPassword(db, caller.tenant, password)
  const outcome = await inTenant(db, caller, async (ctx) => {
    const customer = await registerCustomer(ctx, { firstName, lastName, name2, locale: language })
    const account = await createAccount(ctx, {
      customerId: CustomerId.parse(customer.id),
      role: null,
      status: 'active',
      language: customer.locale,
    })
    await addCredential(ctx, account, { kind: 'password', login: email, password: hashed, proved: false })
    if (typedPhone !== null) await addCredential(ctx, account, { kind: 'phone', login: typedPhone, proved: false })
    auditAccount(ctx, account, 'account.registered', { fields: typedPhone === null ? ['email'] : ['email', 'phone'] })
    const { emailVerification } = await readSignInSettings(ctx)
    if (emailVerification !== 'off') await sendVerification(ctx, account, email)
    const { session, deviceName, guestToken } = input
    const wish = { session, deviceName, guestToken }
    return completeSignIn(ctx, { accountId: account.id, factor: 'registration', wish })
  })
  return answerSignIn(entrance, outcome)
}
