import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { Forbidden } from '../../../kit/refusal.ts'
import { changeCustomer } from '../change.ts'
import { type restoreValues as api, NothingToRestore } from '../contract.ts'
import { FIELD_NAMES } from '../fields.ts'
import { keyHolder } from '../key-holder.ts'
import { ownValuesBack } from '../own-fields/own-fields.ts'
import { openPerson, requireRow } from '../person.ts'
import { type Customer, CustomerChange } from '../shapes.ts'
import { entriesOf } from './as-of.ts'

/** Gives fields the value back that they had before a change: an edit like any other, by the same rules. */
export async function restoreValues(
  ctx: Context,
  { customerId, entryId, fields, expectedVersion }: Input<typeof api>,
): Promise<Customer> {
  if (!ctx.caller.may.has('customers:history')) throw Forbidden({ needs: 'customers:history' })
  await keyHolder(ctx, customerId, 'for update')
  const entry = (await entriesOf(ctx, customerId)).find(({ id }) => id === entryId)
  const wanted = FIELD_NAMES.filter((field) => entry && field in entry.before && (fields?.includes(field) ?? true))
  if (entry?.action !== 'customer.changed' || wanted.length === 0) throw NothingToRestore()
  const { ownFields } = openPerson(ctx, await requireRow(ctx, customerId))
  const back = (field: (typeof wanted)[number]) =>
    field === 'ownFields' ? ownValuesBack(entry.before[field], ownFields) : entry.before[field]
  const change = CustomerChange.safeParse(Object.fromEntries(wanted.map((field) => [field, back(field)])))
  // What was valid then may not be any more.
  if (!change.success) throw NothingToRestore()
  return changeCustomer(ctx, { customerId, ...change.data, ...(expectedVersion !== undefined && { expectedVersion }) })
}
