import type { AuditNote } from '../../kit/audit.ts'
import type { Context } from '../../kit/context.ts'
import type { DomainEvent } from '../../kit/events.ts'
import type { DataKey } from '../../kit/sealed.ts'
import type { Activity } from './activity.ts'
import { CustomerUpdated } from './events.ts'
import { searchedOf } from './own-fields/searched.ts'
import { type CustomerRow, keyOf, type Person, sealPerson } from './person.ts'
import { writeSearch } from './search-tokens.ts'
import { sql } from './tables.ts'
import { tally } from './tally.ts'

/** Columns, and the person as one: sealed and made findable here. */
interface Change
  extends Partial<
    Omit<CustomerRow, 'id' | 'number' | 'wrapped' | 'sealed' | 'version' | 'updated_at' | keyof Activity>
  > {
  /** Null: nothing is left of the person. */
  readonly person?: Person | null
}

/** What the rest of the system and the history are told of it. */
interface Told extends Omit<AuditNote, 'customer'> {
  /** Instead of `CustomerUpdated` with these fields. */
  readonly events?: readonly DomainEvent[]
  /** Seals what the history tells, where that is not the customer's own key. */
  readonly key?: DataKey
}

/**
 * The one update of a customer: columns, version, counts, event and audit together. `told` is null where another module
 * tells it, as a merge or an erasure does. What changes often has no version: activity.ts writes it.
 */
export async function writeCustomer(
  ctx: Context,
  row: CustomerRow,
  { person, ...columns }: Change,
  told: Told | null,
): Promise<CustomerRow> {
  const changed = { ...columns, updated_at: ctx.now, version: row.version + 1 }
  const sealed = person === undefined ? {} : sealedColumns(ctx, row, person)
  await sql(ctx)
    .updateTable('customers')
    .set({ ...changed, ...sealed })
    .where('tenant_id', '=', ctx.tenant)
    .where('id', '=', row.id)
    .execute()
  const { tokens: _, ...next } = { ...row, ...changed, tokens: null, ...sealed }
  if (person !== undefined) writeSearch(ctx, row, person, await searchedOf(ctx, [person]))
  tally(ctx, [
    { ...row, count: -1 },
    { ...next, count: 1 },
  ])
  if (told) publish(ctx, next, told)
  return next
}

const sealedColumns = (ctx: Context, row: CustomerRow, person: Person | null) => ({
  sealed: person && sealPerson(ctx, keyOf(ctx, row), row.id, person),
  // Where the release before kept them.
  tokens: [],
})

function publish(ctx: Context, row: CustomerRow, { events, key = keyOf(ctx, row), ...note }: Told): void {
  const { id: customerId, version } = row
  for (const event of events ?? [CustomerUpdated({ customerId, fields: [...note.fields], version })]) ctx.emit(event)
  ctx.audit({ ...note, customer: { id: customerId, key } })
}
