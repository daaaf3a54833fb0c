import type { Context } from '../../../kit/context.ts'
import { type UnfitField, unfitFields } from '../../../kit/invalid.ts'
import { decimalText } from '../../../kit/money.ts'
import { OrderRefunded } from '../events.ts'
import { partsOf, stateOf, type WholeOrder } from '../order/order.ts'
import { LINE_UNKNOWN, MORE_THAN_ORDERED } from '../problems.ts'
import { RefundTooLarge } from '../refusals.ts'
import type { NewRefund, RecordedOrder } from '../shapes.ts'
import { countedOf } from '../totals/totals.ts'
import { addHappening, lockOrder, oddities, recorded } from './record.ts'

type Given = Omit<NewRefund, 'at' | 'note'> & Partial<Pick<NewRefund, 'at' | 'note'>> & { readonly orderId: string }

/** Money goes back, all of it or a part; never more than is left of the order, or of the line that it is for. */
export async function refundOrder(
  ctx: Context,
  { orderId, at = ctx.now, note, ...given }: Given,
): Promise<RecordedOrder> {
  const locked = await lockOrder(ctx, orderId)
  const { order } = locked
  const left = order.row.total - stateOf(order).refunded
  refuseUnfitLines(order, given.lines ?? [])
  const ofLines = given.lines?.reduce((sum, { amount }) => sum + amount, 0)
  const amount = given.amount ?? ofLines ?? left
  if (amount === 0 || amount > left || (ofLines ?? 0) > amount) {
    throw RefundTooLarge({ left: decimalText(left, order.row.currency) })
  }
  const whole = await addHappening(ctx, locked, {
    what: 'refunded',
    ...{ at, note, amount, reason: given.reason ?? null, lines: given.lines },
  })
  const isNew = ({ id }: { readonly id: string }) => !order.happened.some((one) => one.id === id)
  ctx.emit(
    OrderRefunded({
      customerId: order.row.customer_id,
      orderId,
      refundId: whole.happened.find(isNew)!.id,
      at: at.toISOString(),
      amount,
      // Of a cancelled order nothing counts any more.
      counted: order.row.counted === null ? null : countedOf(order) - countedOf(whole),
      full: amount === left,
      lines: given.lines ?? null,
    }),
  )
  return recorded(ctx, whole, oddities(order, 'refunded'))
}

/** All refunds of a line together are at most its amount. */
function refuseUnfitLines(order: WholeOrder, wanted: NonNullable<NewRefund['lines']>): void {
  const before = order.happened.flatMap((one) => partsOf(one) ?? [])
  const unfit = wanted.flatMap(({ position }, index): UnfitField[] => {
    const line = order.lines.find((one) => one.position === position)
    if (!line) return [{ path: `lines.${index}.position`, code: LINE_UNKNOWN }]
    const parts = [...before, ...wanted].filter((one) => one.position === position)
    const sum = parts.reduce((all, { amount }) => all + amount, 0)
    return sum > line.amount ? [{ path: `lines.${index}.amount`, code: MORE_THAN_ORDERED }] : []
  })
  if (unfit.length > 0) throw unfitFields(unfit)
}
