import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../kit/context.ts'
import { VersionConflict } from '../../kit/refusal.ts'
import { type CustomerChange, EmailNeeded, LastVerifiedContact, NameNeeded, PhoneNeeded } from './contract.ts'
import { claimIdentifiers, giveUpIdentifier, type IdentifierType } from './identifiers.ts'
import { checkOwnValues, withOwnValues } from './own-fields/own-fields.ts'
import { type CustomerRow, keyOf, openPerson, type Person, PersonDocument, requireRow, toCustomer } from './person.ts'
import { requirePhone } from './phone.ts'
import type { Customer } from './shapes.ts'
import { GUEST_NAME, GUEST_NAME2, hasVerified, typeOf } from './type-of.ts'
import { writeCustomer } from './write.ts'

interface Input extends CustomerChange {
  customerId: string
  expectedVersion?: number
}

export async function changeCustomer(
  ctx: Context,
  { customerId, expectedVersion, ...change }: Input,
): Promise<Customer> {
  const row = await requireRow(ctx, customerId, 'for update')
  requireVersion(row, expectedVersion)
  await checkOwnValues(ctx, 'person', [change.ownFields])

  const before = openPerson(ctx, row)
  const after = changedPerson(before, change, change.country ?? row.country)
  const next = changedRow(row, before, after, change)
  const fields = changedFields(
    { ...before, locale: row.locale, country: row.country, type: row.type },
    { ...after, ...next },
  )
  if (fields.length === 0) return toCustomer(ctx, row, before)

  await moveIdentifiers(ctx, row, before, after)
  const written = await writeCustomer(
    ctx,
    row,
    { ...next, person: after },
    {
      action: 'customer.changed',
      fields,
      before: pick({ ...before, ...row }, fields),
      after: pick({ ...after, ...next }, fields),
    },
  )
  return toCustomer(ctx, written, after)
}

export function requireVersion(row: CustomerRow, expected: number | undefined): void {
  if (expected !== undefined && expected !== row.version) {
    throw VersionConflict({ version: row.version }, { etag: `"${row.version}"` })
  }
}

function changedPerson(before: Person, change: CustomerChange, country: string): Person {
  const { locale, country: _, phone, ...described } = change
  const given = Object.fromEntries(Object.entries(described).filter(([, value]) => value !== undefined))
  const after = PersonDocument.parse({
    ...before,
    ...given,
    ownFields: withOwnValues(before.ownFields, change.ownFields),
  })
  // With a name the walk-in name goes in the other script too.
  const name2 = after.firstName !== GUEST_NAME && after.name2 === GUEST_NAME2 ? null : after.name2
  const nextPhone = phone === undefined ? before.phone : phone === null ? null : requirePhone(phone, country)
  return { ...after, name2, phone: nextPhone }
}

/** A stub has a name and a phone; a full customer keeps an e-mail and a verified contact. */
function changedRow(row: CustomerRow, before: Person, after: Person, change: CustomerChange) {
  const verified = {
    phone_verified: row.phone_verified && after.phone === before.phone,
    email_verified: row.email_verified && after.email === before.email,
  }
  if (row.type === 'full' && hasVerified(before, row) && !hasVerified(after, verified)) throw LastVerifiedContact()
  if (row.type === 'full' && before.email !== null && after.email === null) throw EmailNeeded()
  const type = typeOf(row.type, after, verified)
  const becomesStub = row.type === 'guest' && type === 'stub'
  if (becomesStub && after.firstName === GUEST_NAME) throw NameNeeded()
  if (type === 'stub' && after.phone === null && (becomesStub || before.phone !== null)) throw PhoneNeeded()
  return {
    type,
    ...verified,
    locale: change.locale ?? row.locale,
    country: change.country ?? row.country,
  }
}

async function moveIdentifiers(ctx: Context, row: CustomerRow, before: Person, after: Person): Promise<void> {
  for (const type of ['phone', 'email'] as const satisfies IdentifierType[]) {
    if (before[type] === after[type]) continue
    if (before[type] !== null) await giveUpIdentifier(ctx, row.id, type, before[type])
    if (after[type] === null) continue
    const claim = { customerId: row.id, key: keyOf(ctx, row), type, value: after[type], verified: false }
    await claimIdentifiers(ctx, [claim])
  }
}

function changedFields(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return Object.keys(before).filter((field) => !isDeepStrictEqual(before[field], after[field]))
}

const pick = (values: Record<string, unknown>, fields: readonly string[]) =>
  Object.fromEntries(fields.map((field) => [field, values[field] ?? null]))
