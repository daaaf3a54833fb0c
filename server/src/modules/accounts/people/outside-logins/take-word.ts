import type { Context } from '../../../../kit/context.ts'
import { changePrimaryContact, confirmContact, holderOf, lockPair, readContacts } from '../../../customers/index.ts'
import { claimsOn, settleClaims } from '../../claims/claims.ts'
import { type Account, auditAccount } from '../../login/accounts.ts'
import { proveByProvider } from '../../ways-in/oidc/prove-by-provider.ts'
import { type Contact, meetHolder } from '../contacts/meet-holder.ts'

export type { Contact }

/**
 * A contact verified by another system. Where the login named another one before, and the customer shows that one, it is
 * replaced; beside a contact of another login of the person it is one more.
 */
export async function takeWord(ctx: Context, account: Account, contact: Contact, former: string | null): Promise<void> {
  const { type, value } = contact
  const own = account.customerId!
  const found = await holderOf(ctx, type, value)
  const moved = former !== null && former !== value && (await shownBy(ctx, own, type)) === former
  if (found?.customerId === own && found.verified && !moved) return
  // The e-mail of staff opens nothing by the word of another system.
  if (type === 'email' && (await claimsOn(ctx, 'password', value)).some(({ role }) => role !== null)) return

  auditAccount(ctx, account, 'account.contact_asserted', { fields: [type] })
  const customerId = await settle(ctx, account, contact)
  if (moved) await changePrimaryContact(ctx, { customerId, type, value, former })
}

async function settle(ctx: Context, account: Account, contact: Contact): Promise<string> {
  const own = account.customerId!
  if (contact.type === 'email') {
    await proveByProvider(ctx, account, contact.value)
    return (await holderOf(ctx, 'email', contact.value))!.customerId
  }
  const holder = await holderOf(ctx, 'phone', contact.value)
  const other = holder === null || holder.customerId === own ? null : holder
  if (other) await lockPair(ctx, own, other.customerId)
  const customerId = other ? await meetHolder(ctx, { own, holder: other, proved: contact }) : own
  await confirmContact(ctx, { customerId, ...contact })
  await settleClaims(ctx, contact, customerId)
  return customerId
}

const shownBy = async (ctx: Context, customerId: string, type: Contact['type']) =>
  (await readContacts(ctx, customerId))[type].value
