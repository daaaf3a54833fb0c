import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import type { adjust as endpoint } from '../contract.ts'
import { closeBook, enter, giveAward, openBook, take } from '../ledger/book.ts'
import { readAccount } from '../reading/account.ts'
import { NotEnoughPoints, TooManyPoints } from '../refusals.ts'
import { MOST_HELD } from '../rules/points.ts'
import { rulesOf } from '../rules/versions.ts'

/** Points given or taken by hand; why is sealed with the key of the customer. */
export async function adjustPoints(ctx: Context, { customerId, points, reason }: Input<typeof endpoint>) {
  const book = await openBook(ctx, customerId)
  const { key } = book.customer
  if (points > 0) {
    const { rules } = await rulesOf(ctx, 'points')
    const award = giveAward(ctx, book, { kind: 'adjust', points, months: rules.expiresAfterMonths })
    if (award?.points !== points) throw TooManyPoints({ most: MOST_HELD })
  } else {
    if (-points > book.now.balance) throw NotEnoughPoints({ balance: book.now.balance })
    take(book, -points)
  }
  const note = { key, text: reason }
  enter(ctx, book, { kind: 'adjust', points, change: { balance: points }, why: { rule: 'by_hand' }, note })
  ctx.audit({
    action: 'loyalty.adjusted',
    customer: book.customer,
    fields: ['loyaltyPoints'],
    after: { points },
    reason,
  })
  await closeBook(ctx, book)
  return readAccount(ctx, { customerId })
}
