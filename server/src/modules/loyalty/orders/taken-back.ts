import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { awardRows } from '../ledger/awards.ts'
import { type Book, closeBook, enter, openLocked, sameAward, take } from '../ledger/book.ts'
import { releaseOpen } from '../redemptions/release.ts'
import { partGone, returnRedeemed } from '../redemptions/return.ts'
import type { Why } from '../rules/why.ts'
import { sql } from '../tables.ts'

type OrderRow = Awaited<ReturnType<typeof orderOf>>

interface Refund {
  readonly customerId: string
  readonly orderId: string
  readonly refundId: string
  readonly amount: number
  readonly counted: number | null
  readonly full: boolean
}

/**
 * The refund rule, as docs/loyalty.md writes it: of what an order earned, and of what was redeemed for it, as great a part
 * as was refunded of it by now (of what was redeemed: since then), rounded down. Ten refunds of a tenth come to the same as one of all.
 */
export async function takeBackFor(ctx: Context, refund: Refund): Promise<void> {
  const order = await orderOf(ctx, refund.orderId)
  if (!order || order.cancelled) return
  const refunded = refund.full ? order.total : Math.min(order.total, order.refunded + refund.amount)
  const counted_refunded = Math.min(order.counted ?? 0, order.counted_refunded + (refund.counted ?? 0))
  await takeBack(ctx, order, { refunded, counted_refunded }, { rule: 'refunded', source: `refund:${refund.refundId}` })
}

/** All of it. */
export async function takeBackAll(ctx: Context, orderId: string): Promise<void> {
  const order = await orderOf(ctx, orderId)
  if (!order || order.cancelled) return
  const gone = { refunded: order.total, counted_refunded: order.counted ?? 0, cancelled: true } as const
  await takeBack(ctx, order, gone, { rule: 'cancelled', source: 'cancelled' })
}

interface Gone {
  readonly refunded: number
  readonly counted_refunded: number
  readonly cancelled?: true
}
interface Because {
  readonly rule: 'refunded' | 'cancelled'
  readonly source: string
}

async function takeBack(ctx: Context, order: NonNullable<OrderRow>, gone: Gone, because: Because): Promise<void> {
  const part = partGone({ ...gone, total: order.total })
  const book = await openLocked(ctx, order.customer_id)
  const said = { ...because, orderId: order.order_id, part: { amount: gone.refunded, of: order.total } }
  const { taken, lapsed } = await takeEarned(ctx, book, order, part(order.earned), said)
  // What comes back pays a debt at once, also that which was made just now.
  await giveBackTo(ctx, book, part, said, gone)
  sql.send(
    ctx,
    sql(ctx)
      .updateTable('loyalty_orders')
      .set({ ...gone, taken, lapsed })
      .where('tenant_id', '=', ctx.tenant)
      .where('order_id', '=', order.order_id),
  )
  await closeBook(ctx, book)
  for (const customerId of await otherRedeemers(ctx, order)) {
    const theirs = await openLocked(ctx, customerId)
    await giveBackTo(ctx, theirs, part, said, gone)
    await closeBook(ctx, theirs)
  }
}

interface Said extends Because {
  readonly orderId: string
  readonly part: NonNullable<Why['part']>
}

async function giveBackTo(
  ctx: Context,
  book: Book,
  part: (points: number, since: number) => number,
  said: Said,
  gone: Gone,
) {
  await returnRedeemed(ctx, book, said.orderId, part, said)
  if (gone.cancelled) await releaseOpen(ctx, book, said.orderId)
}

/** A survivor redeemed for the order, which went back to the other one when the merge was undone. */
async function otherRedeemers(ctx: Context, { order_id, customer_id }: NonNullable<OrderRow>): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('loyalty_redemptions')
    .select('customer_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenant)
    .where('order_id', '=', order_id)
    .where('customer_id', '!=', customer_id)
    .execute()
  return rows.map(({ customer_id }) => customer_id).sort()
}

/**
 * From the award of the order first; what of that has ended is gone already and not taken twice; what was spent is taken
 * from the other awards, and what they lack becomes a debt.
 */
async function takeEarned(
  ctx: Context,
  book: Book,
  order: NonNullable<OrderRow>,
  target: number,
  { rule, source, orderId, part }: Said,
) {
  const wanted = target - order.taken
  if (wanted <= 0 || order.award_id === null) return { taken: order.taken, lapsed: order.lapsed }
  const stored = await awardRows(ctx).where('id', '=', order.award_id).executeTakeFirstOrThrow()
  const award = sameAward(book, stored)
  const own = take(book, wanted, {}, [award])
  const gone = own < wanted && award.expires_at !== null ? await endedOf(ctx, award.id) : 0
  const lapsed = Math.min(wanted - own, gone - order.lapsed)
  const others = take(book, wanted - own - lapsed)
  const overdrawn = wanted - own - lapsed - others
  const points = wanted - lapsed
  if (points > 0) {
    const fromPending = award.vested_at === null ? own : 0
    enter(ctx, book, {
      kind: 'revert',
      points: -points,
      change: { pending: -fromPending, balance: -(own - fromPending + others), debt: overdrawn },
      why: { rule, part, ...(overdrawn > 0 && { overdrawn }) },
      orderId,
      source: `${source}:${orderId}`,
    })
  }
  return { taken: target, lapsed: order.lapsed + lapsed }
}

/** How many points of an award ended unspent. */
async function endedOf(ctx: Context, awardId: string): Promise<number> {
  const { points } = await sql(ctx)
    .selectFrom('loyalty_allocations as drawn')
    .innerJoin('loyalty_entries as entry', (join) =>
      join
        .onRef('entry.tenant_id', '=', 'drawn.tenant_id')
        .onRef('entry.customer_id', '=', 'drawn.customer_id')
        .onRef('entry.seq', '=', 'drawn.seq'),
    )
    .select(raw<number>`coalesce(sum(drawn.points), 0)::integer`.as('points'))
    .where('drawn.tenant_id', '=', ctx.tenant)
    .where('drawn.award_id', '=', awardId)
    .where('entry.kind', '=', 'expire')
    .executeTakeFirstOrThrow()
  return points
}

const orderOf = (ctx: Context, orderId: string) =>
  sql(ctx)
    .selectFrom('loyalty_orders')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant)
    .where('order_id', '=', orderId)
    .forUpdate()
    .executeTakeFirst()
