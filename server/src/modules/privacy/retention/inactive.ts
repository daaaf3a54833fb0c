import type { Context } from '../../../kit/context.ts'
import type { Progress } from '../../../kit/job.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { type SilentCustomer, silentCustomers } from '../../customers/index.ts'
import { CustomersInactive } from '../events.ts'
import { readPrivacySettings } from '../settings.ts'
import { sql } from '../tables.ts'
import { settle } from './reviews.ts'

const PAGE = 1_000
const FLAGGED_MOST = 5_000

/** Flags inactive customers and removes the flag of those who returned. Never erases by itself. */
export async function flagInactive(ctx: Context, progress?: Progress): Promise<void> {
  const { inactiveMonths } = await readPrivacySettings(ctx)
  const since = monthsBefore(ctx.now, inactiveMonths)
  await dropReturned(ctx, since, progress)
  let flagged = 0
  let after: SilentCustomer | null = null
  while (flagged < FLAGGED_MOST) {
    const page: SilentCustomer[] = await silentCustomers(ctx, since, after, PAGE)
    const fresh = await notReviewed(ctx, page, since)
    await flag(ctx, fresh)
    flagged += fresh.length
    after = page.at(-1) ?? null
    if (page.length < PAGE) break
  }
  if (flagged > 0) ctx.emit(CustomersInactive({ flagged }))
}

/** A customer who was kept is flagged again after the same time. */
async function notReviewed(ctx: Context, page: readonly SilentCustomer[], since: Date) {
  if (page.length === 0) return []
  const reviewed = await sql(ctx)
    .selectFrom('retention_reviews')
    .select('customer_id')
    .where('tenant_id', '=', ctx.tenant)
    .where(
      'customer_id',
      'in',
      page.map(({ id }) => id),
    )
    .where((q) => q.or([q('decision', 'is', null), q('decided_at', '>', since)]))
    .execute()
  const known = new Set(reviewed.map(({ customer_id }) => customer_id))
  return page.filter(({ id }) => !known.has(id))
}

async function flag(ctx: Context, people: readonly SilentCustomer[]): Promise<void> {
  if (people.length === 0) return
  await sql(ctx)
    .insertInto('retention_reviews')
    .values(
      people.map(({ id, lastSeenAt }) => ({
        tenant_id: ctx.tenant,
        id: uuidv7(ctx.now.getTime()),
        customer_id: id,
        flagged_at: ctx.now,
        last_seen_at: lastSeenAt,
      })),
    )
    .execute()
}

async function dropReturned(ctx: Context, since: Date, progress: Progress | undefined): Promise<void> {
  const open = await sql(ctx)
    .selectFrom('retention_reviews')
    .select(['id', 'customer_id'])
    .where('tenant_id', '=', ctx.tenant)
    .where('decision', 'is', null)
    .execute()
  for (let from = 0; from < open.length; from += PAGE) {
    progress?.(from, open.length)
    const some = open.slice(from, from + PAGE)
    const silent = await silentCustomers(
      ctx,
      since,
      null,
      PAGE,
      some.map(({ customer_id }) => customer_id),
    )
    const still = new Set(silent.map(({ id }) => id))
    await settle(
      ctx,
      some.filter(({ customer_id }) => !still.has(customer_id)).map(({ id }) => id),
      'came_back',
    )
  }
}

function monthsBefore(now: Date, months: number): Date {
  const date = new Date(now)
  date.setUTCMonth(date.getUTCMonth() - months)
  return date
}
