import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { UnknownConsumer } from '../refusals.ts'
import { sql } from '../tables.ts'
import type { acknowledgeErasure, Erasure } from './contract.ts'
import { requireErasure, toErasure } from './erasure-row.ts'

/** A repeated acknowledgement keeps the first time. */
export async function acknowledge(
  ctx: Context,
  { erasureId, consumer }: Input<typeof acknowledgeErasure>,
): Promise<Erasure> {
  const row = await requireErasure(ctx, erasureId)
  if (!row.consumers.includes(consumer)) throw UnknownConsumer({ consumers: row.consumers })
  await sql(ctx)
    .insertInto('erasure_acknowledgements')
    .values({
      tenant_id: ctx.tenant,
      erasure_id: erasureId,
      consumer,
      acknowledged_at: ctx.now,
      acknowledged_by: ctx.caller.actor,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'erasure_id', 'consumer']).doNothing())
    .execute()
  return toErasure(ctx, row)
}
