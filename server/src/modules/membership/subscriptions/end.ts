import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { FREE } from '../catalogue/plans.ts'
import type * as api from '../contract.ts'
import { SubscriptionChangeRevoked, SubscriptionChangeScheduled } from '../events.ts'
import { type Book, closeBook, ended, heldIn, openBook, put } from '../held/book.ts'
import { type Held, isOver, periodEnd, toSubscription, UNSCHEDULED } from '../held/row.ts'
import { FreePlanStays, NoPeriod, NothingScheduled, SubscriptionOver } from '../refusals.ts'
import type { Subscription } from '../shapes.ts'

/** Now, or at the end of the period that runs. */
export async function cancelSubscription(
  ctx: Context,
  { customerId, subscriptionId, when }: Input<typeof api.cancel>,
): Promise<Subscription> {
  const book = await openBook(ctx, customerId, 'for update')
  const before = heldIn(book, subscriptionId)
  const after = cancelledRow(book, before, when, ctx.now)
  if (isOver(after)) ctx.emit(ended(after, ctx.now))
  else
    ctx.emit(
      SubscriptionChangeScheduled({
        customerId,
        subscriptionId,
        from: before.plan,
        to: null,
        at: after.next_at!.toISOString(),
      }),
    )
  ctx.audit({
    action: 'subscription.cancelled',
    customer: { id: customerId, key: book.customer.key },
    fields: ['status'],
    before: { plan: before.plan, status: before.status },
    after: { plan: after.plan, status: after.status },
  })
  await closeBook(ctx, book)
  return toSubscription(ctx, after, { ...book, keys: book.customer.keys })
}

export function cancelledRow(book: Book, before: Held, when: 'now' | 'period_end', now: Date): Held {
  if (isOver(before)) throw SubscriptionOver()
  if (before.plan === FREE && before.status === 'active') throw FreePlanStays()
  if (when === 'now' || before.status !== 'active') {
    // One that has not begun ends where it would have.
    const ends_at = now < before.starts_at ? before.starts_at : now
    return put(book, { ...before, ...UNSCHEDULED, status: 'cancelled', cancelled_at: now, ends_at, resumes_at: null })
  }
  const at = periodEnd(before, book.zone, now)
  if (at === null) throw NoPeriod()
  return put(book, { ...before, ...UNSCHEDULED, next_at: at })
}

/** What was to come at the end of the period does not. */
export async function revokeChange(
  ctx: Context,
  { customerId, subscriptionId }: Input<typeof api.revokeChange>,
): Promise<Subscription> {
  const book = await openBook(ctx, customerId, 'for update')
  const before = heldIn(book, subscriptionId)
  if (before.next_at === null) throw NothingScheduled()
  const after = put(book, { ...before, ...UNSCHEDULED })
  ctx.emit(SubscriptionChangeRevoked({ customerId, subscriptionId, plan: after.plan }))
  ctx.audit({
    action: 'subscription.change_revoked',
    customer: { id: customerId, key: book.customer.key },
    fields: ['scheduled'],
    before: { plan: before.next_plan, at: before.next_at.toISOString() },
  })
  await closeBook(ctx, book)
  return toSubscription(ctx, after, { ...book, keys: book.customer.keys })
}
