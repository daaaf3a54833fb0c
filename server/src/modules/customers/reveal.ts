import type { Context } from '../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../kit/endpoint.ts'
import { inTenant } from '../../kit/transaction.ts'
import type { revealContacts as endpoint } from './contract.ts'
import { keyOf, openPerson, requireRow } from './person.ts'

/** In a phase of its own: the answer of an Idempotency-Key would be a second look that nobody notes. */
export async function revealContacts(
  { db, caller }: Entrance,
  input: Input<typeof endpoint>,
): Promise<Answered<Output<typeof endpoint>>> {
  return { body: await inTenant(db, caller, (ctx) => reveal(ctx, input)) }
}

/** An act that the person’s history tells: reading a masked customer must not be a way to their number. */
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
