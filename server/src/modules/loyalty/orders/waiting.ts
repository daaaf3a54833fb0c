import type { Context } from '../../../kit/context.ts'
import { awardRows } from '../ledger/awards.ts'
import { closeBook, openLocked } from '../ledger/book.ts'
import { type Come, meet } from '../ledger/vest.ts'
import { sql } from '../tables.ts'

/** What pending points of these orders waited for has come; with it what comes with an order, such as the welcome. */
export async function awardsMeet(
  ctx: Context,
  customerId: string,
  orderIds: readonly string[],
  come: Exclude<Come, 'time'>,
): Promise<void> {
  await noLongerAwaits(ctx, orderIds, come === 'proof' ? { awaits_proof: false } : { awaits_sale: false })
  const needed = come === 'proof' ? 'needs_proof' : 'needs_sale'
  await meetAll(
    ctx,
    customerId,
    come,
    waitingOf(ctx, customerId).where((q) =>
      q.or([q('order_id', 'in', orderIds), q.and([q('order_id', 'is', null), q(needed, '=', true)])]),
    ),
  )
}

/** Of orders under a phone that was only typed, the phone itself has to be verified. */
export async function personIsKnown(ctx: Context, customerId: string): Promise<void> {
  const typed = sql(ctx)
    .selectFrom('loyalty_orders')
    .select('order_id')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .where('awaits_proof', '=', true)
  await meetAll(
    ctx,
    customerId,
    'proof',
    waitingOf(ctx, customerId)
      .where('needs_proof', '=', true)
      .where((q) => q.or([q('order_id', 'is', null), q('order_id', 'not in', typed)])),
  )
}

const waitingOf = (ctx: Context, customerId: string) =>
  awardRows(ctx).where('customer_id', '=', customerId).where('vested_at', 'is', null).orderBy('id')

async function meetAll(ctx: Context, customerId: string, come: Come, waiting: ReturnType<typeof waitingOf>) {
  if ((await waiting.limit(1).execute()).length === 0) return
  const book = await openLocked(ctx, customerId)
  for (const award of await waiting.execute()) meet(ctx, book, award, come)
  await closeBook(ctx, book)
}

async function noLongerAwaits(
  ctx: Context,
  orderIds: readonly string[],
  change: { readonly awaits_sale: false } | { readonly awaits_proof: false },
): Promise<void> {
  await sql(ctx)
    .updateTable('loyalty_orders')
    .set(change)
    .where('tenant_id', '=', ctx.tenant)
    .where('order_id', 'in', orderIds)
    .execute()
}
