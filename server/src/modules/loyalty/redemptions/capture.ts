import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import type { capture as endpoint } from '../contract.ts'
import { closeBook, enter, openBook } from '../ledger/book.ts'
import { MoreThanReserved, RedemptionClosed, ReservationOver } from '../refusals.ts'
import { worthOf } from '../rules/points.ts'
import { rulesOf } from '../rules/versions.ts'
import { outsideRedemptionId, type Redemption } from '../shapes.ts'
import { requireOrder } from './for-order.ts'
import { tellRedeemed } from './redeem.ts'
import { requireRedemption, toRedemption, writeRedemption } from './redemption.ts'
import { giveBackReserved } from './release.ts'

/** The sale is made: reserved points are spent, or some of them, and the others are the customer's again. */
export async function captureReserved(ctx: Context, input: Input<typeof endpoint>): Promise<Redemption> {
  const book = await openBook(ctx, input.customerId)
  const row = await requireRedemption(ctx, book, input.redemptionId)
  if (row.state !== 'reserved') throw RedemptionClosed({ state: row.state })
  if (row.expires_at !== null && row.expires_at <= ctx.now) throw ReservationOver()
  const { points = row.points, orderId = row.order_id } = input
  if (points > row.points) throw MoreThanReserved({ reserved: row.points })
  const { rules, currency } = await rulesOf(ctx, 'points')
  const worth = points === row.points ? row.worth : worthOf(points, rules)
  const refunded = orderId === null ? 0 : await requireOrder(ctx, book, orderId, { worth, except: row.id })

  if (points < row.points) await giveBackReserved(ctx, book, row, row.points - points, 'released')
  enter(ctx, book, {
    kind: 'redeem',
    points: 0,
    change: { reserved: -points },
    why: { rule: 'captured', redemption: outsideRedemptionId(row.id) },
    orderId,
  })
  const change = {
    points,
    worth,
    order_id: orderId,
    refunded_before: orderId === row.order_id ? row.refunded_before : refunded,
    state: 'redeemed',
    closed_at: ctx.now,
  }
  writeRedemption(ctx, row.id, change)
  const captured = { ...row, ...change }
  tellRedeemed(ctx, book, captured)
  await closeBook(ctx, book)
  return toRedemption(captured, book, currency)
}
