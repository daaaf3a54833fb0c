import type { Context } from '../../../kit/context.ts'
import { awardRows } from '../ledger/awards.ts'
import { closeBook, openLocked } from '../ledger/book.ts'
import { type Come, meet } from '../ledger/vest.ts'

/** What pending points of these orders waited for has come. */
export async function awardsMeet(
  ctx: Context,
  customerId: string,
  orderIds: readonly string[],
  come: Come,
): Promise<void> {
  const waiting = awardRows(ctx)
    .where('customer_id', '=', customerId)
    .where('vested_at', 'is', null)
    .where((q) => q.or([q('order_id', 'in', orderIds), ...(come === 'proof' ? [q('order_id', 'is', null)] : [])]))
    .orderBy('id')
  if ((await waiting.limit(1).execute()).length === 0) return
  const book = await openLocked(ctx, customerId)
  for (const award of await waiting.execute()) meet(ctx, book, award, come)
  await closeBook(ctx, book)
}
