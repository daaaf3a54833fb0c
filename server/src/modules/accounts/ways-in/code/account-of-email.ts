import type { Context } from '../../../../kit/context.ts'
import { confirmContact, getCustomer, holderOf, mayReturn, releaseContact } from '../../../customers/index.ts'
import { type Claim, claimsOn, endClaims } from '../../claims/claims.ts'
import { dropWhatAStrangerAdded } from '../../claims/drop-what-a-stranger-added.ts'
import { createPerson, type NewPerson } from '../../claims/get-or-create-customer.ts'
import { proveEmail } from '../../claims/prove-email.ts'
import {
  type Account,
  accountsOfPerson,
  auditAccount,
  createAccount,
  findAccount,
  hasLogin,
} from '../../login/accounts.ts'
import { addCredential, credentialsOf, forgetPassword, passwordOf } from '../../login/credentials.ts'
import { EmailVerified } from '../../login/events.ts'
import { AccountBlocked } from '../../login/refusals.ts'
import { endSessions } from '../../session/sessions.ts'
import { StaffUsePassword } from './refusals.ts'

/**
 * The account for a verified e-mail: the one that verified it before; else a new one of the customer with it; else the
 * one that only claimed it, without what a stranger could have added; else that of a new customer.
 */
export async function accountOfEmail(ctx: Context, email: string, person: NewPerson): Promise<string> {
  const claims = await claimsOn(ctx, 'password', email)
  // Staff have a password, and perhaps a required second factor: a mailbox must not bypass them.
  if (claims.some(({ role }) => role !== null)) throw StaffUsePassword()
  const login = claims.find(({ proved_at }) => proved_at !== null)
  if (login) return login.account_id

  const customerId = await knownBy(ctx, email)
  const claimed = customerId === null ? await takeOverClaim(ctx, claims) : null
  if (claimed !== null) return claimed
  await endClaims(ctx, claims)
  const account = await addLogin(ctx, customerId ?? (await createPerson(ctx, person)), email)
  await confirmContact(ctx, { customerId: account.customerId, type: 'email', value: email })
  ctx.emit(EmailVerified({ customerId: account.customerId, accountId: account.id }))
  return account.id
}

/** The customer with this e-mail; unless staff entered it for a customer with a login of their own: those lose it. */
async function knownBy(ctx: Context, email: string): Promise<string | null> {
  const holder = await holderOf(ctx, 'email', email)
  if (!holder) return null
  const { customerId, verified } = holder
  if (verified || !(await hasLogin(ctx, customerId))) {
    if (!(await mayReturn(ctx, customerId))) throw AccountBlocked()
    return customerId
  }
  await releaseContact(ctx, { customerId, type: 'email', value: email })
  return null
}

async function takeOverClaim(ctx: Context, [claim]: readonly Claim[]): Promise<string | null> {
  if (!claim) return null
  // Another contact is verified there, perhaps by a different person than the reader of this mailbox.
  if ((await credentialsOf(ctx, [claim.account_id])).some(({ proved_at }) => proved_at !== null)) return null
  const account = (await findAccount(ctx, claim.account_id))!
  const credential = (await passwordOf(ctx, account.id))!
  await dropWhatAStrangerAdded(ctx, account, credential)
  await forgetPassword(ctx, credential)
  await endSessions(ctx, await accountsOfPerson(ctx, account), 'password_reset')
  await proveEmail(ctx, account, credential)
  return account.id
}

async function addLogin(ctx: Context, customerId: string, email: string): Promise<Account & { customerId: string }> {
  const { locale } = await getCustomer(ctx, { customerId })
  const account = await createAccount(ctx, { customerId, role: null, status: 'active', language: locale })
  await addCredential(ctx, account, { kind: 'password', login: email, proved: true })
  auditAccount(ctx, account, 'account.registered', { fields: ['email'] })
  return { ...account, customerId }
}
