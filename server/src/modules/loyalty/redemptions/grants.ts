import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { everyoneIn } from '../../customers/index.ts'
import type { Book } from '../ledger/book.ts'
import type { PointRules } from '../rules/points.ts'
import { sql } from '../tables.ts'
import { redeemedLately } from './confirmed.ts'

const DAY_MS = 86_400_000
/** A till that comes back later than this settles nothing any more. */
const KEPT_DAYS = 60

export const grantRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('loyalty_offline_grants')
    .select(['id', 'customer_id', 'till_id', 'points', 'used', 'granted_at', 'expires_at'])
    .where('tenant_id', '=', ctx.tenant)
type Grant = Awaited<ReturnType<ReturnType<typeof grantRows>['execute']>>[0]

const leftOf = (grants: readonly Grant[]) => grants.reduce((left, { points, used }) => left + points - used, 0)

/** The grant of this till that is good now, and how many points it may be good for beside all others. */
export async function roomFor(ctx: Context, book: Book, rules: PointRules, till: string) {
  const { customerId } = book
  const rows = await grantRows(ctx)
    .where('customer_id', 'in', [customerId, ...(await everyoneIn(ctx, customerId))])
    .where('granted_at', '>', new Date(ctx.now.getTime() - DAY_MS))
    .execute()
  const own = rows.find((one) => one.till_id === till && one.customer_id === customerId && one.expires_at > ctx.now)
  const others = rows.filter((one) => one !== own)
  const good = leftOf(others.filter(({ expires_at }) => expires_at > ctx.now))
  const room = Math.min(
    rules.offlineAllowance - good,
    book.now.balance - good,
    await unprovedLeft(ctx, book, rules, others),
  )
  return { own, room: Math.max(0, room) }
}

/** What may be redeemed in a day without a proof: what a till has not settled yet may have been redeemed. */
async function unprovedLeft(ctx: Context, book: Book, { confirmAbove }: PointRules, others: readonly Grant[]) {
  return confirmAbove === null
    ? Number.POSITIVE_INFINITY
    : confirmAbove - (await redeemedLately(ctx, book)) - leftOf(others)
}

export async function useGrant(ctx: Context, id: string, used: number): Promise<void> {
  await grants(ctx).set({ used }).where('id', '=', id).execute()
}

/** What the till was told before stays good: another member of staff may have redeemed it already. */
export async function renewGrant(ctx: Context, id: string, points: number, expires: Date): Promise<void> {
  await grants(ctx)
    .set({
      points: raw<number>`greatest(points, used + ${points}::integer)`,
      granted_at: ctx.now,
      expires_at: expires,
    })
    .where('id', '=', id)
    .execute()
}

export async function addGrant(ctx: Context, grant: Omit<Grant, 'used' | 'granted_at'>): Promise<void> {
  await forgetOld(ctx, grant.customer_id)
  sql.insert(ctx, 'loyalty_offline_grants', [{ tenant_id: ctx.tenant, used: 0, granted_at: ctx.now, ...grant }])
}

const grants = (ctx: Context) => sql(ctx).updateTable('loyalty_offline_grants').where('tenant_id', '=', ctx.tenant)

async function forgetOld(ctx: Context, customerId: string): Promise<void> {
  await sql(ctx)
    .deleteFrom('loyalty_offline_grants')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('expires_at', '<', new Date(ctx.now.getTime() - KEPT_DAYS * DAY_MS))
    .execute()
}
