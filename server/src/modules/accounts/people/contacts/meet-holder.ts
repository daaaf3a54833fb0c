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

/** The signed-in customer and, if different, the holder of the contact; both locked, neither merged. */
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
  // One of them was merged while this transaction waited for the locks.
  return rows.some(({ merged_into }) => merged_into !== null) ? lockBoth(ctx, proved) : { account, own, holder }
}

/**
 * The customer with this contact is merged with the one who verified it, which can be undone; or only the
 * contact moves. Returns the account's customer afterwards.
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

/** A customer with verified contacts is not merged into a record with an unverified one. */
async function isEstablished(ctx: Context, customerId: string): Promise<boolean> {
  const { phone, email } = await readContacts(ctx, customerId)
  return phone.verified || email.verified
}
