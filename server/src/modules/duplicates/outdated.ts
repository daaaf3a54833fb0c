import type { Context, Follower } from '../../kit/context.ts'
import type { DomainEvent } from '../../kit/events.ts'
import { AddressAdded, AddressChanged, AddressRemoved } from '../addresses/events.ts'
import {
  CustomerRegistered,
  CustomerRestrictionChanged,
  CustomerStatusChanged,
  CustomerUpdated,
} from '../customers/events.ts'
import { CustomersMerged, CustomersUnmerged } from '../merging/events.ts'
import { forgetMerge } from './doubts.ts'
import { sql } from './tables.ts'

/** With the change of a customer: it is to be looked at again. Once for all customers of a transaction. */
export const noteOutdated: Follower = {
  name: 'note-outdated-duplicates',
  // A survivor has the former names and contacts of the other, with or without a change of its own.
  on: [
    CustomerRegistered,
    CustomerUpdated,
    CustomerStatusChanged,
    CustomerRestrictionChanged,
    CustomersMerged,
    CustomersUnmerged,
    AddressAdded,
    AddressChanged,
    AddressRemoved,
  ],
  async followTogether(ctx, events) {
    const isErasure = ({ type, data }: DomainEvent) =>
      type === CustomerStatusChanged.type && CustomerStatusChanged.schema.parse(data).to === 'erased'
    const erased = new Set(events.filter(isErasure).map(({ customerId }) => customerId))
    const changed = events.flatMap(({ customerId }) => (erased.has(customerId) ? [] : (customerId ?? [])))
    if (changed.length > 0) markOutdated(ctx, [...new Set(changed)].sort())
  },
}

/** Two that were merged here and are apart again: the question is open as before, but nothing merges them by itself. */
export const reopenUnmerged: Follower = {
  name: 'reopen-unmerged-duplicates',
  on: [CustomersUnmerged],
  async follow(ctx, { data }) {
    const { mergeId } = CustomersUnmerged.schema.parse(data)
    await forgetMerge(ctx, mergeId)
    await sql(ctx)
      .updateTable('duplicate_suggestions')
      .set({ state: 'open', decided_at: null, decided_by: null, decided_on: null, merge_id: null, undone: true })
      .where('tenant_id', '=', ctx.tenant)
      .where('merge_id', '=', mergeId)
      .execute()
  },
}

function markOutdated(ctx: Context, ids: readonly string[]): void {
  const rows = ids.map((customer_id) => ({ tenant_id: ctx.tenant, customer_id, outdated: true }))
  sql.send(
    ctx,
    sql(ctx)
      .insertInto('duplicate_people')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'customer_id']).doUpdateSet({ outdated: true })),
  )
  ctx.nudge('duplicates')
}

/** What decides has changed. */
export async function markAllOutdated(ctx: Context): Promise<void> {
  await sql(ctx).updateTable('duplicate_people').set({ outdated: true }).where('tenant_id', '=', ctx.tenant).execute()
  ctx.nudge('duplicates')
}

export async function countOutdated(ctx: Context): Promise<number> {
  const { count } = await sql(ctx)
    .selectFrom('duplicate_people')
    .select((q) => q.fn.countAll<string>().as('count'))
    .where('tenant_id', '=', ctx.tenant)
    .where('outdated', '=', true)
    .executeTakeFirstOrThrow()
  return Number(count)
}
