import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { reportingCurrency } from '../../orders/index.ts'
import type { release as endpoint } from '../contract.ts'
import { type Book, closeBook, enter, openBook } from '../ledger/book.ts'
import { RedemptionClosed } from '../refusals.ts'
import type { Why } from '../rules/why.ts'
import { outsideRedemptionId, type Redemption } from '../shapes.ts'
import { type RedemptionRow, redemptionRows, requireRedemption, toRedemption, writeRedemption } from './redemption.ts'
import { putBack } from './return.ts'

/** Reserved points are the customer's again. */
export async function releaseReserved(
  ctx: Context,
  { customerId, redemptionId }: Input<typeof endpoint>,
): Promise<Redemption> {
  const book = await openBook(ctx, customerId)
  const row = await requireRedemption(ctx, book, redemptionId)
  if (row.state !== 'reserved') throw RedemptionClosed({ state: row.state })
  const released = await release(ctx, book, row, 'released')
  await closeBook(ctx, book)
  return toRedemption(released, book, await reportingCurrency(ctx))
}

/** Those of an order that was cancelled. */
export async function releaseOpen(ctx: Context, book: Book, orderId: string): Promise<void> {
  const rows = await redemptionRows(ctx).where('order_id', '=', orderId).where('state', '=', 'reserved').execute()
  for (const row of rows) await release(ctx, book, row, 'released')
}

export async function release(
  ctx: Context,
  book: Book,
  row: RedemptionRow,
  rule: Why['rule'] & ('released' | 'timed_out'),
): Promise<RedemptionRow> {
  await giveBackReserved(ctx, book, row, row.points, rule)
  const closed = { state: 'released', closed_at: ctx.now }
  writeRedemption(ctx, row.id, closed)
  return { ...row, ...closed }
}

export async function giveBackReserved(
  ctx: Context,
  book: Book,
  row: RedemptionRow,
  points: number,
  rule: Why['rule'],
): Promise<void> {
  await putBack(ctx, book, row.id, points)
  enter(ctx, book, {
    kind: 'release',
    points,
    change: { reserved: -points, balance: points },
    why: { rule, redemption: outsideRedemptionId(row.id) },
    orderId: row.order_id,
  })
}
