import type { Context } from '../../../kit/context.ts'
import type { Input, Output } from '../../../kit/endpoint.ts'
import { tierOf } from '../catalogue/plans.ts'
import type * as api from '../contract.ts'
import { type Book, openBook } from '../held/book.ts'
import { activePlans, type Held, isOver, toSubscription } from '../held/row.ts'

export async function listSubscriptions(
  ctx: Context,
  { customerId }: Pick<Input<typeof api.list>, 'customerId'>,
): Promise<Output<typeof api.list>> {
  return shownBook(ctx, await openBook(ctx, customerId))
}

export function shownBook(ctx: Context, book: Book): Output<typeof api.list> {
  const shown = { ...book, keys: book.customer.keys }
  return {
    tier: namedTier(book),
    items: [...book.rows].sort(presentFirst).map((row) => toSubscription(ctx, row, shown)),
  }
}

export function namedTier({ catalogue, rows }: Pick<Book, 'catalogue' | 'rows'>) {
  const tier = tierOf(catalogue, activePlans(rows))
  const { key, name } = catalogue.tiers.find((one) => one.key === tier)!
  return { key, name }
}

const presentFirst = (one: Held, other: Held) =>
  Number(isOver(one)) - Number(isOver(other)) || other.starts_at.getTime() - one.starts_at.getTime()
