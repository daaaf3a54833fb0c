import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { unfitField } from '../../../kit/invalid.ts'
import { FREE } from '../catalogue/plans.ts'
import type * as api from '../contract.ts'
import { SubscriptionPaused, SubscriptionResumed } from '../events.ts'
import { closeBook, heldIn, openBook, put } from '../held/book.ts'
import { type Held, toSubscription } from '../held/row.ts'
import { momentIn } from '../periods/months.ts'
import { IN_THE_PAST } from '../problems.ts'
import { ChangeScheduled, FreePlanStays, SubscriptionNotActive, SubscriptionNotPaused } from '../refusals.ts'
import type { Subscription } from '../shapes.ts'

/** Its features rest, and its end moves by as long as that lasts. */
export async function pauseSubscription(
  ctx: Context,
  { customerId, subscriptionId, until: wanted }: Input<typeof api.pause>,
): Promise<Subscription> {
  const book = await openBook(ctx, customerId, 'for update')
  const until = wanted === undefined ? null : momentIn(book.zone, wanted)
  if (until !== null && until <= ctx.now) throw unfitField('until', IN_THE_PAST)
  const before = heldIn(book, subscriptionId)
  if (before.status !== 'active') throw SubscriptionNotActive()
  if (before.plan === FREE) throw FreePlanStays()
  if (before.next_at !== null) throw ChangeScheduled()
  const after = put(book, { ...before, status: 'paused', paused_at: ctx.now, resumes_at: until })
  const at = ctx.now.toISOString()
  const resumesAt = until?.toISOString() ?? null
  ctx.emit(SubscriptionPaused({ customerId, subscriptionId, plan: after.plan, at, resumesAt }))
  ctx.audit({
    action: 'subscription.paused',
    customer: { id: customerId, key: book.customer.key },
    fields: ['status'],
    after: { plan: after.plan, resumesAt },
  })
  await closeBook(ctx, book)
  return toSubscription(ctx, after, { ...book, keys: book.customer.keys })
}

export async function resumeSubscription(
  ctx: Context,
  { customerId, subscriptionId }: Input<typeof api.resume>,
): Promise<Subscription> {
  const book = await openBook(ctx, customerId, 'for update')
  const before = heldIn(book, subscriptionId)
  if (before.status !== 'paused') throw SubscriptionNotPaused()
  const after = put(book, resumed(before, ctx.now))
  ctx.emit(SubscriptionResumed({ customerId, subscriptionId, plan: after.plan, at: ctx.now.toISOString() }))
  ctx.audit({
    action: 'subscription.resumed',
    customer: { id: customerId, key: book.customer.key },
    fields: ['status'],
    after: { plan: after.plan },
  })
  await closeBook(ctx, book)
  return toSubscription(ctx, after, { ...book, keys: book.customer.keys })
}

export function resumed(row: Held, at: Date): Held {
  const rested = at.getTime() - (row.paused_at ?? at).getTime()
  const ends_at = row.ends_at && new Date(row.ends_at.getTime() + rested)
  return { ...row, status: 'active', paused_at: null, resumes_at: null, ends_at }
}
