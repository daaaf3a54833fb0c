import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { noteSeen } from '../../customers/index.ts'
import type { redeem as endpoint } from '../contract.ts'
import { LoyaltyPointsRedeemed } from '../events.ts'
import { type Book, closeBook, enter, openBook, take } from '../ledger/book.ts'
import { NotEnoughPoints, TooFewPoints } from '../refusals.ts'
import { type PointRules, worthOf } from '../rules/points.ts'
import { rulesOf } from '../rules/versions.ts'
import { outsideRedemptionId, type Redemption } from '../shapes.ts'
import { sql } from '../tables.ts'
import { confirmed } from './confirmed.ts'
import { requireOrder } from './for-order.ts'
import { type RedemptionRow, toRedemption } from './redemption.ts'

/** Takes points, at once or, with `hold`, set aside until they are captured or their time is over. */
export async function redeemPoints(ctx: Context, input: Input<typeof endpoint>): Promise<Redemption> {
  const { customerId, points, orderId = null, hold = false } = input
  const [book, { rules, currency }] = await Promise.all([openBook(ctx, customerId), rulesOf(ctx, 'points')])
  if (points < rules.redeem.least) throw TooFewPoints({ least: rules.redeem.least })
  if (points > book.now.balance) throw NotEnoughPoints({ balance: book.now.balance })
  const worth = worthOf(points, rules)
  const refunded_before = orderId === null ? 0 : await requireOrder(ctx, book, orderId, { worth })
  const proof = await confirmed(ctx, book, rules, input)

  const row = newRedemption(ctx, book, rules, { points, order_id: orderId, refunded_before, hold })
  sql.insert(ctx, 'loyalty_redemptions', [{ tenant_id: ctx.tenant, ...row, proof }])
  take(book, points, { redemption: row.id })
  enter(ctx, book, {
    kind: hold ? 'reserve' : 'redeem',
    points: -points,
    change: { balance: -points, ...(hold && { reserved: points }) },
    why: { rule: 'redeemed', redemption: outsideRedemptionId(row.id) },
    orderId,
  })
  noteSeen(ctx, book.customer)
  if (!hold) tellRedeemed(ctx, book, row)
  await closeBook(ctx, book)
  return toRedemption(row, book, currency)
}

function newRedemption(
  ctx: Context,
  { customerId }: Book,
  rules: PointRules,
  { points, hold, ...of }: { points: number; hold: boolean } & Pick<RedemptionRow, 'order_id' | 'refunded_before'>,
): RedemptionRow {
  return {
    id: uuidv7(ctx.now.getTime()),
    customer_id: customerId,
    points,
    overdraft: 0,
    returned: 0,
    worth: worthOf(points, rules),
    state: hold ? 'reserved' : 'redeemed',
    ...of,
    offline: false,
    created_at: ctx.now,
    expires_at: hold ? new Date(ctx.now.getTime() + rules.reservationMinutes * 60_000) : null,
    closed_at: hold ? null : ctx.now,
  }
}

export function tellRedeemed(ctx: Context, { customerId, now }: Book, { id, points, order_id }: RedemptionRow): void {
  ctx.emit(LoyaltyPointsRedeemed({ customerId, redemptionId: id, points, balance: now.balance, orderId: order_id }))
}
