import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { decimalText } from '../../../kit/money.ts'
import { outsideId } from '../../customers/contract.ts'
import { outsideOrderId } from '../../orders/contract.ts'
import { type Award, awardRows } from '../ledger/awards.ts'
import { type Book, sameAward } from '../ledger/book.ts'
import { RedemptionNotFound } from '../refusals.ts'
import { outsideRedemptionId, REDEMPTION_STATES, type Redemption } from '../shapes.ts'
import { sql } from '../tables.ts'

export type RedemptionRow = Awaited<ReturnType<ReturnType<typeof redemptionRows>['execute']>>[0]
export const redemptionRows = (ctx: Context) =>
  sql(ctx)
    .selectFrom('loyalty_redemptions')
    .select([
      'id',
      'customer_id',
      'points',
      'overdraft',
      'returned',
      'refunded_before',
      'worth',
      'state',
      'order_id',
      'offline',
      'created_at',
      'expires_at',
      'closed_at',
    ])
    .where('tenant_id', '=', ctx.tenant)

/** One of this customer; another one's is as unknown as none. */
export async function requireRedemption(ctx: Context, { customerId }: Book, id: string): Promise<RedemptionRow> {
  const row = await redemptionRows(ctx).where('customer_id', '=', customerId).where('id', '=', id).executeTakeFirst()
  if (!row) throw RedemptionNotFound()
  return row
}

export function writeRedemption(ctx: Context, id: string, change: Partial<Omit<RedemptionRow, 'id'>>): void {
  sql.send(
    ctx,
    sql(ctx).updateTable('loyalty_redemptions').set(change).where('tenant_id', '=', ctx.tenant).where('id', '=', id),
  )
}

export const toRedemption = (row: RedemptionRow, { now }: Pick<Book, 'now'>, currency: string): Redemption => ({
  id: outsideRedemptionId(row.id),
  customerId: outsideId(row.customer_id),
  points: row.points,
  worth: decimalText(row.worth, currency),
  currency,
  state: known(REDEMPTION_STATES, row.state),
  overdraft: row.overdraft,
  returned: row.returned,
  orderId: row.order_id && outsideOrderId(row.order_id),
  offline: row.offline,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null,
  closedAt: row.closed_at?.toISOString() ?? null,
  balance: now.balance,
  debt: now.debt,
})

/** What a redemption still has from which award, latest end first: that is how it comes back. */
export async function drawnBy(ctx: Context, book: Book, id: string): Promise<{ award: Award; points: number }[]> {
  const rows = await sql(ctx)
    .selectFrom('loyalty_allocations')
    .select(['award_id', (q) => q.fn.sum<string>('points').as('points')])
    .where('tenant_id', '=', ctx.tenant)
    .where('redemption_id', '=', id)
    .groupBy('award_id')
    .having((q) => q.fn.sum('points'), '>', 0)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ award_id }) => award_id)
  const awards = await awardRows(ctx).where('id', 'in', ids).execute()
  const drawn = rows.map(({ award_id, points }) => ({
    award: sameAward(book, awards.find(({ id }) => id === award_id)!),
    points: Number(points),
  }))
  return drawn.sort(({ award: one }, { award: other }) => latestEndFirst(one, other))
}

const NEVER = 8.64e15
const latestEndFirst = (one: Award, other: Award): number =>
  (other.expires_at?.getTime() ?? NEVER) - (one.expires_at?.getTime() ?? NEVER) || other.id.localeCompare(one.id)
