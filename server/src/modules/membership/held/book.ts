import type { Context } from '../../../kit/context.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { type KeyHolder, keyHolder, knownSince, writeTier } from '../../customers/index.ts'
import { tenantDefaults } from '../../tenants/index.ts'
import { FREE, type PlanCatalogue, tierOf } from '../catalogue/plans.ts'
import { plansOf } from '../catalogue/versions.ts'
import { CustomerTierUpdated, SubscriptionEnded, SubscriptionStarted } from '../events.ts'
import { SubscriptionNotFound } from '../refusals.ts'
import { sql } from '../tables.ts'
import { activePlans, type Held, impliedFree, NEW, storedOf } from './row.ts'

/** The plans of one customer while they are changed: read after the lock, and written by `closeBook` alone. */
export interface Book {
  readonly customer: Pick<KeyHolder, 'id' | 'key' | 'keys'>
  readonly catalogue: PlanCatalogue
  readonly zone: string
  /** As they are stored. */
  readonly before: readonly Held[]
  rows: readonly Held[]
}

type Lock = 'for update' | 'although restricted'

/** Locks the customer for a change, or only looks. */
export async function openBook(ctx: Context, customerId: string, lock?: Lock): Promise<Book> {
  const customer = await keyHolder(ctx, customerId, lock)
  return bookOf(ctx, customer)
}

export async function bookOf(ctx: Context, customer: Book['customer']): Promise<Book> {
  const [catalogue, { timeZone: zone }, before] = await Promise.all([
    plansOf(ctx),
    tenantDefaults(ctx),
    storedOf(ctx, customer.id),
  ])
  const rows = before.length > 0 ? before : [impliedFree(customer.id, await knownSince(ctx, customer.id))]
  return { customer, catalogue, zone, before, rows }
}

export function heldIn({ rows }: Book, subscriptionId: string): Held {
  const row = rows.find(({ id }) => id === subscriptionId)
  if (!row) throw SubscriptionNotFound()
  return row
}

export function put(book: Book, row: Held): Held {
  book.rows = [...book.rows.filter(({ id }) => id !== row.id), row]
  return row
}

/**
 * What always holds: with another active plan the free one has ended, and without any active plan the customer has the
 * free one. Pure, so that a preview says what a change will do.
 */
export function settled(rows: readonly Held[], customerId: string, at: Date): readonly Held[] {
  const active = rows.filter(({ status }) => status === 'active')
  const isFree = ({ plan }: Held) => plan === FREE
  if (active.length === 0) {
    const free = { ...impliedFree(customerId, at), id: uuidv7(at.getTime()) }
    return [...rows, free]
  }
  const [kept] = active.every(isFree) ? active : []
  return rows.map((row) =>
    row.status === 'active' && isFree(row) && row !== kept
      ? { ...row, ...NEW, sealed: row.sealed, status: 'expired', ends_at: at < row.starts_at ? row.starts_at : at }
      : row,
  )
}

/** Writes what has changed, and the tier that follows from it, in this transaction. */
export async function closeBook(ctx: Context, book: Book, at = ctx.now): Promise<void> {
  const { customer, before, catalogue } = book
  const unsettled = book.rows
  book.rows = settled(book.rows, customer.id, at)
  for (const row of book.rows) {
    const was = unsettled.find(({ id }) => id === row.id)
    if (!was) ctx.emit(begun(row))
    else if (was.status === 'active' && row.status === 'expired') ctx.emit(ended(row, at))
  }
  // A customer who has nothing but the free plan needs no row.
  const isImplied =
    before.length === 0 && book.rows.length === 1 && book.rows[0]!.id === customer.id && isBare(book.rows[0]!)
  if (!isImplied) await writeRows(ctx, changedRows(book))
  const to = tierOf(catalogue, activePlans(book.rows))
  const from = await writeTier(ctx, customer.id, to)
  if (from !== null && from !== to) ctx.emit(CustomerTierUpdated({ customerId: customer.id, from, to }))
}

export const begun = ({ id, customer_id: customerId, plan, starts_at }: Held) =>
  SubscriptionStarted({ customerId, subscriptionId: id, plan, at: starts_at.toISOString() })

export const ended = ({ id, customer_id, plan, status }: Held, at: Date) =>
  SubscriptionEnded({
    customerId: customer_id,
    subscriptionId: id,
    plan,
    status: status === 'cancelled' ? 'cancelled' : 'expired',
    at: at.toISOString(),
  })

const isBare = ({ plan, status, next_at, sealed }: Held) =>
  plan === FREE && status === 'active' && next_at === null && sealed === null

const changedRows = ({ rows, before }: Book) => rows.filter((row) => !before.includes(row))

async function writeRows(ctx: Context, rows: readonly Held[]): Promise<void> {
  if (rows.length === 0) return
  await sql(ctx)
    .insertInto('subscriptions')
    .values(rows.map((row) => ({ tenant_id: ctx.tenant, ...row, due_at: dueAt(row) })))
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'id']).doUpdateSet((q) => ({
        customer_id: q.ref('excluded.customer_id'),
        plan: q.ref('excluded.plan'),
        status: q.ref('excluded.status'),
        cycle: q.ref('excluded.cycle'),
        anchor_day: q.ref('excluded.anchor_day'),
        starts_at: q.ref('excluded.starts_at'),
        ends_at: q.ref('excluded.ends_at'),
        cancelled_at: q.ref('excluded.cancelled_at'),
        paused_at: q.ref('excluded.paused_at'),
        resumes_at: q.ref('excluded.resumes_at'),
        next_plan: q.ref('excluded.next_plan'),
        next_cycle: q.ref('excluded.next_cycle'),
        next_at: q.ref('excluded.next_at'),
        due_at: q.ref('excluded.due_at'),
        sealed: q.ref('excluded.sealed'),
      })),
    )
    .execute()
}

/** When time alone changes it next. A pause stops the time of what would come after it. */
export function dueAt({ status, starts_at, ends_at, resumes_at, next_at }: Held): Date | null {
  const times =
    status === 'pending'
      ? [starts_at]
      : status === 'active'
        ? [next_at, ends_at]
        : status === 'paused'
          ? [resumes_at]
          : []
  const due = times.filter((at) => at !== null).sort((one, other) => one.getTime() - other.getTime())
  return due[0] ?? null
}
