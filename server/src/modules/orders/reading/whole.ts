import type { Context } from '../../../kit/context.ts'
import type { Output } from '../../../kit/endpoint.ts'
import { listAddresses } from '../../addresses/index.ts'
import { getCustomer } from '../../customers/index.ts'
import type * as api from '../contract.ts'
import { customerSignals } from '../signals/signals.ts'
import { listOrders } from './read.ts'

const ORDERS_SHOWN = 200

/** A customer as the back office sees them: with what other modules keep, as far as the caller may see it. */
export async function wholeCustomer(
  ctx: Context,
  { customerId }: { customerId: string },
): Promise<Output<typeof api.whole>> {
  const { may } = ctx.caller
  const mayOrders = may.has('orders:read')
  return {
    ...(await getCustomer(ctx, { customerId })),
    addresses: may.has('addresses:read') ? (await listAddresses(ctx, { customerId })).items : null,
    orders: mayOrders ? (await listOrders(ctx, { customerId, limit: ORDERS_SHOWN })).items : null,
    signals: mayOrders ? (await customerSignals(ctx, { customerId })).items : null,
  }
}
