import type { z } from 'zod'
import type { Context } from '../../../../kit/context.ts'
import { TooManyRequests } from '../../../../kit/refusal.ts'
import { CustomerId } from '../../../customers/contract.ts'
import { registerCustomer } from '../../../customers/index.ts'
import { completeSignIn, type Outcome } from '../../gate/complete-sign-in.ts'
import { type Account, auditAccount, createAccount } from '../../login/accounts.ts'
import { byAddress, REGISTRATIONS_BY_ADDRESS, tryNow } from '../../login/attempts.ts'
import { addCredential, findCredential } from '../../login/credentials.ts'
import type { Wish } from '../../session/sessions.ts'
import { noteUse } from '../added-logins.ts'
import { type Identity, type LinkDetails, loginOf } from '../providers/identity.ts'
import { proveByProvider } from './prove-by-provider.ts'

/** A known subject is the same person as last time; a new subject gets a new account. */
export async function signInAs(ctx: Context, identity: Identity, wish: Wish): Promise<Outcome> {
  const known = await findCredential(ctx, 'oidc', loginOf(identity))
  // A login that is being removed counts as unknown.
  const accountId = known && (await noteUse(ctx, known.id)) ? known.account_id : (await registerAs(ctx, identity)).id
  return completeSignIn(ctx, { accountId, factor: 'oidc', wish })
}

/** Creates a customer first; a verified e-mail then merges it with the customer who has it. */
async function registerAs(ctx: Context, identity: Identity): Promise<Account> {
  const { firstName, lastName, locale, email, vouched } = identity
  if (!(await tryNow(ctx, byAddress(REGISTRATIONS_BY_ADDRESS, ctx.caller))))
    throw TooManyRequests({}, { 'retry-after': String(REGISTRATIONS_BY_ADDRESS.minutes * 60) })
  const customer = await registerCustomer(ctx, { firstName, lastName, locale })
  const account = await createAccount(ctx, {
    customerId: CustomerId.parse(customer.id),
    role: null,
    status: 'active',
    language: customer.locale,
  })
  await addProvider(ctx, account, identity)
  auditAccount(ctx, account, 'account.registered', { fields: ['oidc'], after: { provider: identity.provider } })
  if (email !== null && vouched) await proveByProvider(ctx, account, email)
  return account
}

export async function addProvider(ctx: Context, account: Account, identity: Identity): Promise<string> {
  const { provider, issuer, subject, email, phone } = identity
  const details: z.input<typeof LinkDetails> = { provider, issuer, subject, email, phone }
  return addCredential(ctx, account, {
    kind: 'oidc',
    login: loginOf(identity),
    details: JSON.stringify(details),
    proved: true,
  })
}
