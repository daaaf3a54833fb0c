import type { Context } from '../../kit/context.ts'
import { saveCustomer } from './change.ts'
import { GUEST_NAME } from './create.ts'
import { CustomerUpdated } from './events.ts'
import { claimIdentifiers, giveUpIdentifier, type IdentifierType } from './identifiers.ts'
import { type CustomerRow, keyOf, openPerson, type Person, requireRow } from './person.ts'
import { sql } from './tables.ts'

interface Contact {
  readonly customerId: string
  readonly type: IdentifierType
  readonly value: string
}

/** Who holds a phone or an e-mail now, and whether by proof. */
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

/** The customer has proved this contact. It is shown where there was none. */
export async function confirmContact(ctx: Context, { customerId, type, value }: Contact): Promise<void> {
  const row = await requireRow(ctx, customerId, 'although restricted')
  const key = keyOf(ctx, row)
  const confirmed = await confirmHeld(ctx, { customerId, type, value })
  if (!confirmed) await claimIdentifiers(ctx, [{ customerId, key, type, value, verified: true }])
  const before = openPerson(ctx, row)
  const after: Person = before[type] === null ? { ...before, [type]: value } : before
  const flag = `${type}_verified` as const
  const next = {
    type: typeOnceProved(row, after),
    phone_verified: row.phone_verified,
    email_verified: row.email_verified,
    locale: row.locale,
    country: row.country,
    ...(after[type] === value && { [flag]: true }),
  }
  await saveCustomer(ctx, row, after, next)
  const verifiedField = `${type}Verified`
  const fields = [verifiedField, ...(before[type] === null ? [type] : []), ...(next.type === row.type ? [] : ['type'])]
  ctx.emit(CustomerUpdated({ customerId, fields, version: row.version + 1 }))
  ctx.audit({
    action: 'customer.contact_proved',
    customer: { id: customerId, key },
    fields,
    after: { [type]: value, [verifiedField]: true },
  })
}

/** With a proved contact, a name makes a stub, and a name and an e-mail a full customer. */
export function typeOnceProved({ type }: Pick<CustomerRow, 'type'>, { firstName, email }: Person): string {
  if (firstName === GUEST_NAME || type === 'full') return type
  return email === null ? 'stub' : 'full'
}

/** Somebody else has proved that this contact is theirs. It stays in the history of the one who had it. */
export async function releaseContact(ctx: Context, { customerId, type, value }: Contact): Promise<void> {
  const row = await requireRow(ctx, customerId, 'although restricted')
  await giveUpIdentifier(ctx, customerId, type, value)
  const before = openPerson(ctx, row)
  if (before[type] !== value) return
  const after: Person = { ...before, [type]: null }
  const next = {
    phone_verified: row.phone_verified && type !== 'phone',
    email_verified: row.email_verified && type !== 'email',
    locale: row.locale,
    country: row.country,
  }
  const full = row.type === 'full' && (next.phone_verified || next.email_verified)
  await saveCustomer(ctx, row, after, { ...next, type: full ? 'full' : after.phone === null ? 'guest' : 'stub' })
  ctx.emit(CustomerUpdated({ customerId, fields: [type], version: row.version + 1 }))
  ctx.audit({
    action: 'customer.contact_lost',
    customer: { id: customerId, key: keyOf(ctx, row) },
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
