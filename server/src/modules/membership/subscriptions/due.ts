import { itself } from '../../../kit/caller.ts'
import type { Context } from '../../../kit/context.ts'
import type { Database } from '../../../kit/database.ts'
import { oneByOne } from '../../../kit/one-by-one.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { findKeyHolder } from '../../customers/index.ts'
import { planNamed } from '../catalogue/plans.ts'
import { SubscriptionChanged, SubscriptionResumed } from '../events.ts'
import { type Book, begun, bookOf, closeBook, dueAt, ended, put } from '../held/book.ts'
import { type Held, UNSCHEDULED } from '../held/row.ts'
import { sql } from '../tables.ts'
import { replaced } from './change.ts'
import { resumed } from './pause.ts'

const BATCH = 100

/** Asked across tenants. */
export const TENANTS_WITH_DUE = 'select distinct tenant_id from subscriptions where due_at <= now()'

/** Begins, resumes, changes and ends what has come due; one customer at a time, each in a transaction of its own. */
export async function settleDue(db: Database, tenant: string): Promise<boolean> {
  const caller = itself(tenant, 'errand:settle-plans')
  await oneByOne(
    (last) => inTenant(db, caller, (ctx) => customersWithDue(ctx, last), { readOnly: true }),
    (customerId) => inTenant(db, caller, (ctx) => settle(ctx, customerId)),
  )
  return false
}

async function customersWithDue(ctx: Context, last: string | null): Promise<string[]> {
  const due = sql(ctx)
    .selectFrom('subscriptions')
    .select('customer_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('due_at', '<=', ctx.now)
    .orderBy('customer_id')
    .limit(BATCH)
  const rows = await (last === null ? due : due.where('customer_id', '>', last)).execute()
  return rows.map(({ customer_id }) => customer_id)
}

async function settle(ctx: Context, customerId: string): Promise<void> {
  const customer = await findKeyHolder(ctx, customerId, 'although restricted')
  if (!customer) return leaveAlone(ctx, customerId)
  const book = await bookOf(ctx, customer)
  // All of them are written again: a decision about plans asks for it without any of them being due.
  book.rows = book.rows.map((row) => ({ ...row }))
  for (let next = nextDue(book, ctx.now); next; next = nextDue(book, ctx.now)) {
    await carryOut(ctx, book, next.row, next.at)
  }
  await closeBook(ctx, book)
}

/** An erased customer gets nothing new. */
async function leaveAlone(ctx: Context, customerId: string): Promise<void> {
  await sql(ctx)
    .updateTable('subscriptions')
    .set({ due_at: null })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
}

/** The earliest, so that what follows from it comes in its order. */
function nextDue({ rows }: Book, now: Date): { readonly row: Held; readonly at: Date } | null {
  const due = rows.flatMap((row) => {
    const at = dueAt(row)
    return at !== null && at <= now ? [{ row, at }] : []
  })
  return due.sort((one, other) => one.at.getTime() - other.at.getTime())[0] ?? null
}

async function carryOut(ctx: Context, book: Book, row: Held, at: Date): Promise<void> {
  const about = { customerId: row.customer_id, subscriptionId: row.id }
  const moment = at.toISOString()
  if (row.status === 'pending') {
    put(book, { ...row, status: 'active' })
    ctx.emit(begun(row))
  } else if (row.status === 'paused') {
    put(book, resumed(row, at))
    ctx.emit(SubscriptionResumed({ ...about, plan: row.plan, at: moment }))
  } else if (row.next_at !== null && row.next_at <= at && row.next_plan !== null) {
    const next = { plan: row.next_plan, cycle: row.next_cycle ?? row.cycle, anchor_day: row.anchor_day }
    const planned = planNamed(book.catalogue, row.next_plan)?.anchorDay
    replaced(book, row, { ...next, anchor_day: planned ?? row.anchor_day }, at)
    ctx.emit(SubscriptionChanged({ ...about, from: row.plan, to: row.next_plan, at: moment }))
  } else {
    const isCancelled = row.next_at !== null && row.next_at <= at
    const status = isCancelled || row.cancelled_at !== null ? 'cancelled' : 'expired'
    const over = put(book, {
      ...row,
      ...UNSCHEDULED,
      status,
      ends_at: at,
      cancelled_at: isCancelled ? at : row.cancelled_at,
    })
    ctx.emit(ended(over, at))
  }
}
