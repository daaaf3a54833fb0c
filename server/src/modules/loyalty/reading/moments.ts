import { sql as raw } from 'kysely'
import type { Context } from '../../../kit/context.ts'
import { known } from '../../../kit/known.ts'
import { everyoneIn } from '../../customers/index.ts'
import { outsideOrderId } from '../../orders/contract.ts'
import { KINDS } from '../ledger/entry.ts'
import { Why } from '../rules/why.ts'
import { sql } from '../tables.ts'
import { whyInWords } from './words.ts'

/** What changed the points of a customer, the latest first, behind a place. */
export async function pointMoments(
  ctx: Context,
  customerId: string,
  after: readonly [at: Date, customer: string, seq: number] | null,
  limit: number,
) {
  let rows = sql(ctx)
    .selectFrom('loyalty_entries')
    .select(['at', 'customer_id', 'seq', 'kind', 'actor', 'points', 'balance', 'order_id', 'why'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', 'in', await everyoneIn(ctx, customerId))
  if (after) {
    const [at, customer, seq] = after
    rows = rows.where(raw<boolean>`(at, customer_id, seq) < (${at}::timestamptz, ${customer}::uuid, ${seq}::integer)`)
  }
  const found = await rows
    .orderBy('at', 'desc')
    .orderBy('customer_id', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return found.map(({ at, customer_id, seq, actor, kind, points, balance, order_id, why }) => ({
    ...{ at, customer: customer_id, seq, actor, points, balance },
    what: known(KINDS, kind),
    orderId: order_id && outsideOrderId(order_id),
    text: whyInWords(Why.parse(why), ctx.caller.language),
  }))
}
