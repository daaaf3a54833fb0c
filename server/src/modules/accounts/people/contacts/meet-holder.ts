import type { Context } from '../../../../kit/context.ts'
import {
  holderOf,
  lockPair,
  readAcquaintance,
  readContacts,
  readmitCustomer,
  readNames,
  releaseContact,
} from '../../../customers/index.ts'
import { mergeCustomers } from '../../../merging/index.ts'
import { doubtHolder, type Holder, noteHandOver } from '../../claims/hand-overs/hand-over.ts'
import { type Account, hasLogin, ownAccount } from '../../login/accounts.ts'
import { AccountBlocked } from '../../login/refusals.ts'
import { StaffHaveNone } from './refusals.ts'

export interface Contact {
  readonly type: 'phone' | 'email'
  readonly value: string
}

interface Meeting {
  /** The customer of the account. */
  readonly own: string
  readonly holder: Holder
  readonly proved: Contact
}

/** Whoever is signed in and, where it is somebody else, the holder of the contact; locked, and neither of them merged. */
export async function lockBoth(
  ctx: Context,
  proved: Contact,
): Promise<{ account: Account; own: string; holder: Holder | null }> {
  const account = await ownAccount(ctx)
  const { customerId: own } = account
  if (own === null) throw StaffHaveNone()
  const found = await holderOf(ctx, proved.type, proved.value)
  const holder = found?.customerId === own ? null : found
  const rows = await lockPair(ctx, own, holder?.customerId ?? own)
  // While we waited for the locks, somebody merged one of them.
  return rows.some(({ merged_into }) => merged_into !== null) ? lockBoth(ctx, proved) : { account, own, holder }
}

/**
 * Whom the business knew by this contact is the one who proved it: the two become one, which can be undone. Or the
 * contact only leaves them. Returns the customer that the account is of from now on.
 */
export async function meetHolder(ctx: Context, { own, holder, proved }: Meeting): Promise<string> {
  if (await staysApart(ctx, { own, holder, proved })) return own

  const [from, into] =
    (await isEstablished(ctx, own)) && !holder.verified ? [holder.customerId, own] : [own, holder.customerId]
  await readmitCustomer(ctx, into, `proved the ${proved.type} while signed in`)
  await mergeCustomers(ctx, { from, into, reason: 'The same contact was proved while signed in', proved: true })
  return into
}

async function staysApart(ctx: Context, { own, holder, proved }: Meeting): Promise<boolean> {
  if (proved.type === 'phone') {
    const [firstName, lastName, name2] = await readNames(ctx, own)
    const doubt = await doubtHolder(ctx, holder, { firstName, lastName, name2 })
    if (doubt) await noteHandOver(ctx, { former: holder.customerId, present: own, phone: proved.value, why: doubt })
    return doubt !== null
  }
  if ((await readAcquaintance(ctx, holder.customerId)).status === 'suspended') throw AccountBlocked()
  if (holder.verified || !(await hasLogin(ctx, holder.customerId))) return false
  await releaseContact(ctx, { customerId: holder.customerId, ...proved })
  return true
}

/** Whoever has proved something before is not moved to what somebody merely wrote down. */
async function isEstablished(ctx: Context, customerId: string): Promise<boolean> {
  const { phone, email } = await readContacts(ctx, customerId)
  return phone.verified || email.verified
}
