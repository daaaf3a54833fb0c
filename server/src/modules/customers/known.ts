import type { Context } from '../../kit/context.ts'
import { listCustomers } from './list.ts'
import { customerRows, showPerson } from './person.ts'
import { CustomerPage, outsideId, outsideNumber } from './shapes.ts'

const TRIED = 5
const LONGEST = 100

/** Searches for existing customers by number and first name, as a till does. Null in a tenant without customers. */
export async function findKnown(ctx: Context): Promise<boolean | null> {
  const rows = await customerRows(ctx)
    .where('status', 'not in', ['merged', 'erased'])
    // Guests have no name.
    .orderBy((q) => q('type', '=', 'guest'))
    .orderBy('customers.updated_at', 'desc')
    .limit(TRIED)
    .execute()
  for (const row of rows) {
    const { firstName } = showPerson(ctx, row)
    const q = `${outsideNumber(row.number)} ${firstName ?? ''}`.slice(0, LONGEST).trim()
    const { items } = await listCustomers(ctx, CustomerPage.parse({ q, total: 'none' }))
    if (items.some(({ id }) => id === outsideId(row.id))) return true
  }
  return rows.length === 0 ? null : false
}
