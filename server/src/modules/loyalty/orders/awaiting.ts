import { among } from '../../../kit/among.ts'
import type { Context } from '../../../kit/context.ts'
import { sql } from '../tables.ts'

/** How many orders of each do not count yet: nothing is paid or delivered, or a stranger may have typed the phone. */
export async function ordersAwaiting(
  ctx: Context,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql(ctx)
    .selectFrom('loyalty_orders')
    .select((q) => ['customer_id', q.fn.countAll<number>().as('orders')])
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', among(customerIds))
    .where((q) => q.or([q('awaits_sale', '=', true), q('awaits_proof', '=', true)]))
    .where('cancelled', '=', false)
    .groupBy('customer_id')
    .execute()
  return new Map(rows.map(({ customer_id, orders }) => [customer_id, orders]))
}
