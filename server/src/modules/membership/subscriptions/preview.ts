import type { Context } from '../../../kit/context.ts'
import type { Answered, Entrance, Input, Output } from '../../../kit/endpoint.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { featuresSaid } from '../../customers/index.ts'
import type * as api from '../contract.ts'
import { resolve } from '../features/resolve.ts'
import { type Book, heldIn, openBook, put, settled } from '../held/book.ts'
import { activePlans, type Held, renewalOf } from '../held/row.ts'
import { changedRow, replaced } from './change.ts'
import { cancelledRow } from './end.ts'
import { namedTier } from './read.ts'
import { wantedRow } from './start.ts'

/** What a change will mean for the customer, by the very rules that will make it; nothing is written. */
export const previewChange = async (
  { db, caller }: Entrance,
  input: Input<typeof api.preview>,
): Promise<Answered<Output<typeof api.preview>>> => ({
  body: await inTenant(db, caller, (ctx) => preview(ctx, input), { readOnly: true }),
})

async function preview(ctx: Context, { customerId, ...wanted }: Input<typeof api.preview>) {
  const book = await openBook(ctx, customerId)
  const { said } = await featuresSaid(ctx, customerId)
  const before = { ...book }
  const changed = foresee(ctx, book, wanted)
  const at = changed.next_at ?? new Date(Math.max(changed.starts_at.getTime(), ctx.now.getTime()))
  const after = { ...book, rows: settled(carriedOut(book, changed, at), customerId, at) }
  const [had, will] = [before, after].map(({ catalogue, rows }) => resolve(catalogue, activePlans(rows), said))
  const present = after.rows.find(({ id }) => id === changed.id)!
  return {
    at: at.toISOString(),
    tier: { from: namedTier(before), to: namedTier(after) },
    plans: { from: activePlans(before.rows), to: activePlans(after.rows) },
    renewalDate: renewalOf(present, book.zone, at)?.toISOString() ?? null,
    features: will!.flatMap(({ key, name, value }, index) => {
      const from = had![index]!.value
      return from === value ? [] : [{ key, name, from, to: value }]
    }),
  }
}

type Wanted = Omit<Input<typeof api.preview>, 'customerId'>

function foresee(ctx: Context, book: Book, { subscriptionId, cancel, planId, billingCycle, when }: Wanted): Held {
  if (subscriptionId === undefined) return put(book, wantedRow(ctx, book, { planId: planId ?? '', billingCycle }))
  const row = heldIn(book, subscriptionId)
  return cancel ? cancelledRow(book, row, when, ctx.now) : changedRow(ctx, book, row, { planId, billingCycle, when })
}

/** As the end of the period will do it. */
function carriedOut(book: Book, row: Held, at: Date): readonly Held[] {
  if (row.status === 'pending') put(book, { ...row, status: 'active' })
  else if (row.next_at !== null && row.next_plan === null)
    put(book, { ...row, status: 'cancelled', ends_at: at, next_at: null })
  else if (row.next_at !== null)
    replaced(book, row, { plan: row.next_plan!, cycle: row.next_cycle!, anchor_day: row.anchor_day }, at)
  return book.rows
}
