import type { Context } from '../../kit/context.ts'
import { sql } from './tables.ts'

/** The messages to a customer without their texts, the latest first, behind a place. */
export function messageMoments(
  ctx: Context,
  customerId: string,
  after: readonly [at: Date, id: string] | null,
  limit: number,
) {
  let rows = sql(ctx)
    .selectFrom('messages')
    .select(['id', 'queued_at as at', 'channel', 'template', 'status'])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
  if (after) rows = rows.where(({ eb, refTuple, tuple }) => eb(refTuple('queued_at', 'id'), '<', tuple(...after)))
  return rows.orderBy('queued_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}
