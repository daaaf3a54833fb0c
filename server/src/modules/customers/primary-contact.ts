import type { Context } from '../../kit/context.ts'
import { claimIdentifiers, giveUpIdentifier, type IdentifierType } from './identifiers.ts'
import { keyOf, openPerson, requireRow } from './person.ts'
import { confirmContact, confirmHeld } from './prove.ts'
import { typeOf } from './type-of.ts'
import { writeCustomer } from './write.ts'

/** The current phone and e-mail of a customer, unmasked. */
export async function readContacts(ctx: Context, customerId: string) {
  const row = await requireRow(ctx, customerId)
  const { phone, email } = openPerson(ctx, row)
  return {
    phone: { value: phone, verified: row.phone_verified },
    email: { value: email, verified: row.email_verified },
  }
}

interface Change {
  readonly customerId: string
  readonly type: IdentifierType
  /** Verified. */
  readonly value: string
  /** Held until now by the same customer, perhaps before a merge. It ends; both stay in the history. */
  readonly former: string | null
}

/** Makes another, verified phone or e-mail the current one. */
export async function changePrimaryContact(ctx: Context, { customerId, type, value, former }: Change): Promise<void> {
  if (former !== null && former !== value) await giveUpIdentifier(ctx, customerId, type, former)
  const row = await requireRow(ctx, customerId, 'although restricted')
  const before = openPerson(ctx, row)
  const shown = before[type]
  if (shown === null || shown === value) return confirmContact(ctx, { customerId, type, value })

  const key = keyOf(ctx, row)
  await giveUpIdentifier(ctx, customerId, type, shown)
  if (!(await confirmHeld(ctx, { customerId, type, value }))) {
    await claimIdentifiers(ctx, [{ customerId, key, type, value, verified: true }])
  }
  const after = { ...before, [type]: value }
  const verified = {
    phone_verified: row.phone_verified || type === 'phone',
    email_verified: row.email_verified || type === 'email',
  }
  const verifiedField = `${type}Verified`
  const next = { type: typeOf(row.type, after, verified), ...verified, person: after }
  await writeCustomer(ctx, row, next, {
    action: 'customer.contact_changed',
    fields: [type, verifiedField],
    before: { [type]: shown, [verifiedField]: row[`${type}_verified`] },
    after: { [type]: value, [verifiedField]: true },
  })
}
