import type { Context } from '../../../kit/context.ts'
import { type Book, enter, giveAward, giveBack } from '../ledger/book.ts'
import { rulesOf } from '../rules/versions.ts'
import type { Why } from '../rules/why.ts'
import { outsideRedemptionId } from '../shapes.ts'
import { drawnBy, type RedemptionRow, redemptionRows, writeRedemption } from './redemption.ts'

interface Because {
  readonly source: string
  readonly orderId: string
  readonly part: NonNullable<Why['part']>
}

/** Rounded down, in favour of the customer. */
export const partOf = (points: number, amount: number, of: number): number =>
  of === 0 ? 0 : Number((BigInt(points) * BigInt(amount)) / BigInt(of))

export interface GoneOf {
  readonly total: number
  readonly refunded: number
  readonly cancelled?: boolean | undefined
}

/** How many of some points are gone with what was refunded of an order by now, or since so much was. */
export const partGone =
  ({ total, refunded, cancelled }: GoneOf) =>
  (points: number, since = 0): number =>
    cancelled || refunded >= total ? points : partOf(points, refunded - since, total - since)

/** What was redeemed for an order comes back, as great a part of it as was refunded since, each point with its old end. */
export async function returnRedeemed(
  ctx: Context,
  book: Book,
  orderId: string,
  part: (points: number, since: number) => number,
  because: Because,
): Promise<void> {
  const rows = await redemptionRows(ctx)
    .where('customer_id', '=', book.customerId)
    .where('order_id', '=', orderId)
    .where('state', '=', 'redeemed')
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const points = part(row.points, row.refunded_before) - row.returned
    if (points > 0) await returnOne(ctx, book, row, points, because)
  }
}

async function returnOne(
  ctx: Context,
  book: Book,
  row: RedemptionRow,
  points: number,
  { source, orderId, part }: Because,
) {
  const returned = await putBack(ctx, book, row.id, points)
  // What it took that was not there: the debt of it, or, where that was paid meanwhile, points anew.
  const missing = points - returned
  const forgiven = Math.min(missing, book.now.debt)
  const { rules } = await rulesOf(ctx, 'points')
  const given = { kind: 'returned', points: missing - forgiven, orderId, months: rules.expiresAfterMonths } as const
  const anew = giveAward(ctx, book, given)?.points ?? 0
  enter(ctx, book, {
    kind: 'revert',
    points,
    change: { balance: returned + anew, debt: -forgiven },
    why: { rule: 'returned', part, redemption: outsideRedemptionId(row.id) },
    orderId,
    source: `${source}:${row.id}`,
  })
  writeRedemption(ctx, row.id, { returned: row.returned + points })
}

/** Up to so many points of a redemption, to the awards that they came from; returns how many there were. */
export async function putBack(ctx: Context, book: Book, id: string, points: number): Promise<number> {
  let left = points
  for (const { award, points: drawn } of await drawnBy(ctx, book, id)) {
    const some = Math.min(left, drawn)
    if (some === 0) break
    giveBack(book, award, some, { redemption: id })
    left -= some
  }
  return points - left
}
