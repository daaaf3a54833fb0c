import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { unfitField } from '../../../kit/invalid.ts'
import { refuseTogether } from '../../../kit/together.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import type { Plan } from '../catalogue/plans.ts'
import type * as api from '../contract.ts'
import { SubscriptionChanged, SubscriptionChangeScheduled } from '../events.ts'
import { type Book, closeBook, heldIn, openBook, put } from '../held/book.ts'
import { extras, type Held, isOver, periodEnd, toSubscription, UNSCHEDULED } from '../held/row.ts'
import { momentIn } from '../periods/months.ts'
import { ENDS_BEFORE_START } from '../problems.ts'
import { NoPeriod, SubscriptionNotActive, SubscriptionOver } from '../refusals.ts'
import type { Subscription } from '../shapes.ts'
import { planMeant, refuseTwice } from './plan-meant.ts'

type Change = Omit<Input<typeof api.change>, 'customerId' | 'subscriptionId'>

/** Another plan or cycle, now or at the end of the period; end, day and free keys at once. */
export async function changeSubscription(
  ctx: Context,
  { customerId, subscriptionId, ...change }: Input<typeof api.change>,
): Promise<Subscription> {
  const book = await openBook(ctx, customerId, 'for update')
  const before = heldIn(book, subscriptionId)
  const after = changedRow(ctx, book, before, change)
  announce(ctx, before, after)
  ctx.audit({
    action: 'subscription.changed',
    customer: { id: customerId, key: book.customer.key },
    fields: Object.keys(change).filter((field) => field !== 'when'),
    before: { plan: before.plan, billingCycle: before.cycle },
    after: { plan: after.next_plan ?? after.plan, billingCycle: after.next_cycle ?? after.cycle },
  })
  await closeBook(ctx, book)
  return toSubscription(ctx, after, { ...book, keys: book.customer.keys })
}

function announce(ctx: Context, before: Held, after: Held): void {
  const about = { customerId: after.customer_id, subscriptionId: after.id, from: before.plan }
  if (after.plan !== before.plan) ctx.emit(SubscriptionChanged({ ...about, to: after.plan, at: ctx.now.toISOString() }))
  if (after.next_at !== null && after.next_at !== before.next_at)
    ctx.emit(SubscriptionChangeScheduled({ ...about, to: after.next_plan, at: after.next_at.toISOString() }))
}

/** Puts it into the book, and what the customer had until now beside it. */
export function changedRow(ctx: Context, book: Book, before: Held, change: Change): Held {
  const { planId, billingCycle, anchorDay, extra, when = 'now' } = change
  const endDate = change.endDate == null ? change.endDate : momentIn(book.zone, change.endDate)
  if (isOver(before)) throw SubscriptionOver()
  refuseTogether(ctx.caller.language, [
    ['', () => planId !== undefined && planId !== before.plan && planMeant(book.catalogue, planId)],
    ['', endDate && endDate <= before.starts_at && unfitField('endDate', ENDS_BEFORE_START)],
  ])
  const row: Held = {
    ...before,
    ...(anchorDay !== undefined && { anchor_day: anchorDay }),
    ...(endDate !== undefined && { ends_at: endDate }),
    ...(extra && { sealed: extras.seal(ctx, book.customer.key, { id: before.id }, { extra }) }),
  }
  const plan = planId === undefined || planId === before.plan ? null : planMeant(book.catalogue, planId)
  const cycle = billingCycle ?? plan?.cycle ?? row.cycle
  if (plan === null && cycle === row.cycle) return put(book, row)
  refuseTwice(book.rows, plan?.key ?? row.plan, row.id)
  const next = { plan: plan?.key ?? row.plan, cycle, anchor_day: anchorDay ?? plan?.anchorDay ?? row.anchor_day }
  if (row.status === 'pending') return put(book, { ...row, ...next })
  if (row.status === 'paused') throw SubscriptionNotActive()
  if (when === 'now') return replaced(book, row, next, ctx.now)
  const at = periodEnd(row, book.zone, ctx.now)
  if (at === null) throw NoPeriod()
  return put(book, { ...row, next_plan: next.plan, next_cycle: next.cycle, next_at: at })
}

type Next = Pick<Plan, 'cycle'> & { readonly plan: string; readonly anchor_day: number | null }

/** The id goes on with the new plan; the time until then becomes a row of its own. */
export function replaced(book: Book, row: Held, next: Next, at: Date): Held {
  put(book, { ...row, ...UNSCHEDULED, id: uuidv7(at.getTime()), status: 'expired', ends_at: at, sealed: null })
  // An end that was reached was that of the plan before.
  const ends_at = row.ends_at !== null && row.ends_at <= at ? null : row.ends_at
  return put(book, { ...row, ...UNSCHEDULED, ...next, starts_at: at, ends_at })
}
