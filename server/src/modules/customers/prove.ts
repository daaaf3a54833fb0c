import type { Context } from '../../kit/context.ts'
import { claimIdentifiers, giveUpIdentifier, type IdentifierType } from './identifiers.ts'
import { keyOf, openPerson, type Person, requireRow } from './person.ts'
import { sql } from './tables.ts'
import { typeOf } from './type-of.ts'
import { writeCustomer } from './write.ts'

interface Contact {
  readonly customerId: string
  readonly type: IdentifierType
  readonly value: string
}

/** The current holder of a phone or an e-mail, and whether it is verified. */
export async function holderOf(ctx: Context, type: IdentifierType, value: string) {
  const row = await sql(ctx)
    .selectFrom('customer_identifiers')
    .select(['customer_id', 'verified_at'])
    .where('tenant_id', '=', ctx.tenant)
    .where('type', '=', type)
    .where('digest', '=', ctx.keys.blindIndex(type, value))
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  return row ? { customerId: row.customer_id, verified: row.verified_at !== null } : null
}

/** Marks a contact as verified by the customer. It becomes the current one if there was none. */
export async function confirmContact(ctx: Context, { customerId, type, value }: Contact): Promise<void> {
  const row = await requireRow(ctx, customerId, 'although restricted')
  const key = keyOf(ctx, row)
  const confirmed = await confirmHeld(ctx, { customerId, type, value })
  if (!confirmed) await claimIdentifiers(ctx, [{ customerId, key, type, value, verified: true }])
  const before = openPerson(ctx, row)
  const after: Person = before[type] === null ? { ...before, [type]: value } : before
  const verified = {
    phone_verified: row.phone_verified || (type === 'phone' && after.phone === value),
    email_verified: row.email_verified || (type === 'email' && after.email === value),
  }
  const next = { type: typeOf(row.type, after, verified), ...verified, person: after }
  const verifiedField = `${type}Verified`
  await writeCustomer(ctx, row, next, {
    action: 'customer.contact_proved',
    fields: [verifiedField, ...(before[type] === null ? [type] : []), ...(next.type === row.type ? [] : ['type'])],
    after: { [type]: value, [verifiedField]: true },
  })
}

/** Ends a contact that another person has verified. It stays in the history of its former holder. */
export async function releaseContact(ctx: Context, { customerId, type, value }: Contact): Promise<void> {
  const row = await requireRow(ctx, customerId, 'although restricted')
  await giveUpIdentifier(ctx, customerId, type, value)
  const before = openPerson(ctx, row)
  if (before[type] !== value) return
  const after: Person = { ...before, [type]: null }
  const verified = {
    phone_verified: row.phone_verified && type !== 'phone',
    email_verified: row.email_verified && type !== 'email',
  }
  const next = { type: typeOf(row.type, after, verified), ...verified, person: after }
  await writeCustomer(ctx, row, next, {
    action: 'customer.contact_lost',
    fields: [type],
    before: { [type]: value },
  })
}

export async function confirmHeld(ctx: Context, { customerId, type, value }: Contact): Promise<boolean> {
  const held = await sql(ctx)
    .updateTable('customer_identifiers')
    .set({ verified_at: ctx.now })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('type', '=', type)
    .where('digest', '=', ctx.keys.blindIndex(type, value))
    .where('valid_to', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return held !== undefined
}
