import type { Context } from '../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../kit/endpoint.ts'
import { inTenant } from '../../kit/transaction.ts'
import type { revealContacts as endpoint } from './contract.ts'
import { keyOf, openPerson, requireRow } from './person.ts'

/** In a phase of its own: a response stored for an Idempotency-Key could be read again without an entry in the history. */
export async function revealContacts(
  { db, caller }: Entrance,
  input: Input<typeof endpoint>,
): Promise<Answered<Output<typeof endpoint>>> {
  return { body: await inTenant(db, caller, (ctx) => reveal(ctx, input)) }
}

/** Recorded in the customer's history: masked contacts must not be readable unnoticed. */
async function reveal(ctx: Context, { customerId, reason }: Input<typeof endpoint>) {
  const row = await requireRow(ctx, customerId)
  const { phone, email } = openPerson(ctx, row)
  ctx.audit({
    action: 'customer.contacts_revealed',
    customer: { id: customerId, key: keyOf(ctx, row) },
    fields: Object.entries({ phone, email }).flatMap(([field, value]) => (value === null ? [] : field)),
    reason,
  })
  return { phone, email }
}
