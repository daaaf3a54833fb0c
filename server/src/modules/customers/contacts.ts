import type { Context } from '../../kit/context.ts'
import { known } from '../../kit/known.ts'
import { customerRows, openPerson, requireRow, toCustomer } from './person.ts'
import { type Customer, Locale } from './shapes.ts'

/** The contacts of a customer, for sending messages. Refuses unknown, merged and erased customers. */
export async function contactsOf(ctx: Context, customerId: string) {
  const row = await requireRow(ctx, customerId)
  const { email, phone } = openPerson(ctx, row)
  return { email, phone, locale: known(Locale.options, row.locale) }
}

/** The existing customers among these ids, as the caller may see them. */
export async function customersAmong(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Customer>> {
  if (ids.length === 0) return new Map()
  const rows = await customerRows(ctx)
    .where('customers.id', 'in', [...ids])
    .where('status', 'not in', ['merged', 'erased'])
    .execute()
  return new Map(rows.map((row) => [row.id, toCustomer(ctx, row)]))
}
