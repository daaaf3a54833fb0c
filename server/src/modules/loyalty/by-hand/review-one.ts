import type { Context } from '../../../kit/context.ts'
import { closeBook, openBook } from '../ledger/book.ts'
import { readAccount } from '../reading/account.ts'
import { rulesOf } from '../rules/versions.ts'
import { carryOut, judge } from '../tiers/review.ts'

/** One customer now, by the rule of all reviews. */
export async function reviewOne(ctx: Context, { customerId }: { readonly customerId: string }) {
  const book = await openBook(ctx, customerId)
  await closeBook(ctx, book)
  const decided = await rulesOf(ctx, 'tiers')
  await carryOut(ctx, decided, await judge(ctx, decided.rules, [book.account]), null)
  return readAccount(ctx, { customerId })
}
