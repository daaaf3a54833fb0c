import { openDetails } from '../../../kit/audit.ts'
import { listEntries } from '../../../kit/audit-entries.ts'
import type { Context } from '../../../kit/context.ts'
import { Forbidden } from '../../../kit/refusal.ts'
import { NotYetKnown } from '../contract.ts'
import { FIELD_NAMES } from '../fields.ts'
import { type CustomerRow, openPerson, type Person, PersonDocument, requireRow, toCustomer } from '../person.ts'
import type { Customer } from '../shapes.ts'
import { everyoneIn, keysOf } from '../survivor.ts'

const AT_ONCE = 500
/** Kept in the history as they were; everything else of a customer follows from other records. */
const TOLD = [...FIELD_NAMES, 'type', 'status'] as const

export interface Entry {
  readonly id: string
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly fields: readonly string[]
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

/** The customer as they were known at a time: the present record, with every later change taken back. */
export async function customerAsOf(ctx: Context, customerId: string, at: Date): Promise<Customer> {
  if (!ctx.caller.may.has('customers:history')) throw Forbidden({ needs: 'customers:history' })
  const row = await requireRow(ctx, customerId)
  const person = openPerson(ctx, row)
  const entries = await entriesOf(ctx, customerId)
  const known = asOf(valuesNow(row, person), entries, at)
  if (known === null || row.created_at > at) throw NotYetKnown({ since: row.created_at.toISOString() })
  const { type, status, locale, country, ...described } = known
  // The history has what was sealed then, by the same schema.
  const { damaged, ...sealed } = person
  const then: Person = { ...PersonDocument.parse({ ...sealed, ...described }), ...(damaged && { damaged }) }
  const proved = provedBy(entries, at)
  const facts = {
    ...{ type: String(type), status: String(status), locale: String(locale), country: String(country) },
    phone_verified: proved(then.phone) ?? (row.phone_verified && then.phone === person.phone),
    email_verified: proved(then.email) ?? (row.email_verified && then.email === person.email),
  }
  return toCustomer(ctx, { ...row, ...facts }, then)
}

export const valuesNow = (row: CustomerRow, person: Person): Values => ({ ...row, ...person })

type Values = Record<string, unknown>

/** Null before the first entry. */
export function asOf(now: Values, entries: readonly Entry[], at: Date): Values | null {
  const values: Values = Object.fromEntries(TOLD.map((field) => [field, now[field] ?? null]))
  for (const { action, before, at: then } of entries) {
    if (then <= at) return values
    if (action === 'customer.created') return null
    for (const field of TOLD) if (field in before) values[field] = contactIn(before[field])
  }
  return values
}

/** A merge tells contacts with their proof. */
const contactIn = (value: unknown) =>
  typeof value === 'object' && value !== null && 'value' in value && 'verified' in value ? value.value : value

/** Whether a contact had been proved by then; null: the history does not tell. */
function provedBy(entries: readonly Entry[], at: Date) {
  const told = entries.filter(({ action }) => /contact_(proved|asserted)/.test(action))
  const of = (some: readonly Entry[], contact: string) =>
    some.some(({ after }) => after['phone'] === contact || after['email'] === contact)
  return (contact: string | null): boolean | null => {
    if (contact === null) return false
    if (!of(told, contact)) return null
    return of(
      told.filter(({ at: then }) => then <= at),
      contact,
    )
  }
}

/** All that the history tells of a customer, opened, the newest first. */
export async function entriesOf(ctx: Context, customerId: string): Promise<Entry[]> {
  const people = await keysOf(ctx, await everyoneIn(ctx, customerId))
  const found: Entry[] = []
  for (let after: string | null = null; ; after = found.at(-1)!.id) {
    const page = await listEntries(ctx, { customerId }, after, AT_ONCE)
    found.push(
      ...page.map((entry) => {
        const { before = {}, after = {} } = openDetails(ctx.keys, people, entry)
        const { id, at, actor, action, fields } = entry
        return { id, at, actor, action, fields, before, after }
      }),
    )
    if (page.length < AT_ONCE) return found
  }
}
