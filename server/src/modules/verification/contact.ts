import type { Context } from '../../kit/context.ts'
import { requirePhone } from '../customers/index.ts'
import { tenantDefaults } from '../tenants/index.ts'

/** A phone as E.164, or an e-mail in lower case. */
export interface Contact {
  readonly type: 'phone' | 'email'
  readonly value: string
}

/** The input of a caller. */
export async function readContact(
  ctx: Context,
  { phone, email }: { phone?: string | undefined; email?: string | undefined },
): Promise<Contact> {
  if (phone === undefined) return { type: 'email', value: email! }
  return { type: 'phone', value: requirePhone(phone, (await tenantDefaults(ctx)).country) }
}

export const CONTACT_BYTES = 16
export const contactDigest = (ctx: Context, { type, value }: Contact) =>
  ctx.keys.blindIndex(`verification ${type}`, value)
