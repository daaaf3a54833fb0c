import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import type { compareRecord as api } from '../contract.ts'
import { openPerson, requireRow } from '../person.ts'
import { maskEmail, maskPhone } from '../phone.ts'
import { asOf, entriesOf, valuesNow } from './as-of.ts'

/** What was different of a customer at two times, field by field. */
export async function compareRecord(ctx: Context, { customerId, from, to }: Input<typeof api>) {
  const row = await requireRow(ctx, customerId)
  const now = valuesNow(row, openPerson(ctx, row))
  const entries = await entriesOf(ctx, customerId)
  const until = to ?? ctx.now
  const [before, after] = [asOf(now, entries, from), asOf(now, entries, until)]
  const fields = Object.keys(after ?? {}).filter((field) => !isDeepStrictEqual(before?.[field] ?? null, after?.[field]))
  return {
    from: from.toISOString(),
    to: until.toISOString(),
    known: before !== null,
    changes: fields.map((field) => ({
      field,
      before: masked(ctx, field, before?.[field] ?? null),
      after: masked(ctx, field, after?.[field] ?? null),
    })),
  }
}

function masked(ctx: Context, field: string, value: unknown) {
  if (typeof value !== 'string' || ctx.caller.may.has('customers:contacts')) return value
  if (field === 'phone') return maskPhone(value)
  return field === 'email' ? maskEmail(value) : value
}
