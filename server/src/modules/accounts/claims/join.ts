import type { Context } from '../../../kit/context.ts'
import { confirmContact, holderOf, mayReturn, readmitCustomer, releaseContact } from '../../customers/index.ts'
import { mergeCustomers } from '../../merging/index.ts'
import { hasLogin } from '../login/accounts.ts'
import { AccountBlocked } from '../login/refusals.ts'
import { afterMerges } from './after-merges.ts'

/**
 * Merges the login's customer into the one with the verified contact; the merge can be undone. A cancelled or
 * deactivated customer is reactivated by it; a suspended one is not.
 */
export async function joinCustomers(ctx: Context, { from, into }: { from: string; into: string }): Promise<string> {
  if (!(await mayReturn(ctx, into))) throw AccountBlocked()
  await readmitCustomer(ctx, into, 'proved the contact at sign-in')
  await mergeCustomers(ctx, { from, into, reason: 'The same contact was proved at sign-in', proved: true })
  return into
}

/** A customer with this e-mail and no login is this person; with a login of their own they only claimed it. */
export async function becomeHolder(ctx: Context, own: string, email: string): Promise<string> {
  const customerId = await afterMerges(async () => {
    const holder = await holderOf(ctx, 'email', email)
    if (!holder || holder.customerId === own) return own
    if (holder.verified || !(await hasLogin(ctx, holder.customerId))) {
      return joinCustomers(ctx, { from: own, into: holder.customerId })
    }
    await releaseContact(ctx, { customerId: holder.customerId, type: 'email', value: email })
    return own
  })
  await confirmContact(ctx, { customerId, type: 'email', value: email })
  return customerId
}
