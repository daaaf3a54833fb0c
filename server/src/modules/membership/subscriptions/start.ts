import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { unfitField } from '../../../kit/invalid.ts'
import { refuseTogether } from '../../../kit/together.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import type * as api from '../contract.ts'
import { type Book, begun, closeBook, openBook, put } from '../held/book.ts'
import { extras, type Held, isOver, NEW, toSubscription } from '../held/row.ts'
import { momentIn } from '../periods/months.ts'
import { ENDS_BEFORE_START } from '../problems.ts'
import type { Status, Subscription } from '../shapes.ts'
import { planMeant, refuseTwice } from './plan-meant.ts'

type Wanted = Omit<Input<typeof api.start>, 'customerId'>

/** Another plan of a customer. What its dates say decides its status, so that a history can be brought along. */
export async function startSubscription(
  ctx: Context,
  { customerId, ...wanted }: Input<typeof api.start>,
): Promise<Subscription> {
  const book = await openBook(ctx, customerId, 'for update')
  const row = put(book, wantedRow(ctx, book, wanted))
  if (row.status === 'active') ctx.emit(begun(row))
  ctx.audit({
    action: 'subscription.started',
    customer: { id: customerId, key: book.customer.key },
    fields: ['plan'],
    after: { plan: row.plan, status: row.status, startDate: row.starts_at.toISOString() },
  })
  await closeBook(ctx, book)
  return toSubscription(ctx, row, { ...book, keys: book.customer.keys })
}

/** Refuses all that does not fit, at once. */
export function wantedRow(ctx: Context, { customer, catalogue, rows, zone }: Book, wanted: Wanted): Held {
  const { planId, billingCycle, anchorDay, cancelledAt = null, extra } = wanted
  const startDate = momentIn(zone, wanted.startDate ?? ctx.now)
  const endDate = wanted.endDate === undefined ? null : momentIn(zone, wanted.endDate)
  refuseTogether(ctx.caller.language, [
    ['', () => planMeant(catalogue, planId)],
    ['', endDate !== null && endDate <= startDate && unfitField('endDate', ENDS_BEFORE_START)],
    ['', cancelledAt !== null && cancelledAt < startDate && unfitField('cancelledAt', ENDS_BEFORE_START)],
  ])
  const plan = planMeant(catalogue, planId)
  const id = uuidv7(ctx.now.getTime())
  const row: Held = {
    ...NEW,
    id,
    customer_id: customer.id,
    plan: plan.key,
    status: statusBy({ startDate, endDate, cancelledAt }, ctx.now),
    cycle: billingCycle ?? plan.cycle,
    anchor_day: anchorDay === undefined ? plan.anchorDay : anchorDay,
    starts_at: startDate,
    ends_at: endDate ?? cancelledAt,
    cancelled_at: cancelledAt,
    sealed: extra ? extras.seal(ctx, customer.key, { id }, { extra }) : null,
  }
  if (!isOver(row)) refuseTwice(rows, row.plan)
  return row
}

interface Dates {
  readonly startDate: Date
  readonly endDate: Date | null
  readonly cancelledAt: Date | null
}

function statusBy({ startDate, endDate, cancelledAt }: Dates, now: Date): Status {
  if (cancelledAt !== null && (endDate ?? cancelledAt) <= now) return 'cancelled'
  if (endDate !== null && endDate <= now) return 'expired'
  return startDate > now ? 'pending' : 'active'
}
